/// How much of a file is accepted, so that a broken or hostile one costs bounded memory.
///
/// The index takes 4 bytes a field and 12 a record beside the file itself.
public struct Limits: Hashable, Sendable {
  /// Bytes of a file, as it lies on disk; never above `UInt32.max`. Default: 256 MiB.
  public var fileBytes = 256 << 20
  /// Bytes of one record with its delimiters and quotes. Default: 16 MiB; a caption has some thousand.
  public var recordBytes = 16 << 20
  /// Fields of one record. Default: 16,384, the columns of a spreadsheet.
  public var fieldsOfRecord = 16_384
  /// Fields of all records together. Default: 64 Mi.
  public var fields = 64 << 20

  public init() {}
}
