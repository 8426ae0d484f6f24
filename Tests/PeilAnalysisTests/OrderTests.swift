import Calendars
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

  /// Sources and `file.…` name the files, so they differ; nothing else does.
  @Test func `a file split in two changes nothing`() {
    let whole = Situation.full()
    var split = whole
    let middle: Day = whole.month.firstDay - 40
    for index in whole.data.files.indices where whole.data.files[index].kind == .posts {
      var rest = whole.data.files[index]
      split.data.files[index].days = whole.allDays.lowerBound...middle
      rest.days = middle + 1...whole.allDays.upperBound
      split.data.files.append(rest)
      for post in whole.data.posts.indices
      where whole.data.posts[post].day > middle
        && whole.data.posts[post].source.file.index == index
      {
        split.data.posts[post].source = SourceRecord(
          file: SourceFile.ID(split.data.files.count - 1), line: whole.data.posts[post].source.line)
      }
    }
    func figures(_ findings: Findings) -> [Figure] {
      findings.ledger.figures.filter { !$0.key.text.hasPrefix("file.") }.map { figure in
        var figure = figure
        figure.sources = []
        return figure
      }
    }
    let (one, two) = (whole.analysed(), split.analysed())
    #expect(figures(one) == figures(two))
    #expect(one.sections == two.sections)
  }

  /// As long as no post changes its day: a platform that counts in another zone is read in it.
  @Test(arguments: [-3600, 1, 7200])
  func `a constant on a platform's clock changes nothing`(_ seconds: Int) {
    for situation in [Situation.full(), .wide(3)] {
      var shifted = situation
      for index in shifted.data.posts.indices
      where shifted.data.posts[index].platform == .instagram {
        let time = shifted.data.posts[index].publishedAt
        shifted.data.posts[index].publishedAt = time + seconds
      }
      #expect(shifted.analysed() == situation.analysed())
    }
  }

  @Test func `the same data give the same findings`() {
    #expect(Situation.full().analysed() == Situation.full().analysed())
  }
}
