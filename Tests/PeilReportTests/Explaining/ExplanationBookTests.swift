import Diagnostics
import FileSystem
import PeilModel
import PeilReport
import TestSupport
import Testing

@Suite struct ExplanationBookTests {
  private static let languages: [LanguageCode] = [LanguageCode("en"), LanguageCode("nl")]

  private func book(_ language: LanguageCode) throws -> ExplanationBook {
    try ExplanationBook(folders: [Folder(Project.templates)], language: language)
  }

  @Test(arguments: languages)
  func `every subject is explained`(_ language: LanguageCode) throws {
    let book = try book(language)
    for subject in ExplanationSubject.all {
      let explanation = try book.explanation(of: subject.name)
      #expect(!explanation.title.isEmpty)
      #expect(!explanation.parts.isEmpty)
      #expect(explanation.parts.allSatisfy { !$0.label.isEmpty && !$0.text.isEmpty })
    }
  }

  @Test(arguments: languages)
  func `every text belongs to a subject`(_ language: LanguageCode) throws {
    #expect(try book(language).unusedKeys == [])
  }

  @Test func `names are unique`() {
    let names = ExplanationSubject.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `a rule says why, an example and its severity`() throws {
    let explanation = try book(LanguageCode("nl")).explanation(of: "number.wrong")
    #expect(explanation.title == "Verkeerd getal")
    #expect(explanation.parts.map(\.label) == ["Waarom", "Voorbeeld", "Gewicht"])
    #expect(explanation.parts.last?.text == "houdt de pagina tegen; geen instelling verandert dat")
  }

  @Test func `an unknown name gets the nearest known one`() throws {
    let error = #expect(throws: Problems.self) {
      try book(LanguageCode("en")).explanation(of: "number.worng")
    }
    #expect(error?.diagnostics.map(\.id) == ["explain.unknown"])
    #expect(error?.diagnostics.first?.help == "write `number.wrong`")
  }

  @Test func `an unknown language is refused with those that are there`() {
    let error = #expect(throws: Problems.self) { try book(LanguageCode("fy")) }
    #expect(error?.diagnostics.map(\.id) == ["explain.no-language"])
    #expect(error?.diagnostics.first?.notes.first?.message == "translations: en, nl")
  }
}
