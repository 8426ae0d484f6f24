package import PeilModel

extension KeyResult {
  /// What its figures are values of.
  package var definition: Definition { metric.definition }

  /// The metric that a key result is a value of.
  var metric: any Metric.Type {
    switch self {
    case .answered: AnsweredShare.self
    case .conversions: Conversions.self
    case .followers: Followers.self
    case .impressions: Impressions.self
    case .interactions: Interactions.self
    case .posts: PostCount.self
    case .sessions: Sessions.self
    }
  }
}
