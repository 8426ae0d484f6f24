import Calendars
import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct HashtagQualityTests {
  private func quality(_ texts: [String]) -> HashtagQuality {
    var situation = Situation([.linkedin])
    for text in texts {
      situation.addPost(.linkedin, on: situation.month.firstDay) { $0.text = text }
    }
    var tags = PostTags(posts: situation.data.posts.count)
    return HashtagQuality(
      situation.data.posts, at: situation.data.posts.indices, &tags, client: situation.client,
      year: situation.data.posts.indices)
  }

  @Test func `counts look-alikes beyond the first of each group`() {
    // Three forms of one, and two of another: two and one beyond the first.
    let quality = quality(["#tuinadvies #tuinadviezen #Tuin_advies #herfst #herfstig #mkb"])
    #expect(quality.tags == 6)
    #expect(quality.lookAlikes == 3)
    #expect(quality.clearestLookAlikes?.tag == "tuinadvies")
  }

  @Test func `a tag is explained by the text, a plural, a topic or the client's name`() {
    let quality = quality([
      "Nieuwe planten in de tuin #planten #plant #tuinen #demolen #fietsvakantie #TuinAanleg"
    ])
    #expect(quality.unexplained == 2)
    #expect(quality.commonestUnexplained == ["demolen", "fietsvakantie"])
  }

  @Test func `scores stuffing from nothing to everything`() {
    let quality = quality([
      "Zonder hashtag", "Tuin #tuin",
      "#love #instagood #xylofoon #xylofoons #xylofoontje #xylofoonspel #DitIsWatWijDoen",
    ])
    #expect(quality.stuffing == [2, 0, 0, 0, 1])
    #expect(quality.generic == 2)
    #expect(quality.sentences == 1)
    #expect(quality.commonestSentence == "DitIsWatWijDoen")
    #expect(quality.typicalCount == 1)
  }

  @Test func `pairs that stand together once and share no word are unrelated`() {
    let few = quality(["#alfa #bravo #charlie"])
    #expect(few.unrelatedShare == nil)
    let quality = quality(
      Array(repeating: "Zonder", count: 27) + [
        "#alfa #bravo #charlie", "#alfa #bravo #delta", "#charlie #echo",
      ])
    // Six pairs in the posts with three; two of them are the one pair that stands there twice.
    #expect(quality.unrelatedShare == 4.0 / 6)
  }

  @Test func `tags of five posts or more are ranked, as they are spelt most often`() {
    let quality = quality(
      Array(repeating: "Gazon #Gazon", count: 4) + ["#gazon", "#gazon #gazons"]
        + Array(repeating: "#mos", count: 5) + Array(repeating: "#gras", count: 4))
    let tags = quality.commonest(10)
    #expect(tags.map(\.tag) == ["Gazon", "mos"])
    #expect(tags.map(\.posts) == [6, 5])
    #expect(tags.map(\.unexplained) == [2, 5])
    #expect(tags.map(\.lookAlike) == ["gazons", nil])
  }

  @Test func `without a hashtag there is no share`() {
    let quality = quality(["Zonder"])
    #expect(quality.lookAlikeShare == nil)
    #expect(quality.unexplainedShare == nil)
    #expect(quality.clearestLookAlikes == nil)
  }
}
