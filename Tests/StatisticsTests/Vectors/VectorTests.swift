import Testing

@Suite struct VectorTests {
  /// Given for comparison in the file, with a formula that the report does not use.
  private static let comparisonsOnly = ["se_linearised"]

  @Test(arguments: try Vector.load())
  func `answers as other programs do`(_ vector: Vector) throws {
    let found = try #require(answer(to: vector))
    for (name, expected) in vector.expected.members.sorted(by: { $0.key < $1.key })
    where !Self.comparisonsOnly.contains(name) {
      #expect(expected.differences(from: found[name], vector.tolerance, at: name) == [])
    }
  }

  /// An empty list of arguments would pass in silence.
  @Test func `the file has every group that belongs here`() throws {
    #expect(Set(try Vector.load().map(\.group)).count == 19)
  }
}
