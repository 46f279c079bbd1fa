/// How the cells and records of a CSV file are marked off (RFC 4180 and its relatives).
package struct CSVDialect: Sendable, Equatable {
  package var delimiter: UInt8
  package var quote: UInt8

  package init(delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote
  }

  /// Comma, double quotes: what every file of the project's own uses.
  package static let canonical = CSVDialect()
}
