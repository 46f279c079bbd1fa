/// How the fields and records of a CSV file are marked off (RFC 4180 and its relatives).
package struct CSVDialect: Sendable, Equatable {
  package var delimiter: UInt8
  /// The quote; nil where quotes are ordinary characters, as in some tab-separated files.
  package var quote: UInt8?
  /// Whether a quote inside a quoted field is written `\"` instead of `""`.
  package var hasBackslashEscapes: Bool
  /// What a line between two records begins with that is a comment; empty where there are none.
  package var comment: [UInt8]

  package init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8? = UInt8(ascii: "\""),
    hasBackslashEscapes: Bool = false, comment: [UInt8] = []
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.hasBackslashEscapes = hasBackslashEscapes
    self.comment = comment
  }

  /// Comma, double quotes: what every file of the project's own uses.
  package static let canonical = CSVDialect()
}
