import Glibc

struct CannotRead: Error {
  let path: String
}

func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw CannotRead(path: path) }
  defer { fclose(file) }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return result }
    result += buffer[0..<count]
  }
}

func readText(_ path: String) throws -> String {
  String(decoding: try readBytes(path), as: UTF8.self)
}
