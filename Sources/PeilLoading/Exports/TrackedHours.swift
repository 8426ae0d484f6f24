import Calendars
import PeilModel

// Hours that the agency tracked. Descriptions, notes, names and addresses of people are not kept; days are
// those of the workspace's time zone.
extension ExportFormat {
  /// Toggl Track, detailed report.
  static let togglHours = ExportFormat(
    "toggl-hours", .costs,
    columns: trackedColumns([
      .date: ["start date"], .dateEnd: ["end date"], .durationHours: ["duration"],
      .amount: ["amount"],
    ]),
    signature: [.project, .date, .startTime, .durationHours], dates: .ordered(.date),
    assumptions: [.workspaceTime]
  ) { record throws(SkipReason) in
    try record.addTracked(record.clockLength(.durationHours))
  }

  /// Clockify, detailed report. Its decimal length can be 0.00 where the other is right.
  static let clockifyHours = ExportFormat(
    "clockify-hours", .costs,
    columns: trackedColumns([
      .date: ["start date"], .dateEnd: ["end date"], .durationHours: ["duration h"],
      .amount: ["billable amount"],
    ]),
    signature: [.project, .date, .startTime, .durationHours], dates: .ordered(.date),
    assumptions: [.workspaceTime]
  ) { record throws(SkipReason) in
    try record.addTracked(record.clockLength(.durationHours))
  }

  /// Harvest, time report: no clock, hours with the decimal sign of the account.
  static let harvestHours = ExportFormat(
    "harvest-hours", .costs,
    columns: trackedColumns([
      .date: ["date"], .hours: ["hours"], .amount: ["billable amount"], .currency: ["currency"],
      .description: ["notes"], .team: ["first name"],
    ]),
    signature: [.project, .date, .hours, .task], dates: .ordered(.date),
    assumptions: [.workspaceTime]
  ) { record throws(SkipReason) in
    try record.addTracked(record.hours(.hours, inPartsOf: 3600))
  }

  private static func trackedColumns(_ own: [Field: [String]]) -> [Field: [String]] {
    [
      .clientName: ["client"], .project: ["project"], .task: ["task", "activity"],
      .description: ["description"], .tags: ["tags"], .startTime: ["start time"],
      .endTime: ["end time"], .team: ["user"], .paid: ["billable", "billable?"],
    ].merging(own) { $1 }
  }
}

extension RecordReader {
  /// - Parameter length: In seconds, as the report gives it; clock times count where they are there.
  fileprivate mutating func addTracked(_ length: Int?) throws(SkipReason) {
    if let own = facts.ownClientNames {
      guard let name = text(.clientName), own.contains(name) else { throw .otherClient }
    }
    let day = try required(day(.date))
    let seconds = try required(clockedSeconds(from: day) ?? length)
    guard 0...31 * 86_400 ~= seconds else { throw .incomplete }
    let project = text(.project)
    let task = text(.task)
    // An amount of nothing is what unpaid time has: it is work at the agency's rate all the same.
    let amount = flag(.paid) == false ? nil : money(.amount).flatMap { $0 > .zero ? $0 : nil }
    add(
      TimeEntry(
        day: day, item: task ?? project ?? "", seconds: seconds, amount: amount,
        platform: namedPlatform(in: [project, task, text(.tags)]), source: source,
        identity: [
          "\(day)", "\(seconds)", text(.startTime), text(.endTime), text(.clientName), project,
          task, text(.description), text(.team),
        ].map { $0 ?? "" }.joined(separator: "\u{1F}")))
  }

  /// From one clock time to the other, over midnight where the end has another day.
  private func clockedSeconds(from day: Day) -> Int? {
    guard let start = secondOfDay(.startTime), let end = secondOfDay(.endTime) else { return nil }
    let last = has(.dateEnd) ? self.day(.dateEnd) ?? day : day
    let seconds = (last - day) * 86_400 + end - start
    return seconds >= 0 ? seconds : nil
  }

  /// The platform that the first of some texts names, when it names one and no other.
  private func namedPlatform(in texts: [String?]) -> Platform? {
    for text in texts.compactMap({ $0 }) {
      let words = text.lowercased().split { !$0.isLetter }
      let named = client.platforms.filter { platform in
        words.contains { $0 == platform.rawValue }
      }
      if named.count == 1 { return named[0] }
    }
    return nil
  }
}
