import Calendars
import PeilModel
import Statistics

/// Days on which far more came in than usual, joined to one event.
///
/// By the rule of ``SpikeRule``: at least ten, 3.5 robust deviations above the median of the 28 days before,
/// and rarer than one in a thousand; each day at the level of its weekday. Both all messages and the negative
/// ones are looked at.
struct MessageSpike {
  let first: Day
  let last: Day
  let peak: Day
  /// Messages on the busiest day.
  let messages: Int
  /// The busiest day over the usual day of the 28 before; `nil` when usually nothing comes in.
  let times: Double?
  /// All messages of the event.
  let total: Int
  let answered: Int
  /// Hours to a person's answer, at the median; `nil` when fewer than half were answered.
  let median: Double?

  /// The largest event that has a day in the month; `nil` in a quiet month.
  init?(_ dataset: Dataset, in month: Month) {
    // A quarter before the month is enough for usual days and weekdays.
    guard let known = dataset.conversationDays(upTo: month.lastDay), known.overlaps(month.days)
    else { return nil }
    let days = max(known.lowerBound, month.firstDay - 91)...known.upperBound
    let counts = dataset.conversationCounts(in: days)
    let events = spikeEvents(counts.all, from: days.lowerBound)
    let negative = spikeEvents(counts.negative, from: days.lowerBound)
    let inMonth = (events + negative).filter { event in
      event.days.contains { month.days.contains(days.lowerBound + $0) }
    }
    guard
      let event = inMonth.max(by: { (counts.all[$0.peak] ?? 0) < (counts.all[$1.peak] ?? 0) }),
      let first = event.days.first, let last = event.days.last
    else { return nil }
    self.first = days.lowerBound + first
    self.last = days.lowerBound + last
    peak = days.lowerBound + event.peak
    messages = Int(nearest: counts.all[event.peak] ?? 0)
    let before = counts.all[max(0, first - SpikeRule().baselineDays)..<first].compactMap { $0 }
    let usual = Statistics.median(of: before) ?? 0
    times = usual > 0 ? (counts.all[event.peak] ?? 0) / usual : nil
    let totals = dataset.conversationTotals(in: self.first...self.last)
    total = totals.all
    answered = totals.answered
    median =
      dataset.answerTimes(of: dataset.conversations(in: self.first...self.last))?
      .quantile(0.5)?.time
  }
}

extension Dataset {
  /// The days that the conversation files speak of, up to one; `nil` when they begin later.
  func conversationDays(upTo last: Day) -> ClosedRange<Day>? {
    let days = conversationFileDays
    guard let first = days.map(\.lowerBound).min(), let end = days.map(\.upperBound).max(),
      first <= min(end, last)
    else { return nil }
    return first...min(end, last)
  }

  /// Messages a day, and the negative ones among them; unknown on days that no file speaks of.
  func conversationCounts(in days: ClosedRange<Day>) -> (all: [Double?], negative: [Double?]) {
    var all = days.areHeld(by: conversationFileDays).map { $0 ? 0.0 : nil }
    var negative = all
    for (day, totals) in conversationTotals(byDay: days) {
      all[day - days.lowerBound]? += Double(totals.all)
      negative[day - days.lowerBound]? += Double(totals.negative)
    }
    return (all, negative)
  }
}
