import Basics

/// What the first bytes of a file say it is.
enum Signature: Equatable {
  case gzip
  case zip
  /// Something that no reader here opens: what it is, and what to do.
  case unread(String, String)
  /// Nothing known: text.
  case none

  init(_ file: SteadyFile) throws(RunError) {
    let file = InputFile(file)
    let beginning = try file.bytes(at: 0, count: 512)
    self =
      beginning.starts(with: Self.compoundMark)
      ? Self.compoundFile(try file.bytes(at: 0, count: 1 << 20)) : Self.known(beginning)
  }

  private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static let compressed: [([UInt8], String)] = [
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "a RAR archive"),
  ]

  private static func known(_ bytes: [UInt8]) -> Signature {
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    // A first entry, an archive without entries, or one that was split into volumes.
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || bytes.starts(with: [0x50, 0x4B, 0x07, 0x08])
    {
      return .zip
    }
    for (signature, name) in compressed where bytes.starts(with: signature) {
      return .unread(name, "Unpack it, or compress it with gzip or zip")
    }
    // bzip2: BZh, the level, and the digits of pi in hexadecimal.
    if bytes.starts(with: Array("BZh".utf8)), bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59]) {
      return .unread("compressed with bzip2", "Unpack it, or compress it with gzip or zip")
    }
    if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) {
      return .unread("a tar archive", "Unpack it and put the CSV files here")
    }
    return .none
  }

  /// An OLE compound file: a workbook of Excel 97 to 2003, or one encrypted with a password
  /// ([MS-OFFCRYPTO] 2.3.2), told apart by the names in its directory, in UTF-16.
  private static func compoundFile(_ bytes: [UInt8]) -> Signature {
    let name = Array("EncryptedPackage".utf8.map { [$0, UInt8(0)] }.joined())
    if bytes.indices.contains(where: { bytes[$0...].starts(with: name) }) {
      return .unread(
        "a workbook protected with a password",
        "Open it in Excel, take the password away and save it again")
    }
    return .unread(
      "an Office file of the kind before 2007, such as .xls, or one protected with a password",
      "Open it in Excel and save it as .xlsx without a password, or as CSV UTF-8")
  }
}
