/// The numbers of names and records, shared by all programs of one rendering.
///
/// A context that one program entered may be searched by another, which a lambda or a dynamic name
/// brought in later: what was numbered once keeps its number.
struct ProgramTables {
  var names: [String] = []
  /// Fields of records by index of `names`, for lookups that pass through typed contexts.
  var recordFields: [[Int32: Int]] = []
}
