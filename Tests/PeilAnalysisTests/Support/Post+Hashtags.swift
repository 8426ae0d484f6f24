import PeilModel

@testable import PeilAnalysis

extension Post {
  /// The hashtags of the text, by the rule of its platform.
  var hashtags: [String] {
    PeilAnalysis.hashtags(in: text, allowsEmoji: platform.allowsEmojiInHashtags)
  }
}
