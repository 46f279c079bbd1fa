import Basics
import Definition

/// The encoding of a source, declared in the pipeline or decided on evidence; never guessed.
///
/// Evidence is a byte order mark, line ends that only UTF-16 writes so, or a whole file that is
/// UTF-8. A legacy encoding cannot be told from its bytes alone, so it must be declared.
struct EncodingDecision: Sendable, Equatable {
  /// As `iconv(3)` names it.
  let name: String
  let reason: String
  /// The length of the byte order mark.
  let mark: Int

  /// Whether the file must be rewritten before its fields can be split: the bytes of separators
  /// stand for other things too.
  var mustTranscode: Bool { name.hasPrefix("UTF-16") }

  /// The text that is written from a workbook.
  static let workbook = EncodingDecision(name: "UTF-8", reason: "xlsx", mark: 0)

  /// - Parameter path: The file as received, for errors.
  /// - Throws: `dataRejected` with the offset, the candidates and what each would read.
  init(
    _ text: SourceText, _ definition: SourceDefinition, file path: String
  ) throws(RunError) {
    let scan = text.scan
    try Self.refuseUTF32(scan.beginning, path: path)
    if let declared = definition.encoding {
      self = try Self.declared(declared, scan, path: path)
      return
    }
    for (mark, name) in Self.marks where scan.beginning.starts(with: mark) {
      self.init(name: name, reason: "byte order mark", mark: mark.count)
      return
    }
    if let name = Self.utf16(scan.beginning) {
      self.init(name: name, reason: "every line end is a pair with a zero byte", mark: 0)
      return
    }
    if let invalid = scan.firstInvalidUTF8 {
      throw try Self.undecided(path, text: text.file, scan, at: invalid)
    }
    if let zero = scan.firstZero, scan.zeroBytes * Self.textBytesToAZero > scan.bytes {
      throw try Self.undecided(path, text: text.file, scan, zero: zero)
    }
    let evidence =
      scan.multibyteCount == 0
      ? "all bytes are ASCII" : "all \(scan.multibyteCount) sequences beyond ASCII are UTF-8"
    let zeros = scan.zeroBytes == 0 ? "" : "; \(scan.zeroBytes) zero bytes"
    self.init(name: "UTF-8", reason: evidence + zeros, mark: 0)
  }

  private init(name: String, reason: String, mark: Int) {
    self.name = name
    self.reason = reason
    self.mark = mark
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]
  /// Of a UTF-16 text without one of its line ends, which would tell, about half the bytes are zero.
  /// Where fewer than one in so many are, some lines are damaged.
  private static let textBytesToAZero = 4

