import Basics
import Tabular

/// A CSV file that opens right in a spreadsheet with a double click: UTF-8 with byte order mark,
/// CRLF, and no field that is run.
struct SpreadsheetFile {
  private let writer: CSVWriter

  init(path: String) throws(RunError) {
    writer = try CSVWriter(path: path, prefix: [0xEF, 0xBB, 0xBF], lineEnd: "\r\n")
  }

  func write(_ fields: [String]) throws(RunError) {
    try writer.write(fields.map(Self.harmless))
  }

  func commit() throws(RunError) {
    try writer.commit()
  }

  /// The signs that begin a formula, also in their full-width forms.
  private static let formulaStarts = Set("=+-@＝＋－＠".unicodeScalars)

  /// A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
  /// Injection"); negative numbers are left alone.
  static func harmless(_ text: String) -> String {
    // Most fields begin with a letter or digit, or are empty.
    guard let first = text.utf8.first, !isLetterOrDigit(first) else { return text }
    let start = text.unicodeScalars.first { !$0.properties.isWhitespace }
    guard let start, formulaStarts.contains(start), FixedDecimal(text) == nil else { return text }
    return "'\(text)"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    // Capitals are small letters without one bit.
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    return letters ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
