import PeilModel

@testable import PeilAnalysis

extension Post {
  /// The hashtags of the text, by the rule of its platform.
  var hashtags: [String] {
    var tags: [String] = []
    forEachHashtag { tags.append(String(decoding: $0, as: UTF8.self)) }
    return tags
  }
}