  /// The mark of UTF-32LE begins with that of UTF-16LE.
  private static func refuseUTF32(_ beginning: [UInt8], path: String) throws(RunError) {
    for mark in [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]]
    where beginning.starts(with: mark) {
      throw RunError(
        path: path, line: 1, id: .source(.undecidedEncoding),
        "the file begins with the byte order mark of UTF-32, which is not read; expected UTF-8, "
          + "UTF-16 or a legacy encoding. Convert the file to UTF-8 with iconv(1)")
    }
  }

  private static func declared(
    _ name: String, _ scan: SourceScan, path: String
  ) throws(RunError) -> EncodingDecision {
    let upper = name.uppercased()
    let mark = marks.first { scan.beginning.starts(with: $0.0) }
    var plain = upper
    if ["UTF-16", "UTF16"].contains(upper) {
      guard let order = mark?.1 ?? utf16(scan.beginning) else {
        throw RunError(
          path: path, line: 1, id: .source(.undecidedEncoding),
          "UTF-16 is declared, but the file has no byte order mark and its line ends do not tell "
            + "the order. Set 'encoding' of the source to UTF-16LE or UTF-16BE")
      }
      plain = order
    }
    if let mark, mark.1 != plain, !(mark.1 == "UTF-8" && plain == "UTF8") {
      throw RunError(
        path: path, line: 1, id: .source(.contradictedEncoding),
        "the file begins with the byte order mark of \(mark.1), but \(name) is declared. "
          + "Delete 'encoding' of the source, or set it to \(mark.1)")
    }
    if mark == nil { try refuseContradiction(of: name, plain, scan, path: path) }
    let isMarked = mark.map { $0.1 == plain } ?? false
    return EncodingDecision(
      name: plain.hasPrefix("UTF") ? plain : name, reason: "declared",
      mark: isMarked ? mark?.0.count ?? 0 : 0)
  }

  /// Where a file without a mark cannot be in the declared encoding.
  private static func refuseContradiction(
    of name: String, _ plain: String, _ scan: SourceScan, path: String
  ) throws(RunError) {
    let evidence: String
    if let found = utf16(scan.beginning), found != plain {
      evidence = "every line end of the file is that of \(found)"
    } else if plain.hasPrefix("UTF-16"), scan.zeroBytes == 0, scan.bytes > 0 {
      evidence = "the file has no zero byte, which every line end and separator of UTF-16 has"
    } else {
      return
    }
    throw RunError(
      path: path, line: 1, id: .source(.contradictedEncoding),
      "\(name) is declared, but \(evidence). Delete 'encoding' of the source, or set it to the one "
        + "the file has")
  }

  /// In UTF-16 every LF is a pair of bytes of which the other is zero; where there is none, every CR.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    for lineEnd: UInt8 in [0x0A, 0x0D] {
      var (little, big, all) = (0, 0, 0)
      for (offset, byte) in bytes.enumerated() where byte == lineEnd {
        all += 1
        if offset % 2 == 0, offset + 1 < bytes.count, bytes[offset + 1] == 0 { little += 1 }
        if offset % 2 == 1, bytes[offset - 1] == 0 { big += 1 }
      }
      if all > 0 { return little == all ? "UTF-16LE" : big == all ? "UTF-16BE" : nil }
    }
    return nil
  }

  /// The error that lets a person decide: what each candidate would make of the same bytes.
  private static func undecided(
    _ path: String, text: SteadyFile, _ scan: SourceScan, at offset: Int
  ) throws(RunError) -> RunError {
    let utf16 =
      try scan.zeroBytes == 0 ? "" : "; \(EncodingReadings.utf16(of: text, at: offset))"
    let file = InputFile(text)
    let byte = String(try file.bytes(at: offset, count: 1)[0], radix: 16, uppercase: true)
    return RunError(
      path: path, line: try line(of: offset, in: file), id: .source(.undecidedEncoding),
      "the byte at offset \(offset), 0x\(byte), is not UTF-8, and no encoding is declared. The text there "
        + "reads \(try EncodingReadings(of: text).text(at: offset))\(utf16). Set 'encoding' of the source to "
        + "the one that reads right")
  }

  private static func undecided(
    _ path: String, text: SteadyFile, _ scan: SourceScan, zero offset: Int
  ) throws(RunError) -> RunError {
    let file = InputFile(text)
    return RunError(
      path: path, line: try line(of: offset, in: file), id: .source(.undecidedEncoding),
      "\(scan.zeroBytes) of \(scan.bytes) bytes are zero, the first at offset \(offset), but the line "
        + "ends are not those of UTF-16. The text there reads "
        + "\(try EncodingReadings.utf16(of: text, at: offset)). Set 'encoding' of the source to the "
        + "one that reads right, or export the file again")
  }

  private static func line(of offset: Int, in file: InputFile) throws(RunError) -> Int {
    var line = 1
    var read = 0
    var last: UInt8 = 0
    file.seek(to: 0)
    var block: [UInt8] = []
    while read < offset, try file.read(into: &block, upTo: min(1 << 18, offset - read)) > 0 {
      for byte in block {
        if byte == 0x0A && last != 0x0D || byte == 0x0D { line += 1 }
        last = byte
      }
      read += block.count
      block.removeAll(keepingCapacity: true)
    }
    return line
  }
}
