import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct PostTagsTests {
  @Test func `posts are read in any order, and letters written in two ways are one spelling`() {
    var situation = Situation([.linkedin])
    for text in ["#tuin #caf\u{E9}", "geen", "#cafe\u{301} #gras #tuin #tuin"] {
      situation.addPost(.linkedin, on: situation.month.firstDay) { $0.text = text }
    }
    let posts = situation.data.posts
    var tags = PostTags(posts: posts.count)
    let some = tags.counts(ofPosts: [2, 1], among: posts)
    let first = tags.tags(ofPost: 0, among: posts).map { tags.spellings[$0] }
    let all = tags.counts(ofPosts: posts.indices, among: posts)
    #expect(some == [4, 0])
    #expect(first == ["tuin", "caf\u{E9}"])
    #expect(all == [2, 0, 4])
    #expect(tags.spellings.count == 3)
  }
}
