import PeilModel
import Testing

@testable import PeilAnalysis

@Suite struct OrderTests {
  /// Files are numbered by path, so their order is fixed; records may stand in any.
  @Test func `the order of records changes nothing`() {
    for situation in [Situation.full(), .wide(4), .history { $0 % 3 + 1 }] {
      var turned = situation
      turned.data.posts.reverse()
      turned.data.followers.reverse()
      turned.data.traffic.reverse()
      turned.data.costs.reverse()
      turned.data.conversations.reverse()
      turned.data.ads.reverse()
      #expect(turned.analysed() == situation.analysed())
    }
  }

  @Test func `fractions add up to the same in any order`() {
    var situation = Situation.full()
    for index in situation.data.traffic.indices {
      situation.data.traffic[index].conversions = Double(index % 7) * 0.1
    }
    var turned = situation
    turned.data.traffic.reverse()
    #expect(turned.analysed() == situation.analysed())
  }

  @Test func `the same data give the same findings`() {
    #expect(Situation.full().analysed() == Situation.full().analysed())
  }
}
