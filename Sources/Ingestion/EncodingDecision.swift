import Interchange
import Tabular

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

  /// Whether the file must be rewritten before its cells can be split: the bytes of separators
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
    if scan.hasNUL {
      throw RunError(
        .dataRejected, path: path, rule: "undecided-encoding",
        "the file holds zero bytes, which no text in UTF-8 has, and its line ends are not those "
          + "of UTF-16. Set 'encoding' of the source")
    }
    guard let invalid = scan.firstInvalidUTF8 else {
      let evidence =
        scan.multibyteCount == 0
        ? "all bytes are ASCII" : "all \(scan.multibyteCount) sequences beyond ASCII are UTF-8"
      self.init(name: "UTF-8", reason: evidence, mark: 0)
      return
    }
    throw try Self.undecided(path, text: text.path, at: invalid)
  }

  private init(name: String, reason: String, mark: Int) {
    self.name = name
    self.reason = reason
    self.mark = mark
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  private static func declared(
    _ name: String, _ scan: SourceScan, path: String
  ) throws(RunError) -> EncodingDecision {
    let upper = name.uppercased()
    let mark = marks.first { scan.beginning.starts(with: $0.0) }
    var plain = upper
    if ["UTF-16", "UTF16"].contains(upper) {
      guard let order = mark?.1 ?? utf16(scan.beginning) else {
        throw RunError(
          .dataRejected, path: path, line: 1, rule: "undecided-encoding",
          "UTF-16 is declared, but the file has no byte order mark and its line ends do not tell "
            + "the order. Set 'encoding' of the source to UTF-16LE or UTF-16BE")
      }
      plain = order
    }
    if let mark, mark.1 != plain, !(mark.1 == "UTF-8" && plain == "UTF8") {
      throw RunError(
        .dataRejected, path: path, line: 1, rule: "contradicted-encoding",
        "the file begins with the byte order mark of \(mark.1), but \(name) is declared. "
          + "Delete 'encoding' of the source, or set it to \(mark.1)")
    }
    let isMarked = mark.map { $0.1 == plain } ?? false
    return EncodingDecision(
      name: plain.hasPrefix("UTF") ? plain : name, reason: "declared",
      mark: isMarked ? mark?.0.count ?? 0 : 0)
  }

  /// In UTF-16 every LF is a pair of bytes of which the other is zero.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    var (little, big, all) = (0, 0, 0)
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      all += 1
      if offset % 2 == 0, offset + 1 < bytes.count, bytes[offset + 1] == 0 { little += 1 }
      if offset % 2 == 1, bytes[offset - 1] == 0 { big += 1 }
    }
    guard all > 0 else { return nil }
    if little == all { return "UTF-16LE" }
    return big == all ? "UTF-16BE" : nil
  }

  private static let candidates = [
    "Windows-1252", "ISO-8859-15", "Windows-1250", "ISO-8859-2", "Windows-1251", "ISO-8859-5",
    "KOI8-R", "Windows-1253", "ISO-8859-7", "Windows-1254", "Windows-1255", "Windows-1256",
    "Windows-1257", "Windows-1258", "MACINTOSH", "GB18030", "CP932",
  ]

  /// The error that lets a person decide: what each candidate would make of the same place.
  private static func undecided(
    _ path: String, text: String, at offset: Int
  ) throws(RunError) -> RunError {
    let file = try InputFile(path: text)
    let start = max(0, offset - 12)
    let around = try file.bytes(at: start, count: offset - start + 16)
    let line = try line(of: offset, in: file)
    let before = around[..<(offset - start)].lastIndex { $0 < 0x20 }.map { $0 + 1 } ?? 0
    let after = around[(offset - start)...].firstIndex { $0 < 0x20 } ?? around.count
    var readings: [String] = []
    for name in candidates {
      let decoder = try TextDecoder(encoding: name)
      // The excerpt may begin or end within a character of several bytes.
      for (first, last) in [(0, 0), (0, 1), (1, 0), (1, 1)]
      where before + first < after - last && before + first <= offset - start {
        guard let text = decoder.decode(Array(around[(before + first)..<(after - last)])) else {
          continue
        }
        readings.append("\(name) '\(text)'")
        break
      }
    }
    let byte = String(around[offset - start], radix: 16, uppercase: true)
    return RunError(
      .dataRejected, path: path, line: line, rule: "undecided-encoding",
      "byte \(offset) of the file (0x\(byte)) is not UTF-8, and no encoding is declared. The place "
        + "reads in \(readings.joined(separator: ", in ")). Set 'encoding' of the source to the one "
        + "that reads right")
  }

  private static func line(of offset: Int, in file: InputFile) throws(RunError) -> Int {
    var line = 1
    var read = 0
    var last: UInt8 = 0
    try file.seek(to: 0)
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
