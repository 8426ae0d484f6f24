import Calendars
import PeilAnalysis
import PeilModel

/// What a sales copy may tell of a figure, by what it is a value of.
enum Disclosure {
  /// The program's own and the agency's: constants, thresholds, how many verdicts there are.
  case open
  /// What was measured: shares, rates and changes, rounded. Counts and money not, unless as a series.
  case measured
  /// How much there was to measure: counts in bands.
  case sample
  /// Nothing: names, places in time, what single files and days hold.
  case withheld
}

extension Definition {
  /// Without a default, so that who adds a definition decides.
  var disclosure: Disclosure {
    switch self {
    case .constant, .threshold, .verdicts: .open
    case .conversations, .goodPosts, .hashtags, .posts, .window: .sample
    // How many marks a chart has is told again with the chart: a dot a post would tell how many there were.
    // A change that was split may be one from seven visits to nine, which its parts would give away. What is told
    // of reach and engagement is told of single posts.
    case .changeSplit, .coverage, .day, .due, .engagement, .engagementRate, .funnelBrand,
      .funnelCommercial, .gate, .marks, .name, .postQuality, .reach, .records, .relativeEngagement,
      .site, .spike, .usualRange:
      .withheld
    case .adjustedChange, .advertising, .answered, .automationRatio, .change, .commentsPerPost,
      .contributors, .conversionRate, .conversionValue, .conversions, .cost, .costPerConversion,
      .costPerResult, .distributionRatio, .effortShare, .elasticity, .followerGrowth,
      .followerRelation, .followers, .genericTags, .goal, .handedOverShare, .hashtagRelation,
      .hashtagsPerPost, .hiddenShare, .hours, .hoursToMove, .impressions, .interactions,
      .interactionsGoal, .interactionsPerFollower, .lookAlikeShare, .machineReplies, .month,
      .organicImpressions, .organicReach, .organicShare, .ownTeamShare, .paidImpressions,
      .paidShare, .responseTime, .resultConcentration, .resultPerEffort, .resultPerHour,
      .resultPerPost, .resultShare, .returnOnCost, .sentenceTags, .sessions, .sharedByColleagues,
      .stepRate, .stuffingScore, .targetAudienceShare, .topShare, .unexplainedShare,
      .unrelatedShare, .waitingShare, .week, .weeklyResults, .workShare:
      .measured
    }
  }
}

extension Figure {
  /// The figure as a sales copy may tell it; `nil` when it may not.
  ///
  /// Its sample, days and files are left out; a cell from too few posts or conversations is unknown.
  func told(_ months: MonthNumbers) -> Figure? {
    let disclosure = definition.disclosure
    guard disclosure != .withheld else { return nil }
    let measurement: Measurement
    var limits = interval
    switch self.measurement {
    case .unknown: measurement = self.measurement
    case .known where disclosure == .measured && isSmallCell:
      measurement = .unknown(.belowThreshold)
      limits = nil
    case .known(let quantity):
      guard let told = quantity.told(as: disclosure, definition, months) else { return nil }
      measurement = .known(told)
      if disclosure == .measured {
        limits = limits.map { limits in
          var rounded = limits
          rounded.low = quantity.with(number: limits.low).rounded?.number ?? 0
          rounded.high = quantity.with(number: limits.high).rounded?.number ?? 0
          return rounded
        }
      }
    }
    return Figure(key, measurement, definition: definition, interval: limits)
  }

  private var isSmallCell: Bool {
    guard let sampleSize else { return false }
    return sampleSize.count < SmallCells.fewest(of: sampleSize.noun)
  }
}

extension Quantity {
  fileprivate func told(
    as disclosure: Disclosure, _ definition: Definition, _ months: MonthNumbers
  ) -> Quantity? {
    switch self {
    case .month(let month): months.number(of: month).map { .coarse(.month($0)) }
    case .days(let days):
      disclosure == .sample ? months.numbers(of: days).map { .coarse(.months($0)) } : nil
    case .day, .name: nil
    case .money(let money) where disclosure == .open: money == .zero ? self : nil
    case .count(let count, let noun):
      switch disclosure {
      case .open: self
      // How many goals there are tells nothing; what they are does.
      case .measured: definition == .goal && (noun == .goal || noun == .none) ? self : nil
      case .sample: Self.sample(count, noun)
      case .withheld: nil
      }
    default: disclosure == .open ? self : rounded
    }
  }

  /// A whole window is the program's and the same for every client; part of one says what is missing.
  private static func sample(_ count: Double, _ noun: Noun) -> Quantity {
    switch noun {
    case .platform: .count(count, noun)
    case .month: .count(min(count, Double(MonthNumbers.last)), noun)
    case .week where MonthNumbers.windows.contains(Int(count)): .count(count, noun)
    default: .coarse(.band(Coarse.Band(count), noun))
    }
  }
}
