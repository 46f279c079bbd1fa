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

  private static func isAtRisk(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if first.value < 0x20 { return true }
    let start = scalars.first { !$0.properties.isWhitespace && !quotes.contains($0) }
    if let start, formulaStarts.contains(start) { return true }
    return mayBeNumber(scalars) || truthValues.contains(text.lowercased())
  }

  /// Whether the text is short, and has digits with at most two words beside them, such as a month, an
  /// exponent, a currency, or "PM".
  private static func mayBeNumber(_ scalars: String.UnicodeScalarView) -> Bool {
    guard scalars.count <= 30, scalars.contains(where: { $0.properties.numericType != nil })
    else { return false }
    return scalars.split { !$0.properties.isAlphabetic }.count <= 2
  }
}
