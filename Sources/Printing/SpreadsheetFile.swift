package import Basics
package import Definition
import Tabular

/// A CSV file that opens right in a spreadsheet with a double click: UTF-8 with byte order mark,
/// CRLF, separator and decimal mark of the reader's locale, no field that is run, and no label that
/// becomes a number or a date.
package struct SpreadsheetFile {
  /// What stands in a field.
  package enum Field {
    case text(String)
    /// A figure as a table prints it: a number with a point, or a date.
    case figure(String)

    /// As it was given.
    package var raw: String {
      switch self {
      case .text(let text), .figure(let text): text
      }
    }
  }

  private let writer: CSVWriter
  private let decimalMark: String

  package init(path: String, _ locale: SpreadsheetLocale) throws(RunError) {
    decimalMark = locale.decimalMark.text
    writer = try CSVWriter(
      path: path, prefix: [0xEF, 0xBB, 0xBF], separator: locale.separator.byte, lineEnd: "\r\n")
  }

  package func write(_ fields: [Field]) throws(RunError) {
    try writer.write(
      fields.map { field in
        switch field {
        case .text(let text): SpreadsheetText.marked(text)
        case .figure(let text) where decimalMark == ".": text
        case .figure(let text): text.replacing(".", with: decimalMark)
        }
      })
  }

  package func write(texts: [String]) throws(RunError) {
    try write(texts.map { .text($0) })
  }

  package func commit() throws(RunError) {
    try writer.commit()
  }
}

/// Texts that a spreadsheet would take for something else.
package enum SpreadsheetText {
  /// What such a text begins with: LEFT-TO-RIGHT MARK, which has no width. A spreadsheet that meets it
  /// takes what follows for text.
  static let mark = "\u{200E}"

  /// The signs that begin a formula (OWASP, "CSV Injection"), also in their full-width forms.
  private static let formulaStarts = Set("=+-@＝＋－＠".unicodeScalars)
  /// What may stand before them without keeping a spreadsheet from running them.
  private static let quotes = Set("\"'".unicodeScalars)
  /// What spreadsheets of the languages that tables are in take for a truth value.
  private static let truthValues: Set = [
    "true", "false", "vrai", "faux", "verdadero", "falso", "истина", "ложь", "wahr", "falsch",
  ]

  /// The text, with the mark before it where it might be taken for a formula, number, date or truth
  /// value; rather too often than not, since nobody sees it.
  static func marked(_ text: String) -> String {
    isAtRisk(text) ? mark + text : text
  }

  /// Most texts are sentences or labels of letters, and known by that at a glance.
  private static func isAtRisk(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if first.value < 0x20 { return true }
    return beginsFormula(text) || mayBeNumber(text) || isTruthValue(text)
  }

  private static func beginsFormula(_ text: String) -> Bool {
    if let byte = text.utf8.first, isLetter(byte) { return false }
    let start = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !quotes.contains($0)
    }
    return start.map(formulaStarts.contains) ?? false
  }

  /// Whether the text has digits with at most two words beside them, such as a month, an exponent, a
  /// currency, or "PM".
  private static func mayBeNumber(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.contains(where: isDigit)
        && text.utf8.split { !isLetter($0) }.count <= mostWords
    }
    let scalars = text.unicodeScalars
    return scalars.contains { $0.properties.numericType != nil }
      && scalars.split { !$0.properties.isAlphabetic }.count <= mostWords
  }

  private static let mostWords = 2

  private static func isTruthValue(_ text: String) -> Bool {
    text.utf8.count <= longestTruthValue && truthValues.contains(text.lowercased())
  }

  private static let longestTruthValue = truthValues.map(\.utf8.count).max() ?? 0

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
