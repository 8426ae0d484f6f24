import Testing

@Suite struct VectorTests {
  /// Given for comparison in the file, with a formula that the report does not use.
  private static let comparisonsOnly = ["se_linearised"]

  @Test(arguments: Vector.all)
  func `answers as other programs do`(_ vector: Vector) throws {
    let found = try #require(answer(to: vector))
    for (name, expected) in vector.expected.members.sorted(by: { $0.key < $1.key })
    where !Self.comparisonsOnly.contains(name) {
      #expect(expected.differences(from: found[name], vector.tolerance, at: name) == [])
    }
  }

  @Test func `reads every group of the file that belongs here`() {
    #expect(Set(Vector.all.map(\.group)).count >= 19)
    #expect(Vector.all.count >= 69)
  }
}
