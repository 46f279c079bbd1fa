package import Basics

/// Writes CSV records to a file that appears whole: cells are quoted only where they must be.
package final class CSVWriter {
  package let file: AtomicFile
  private let separator: UInt8
  private let lineEnd: String
  private var record: [UInt8] = []
  private var isFirst = true

  /// - Parameter lineEnd: LF for the project's own files; CRLF where RFC 4180's readers are met.
  package init(path: String, header: [String], lineEnd: String = "\n") throws(RunError) {
    file = try AtomicFile(path: path)
    self.lineEnd = lineEnd
    separator = UInt8(ascii: ",")
    try write(header)
  }

  /// Starts a file that begins with bytes of its own, such as a byte order mark.
  package init(
    path: String, prefix: [UInt8], separator: UInt8, lineEnd: String
  ) throws(RunError) {
    file = try AtomicFile(path: path)
    self.separator = separator
    self.lineEnd = lineEnd
    try file.write(prefix)
  }

  package func write(_ cells: [String]) throws(RunError) {
    for cell in cells {
      record.append(cell, after: isFirst ? nil : separator)
      isFirst = false
    }
    try endRecord()
  }

  /// Appends a cell to the current record; its bytes are UTF-8.
  package func append(_ cell: [UInt8]) {
    append(cell[...])
  }

  package func append(_ cell: ArraySlice<UInt8>) {
    record.append(cell, after: isFirst ? nil : separator)
    isFirst = false
  }

  /// Appends cells that `cells` has put together.
  package func append(encoded cells: ArraySlice<UInt8>) {
    if !isFirst { record.append(separator) }
    record.append(contentsOf: cells)
    isFirst = false
  }

  /// Cells as they stand in a record, one after the other.
  package static func cells(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, cell) in cells.enumerated() {
      bytes.append(cell, after: position == 0 ? nil : UInt8(ascii: ","))
    }
    return bytes
  }

  /// Writes a record as it stands in another file of the project's own, its line end included.
  package func copy(_ record: ArraySlice<UInt8>) throws(RunError) {
    try file.write(record)
  }

  package func append(_ number: Int) {
    append(Array(String(number).utf8))
  }

  package func endRecord() throws(RunError) {
    record.append(contentsOf: lineEnd.utf8)
    try file.write(record)
    record.removeAll(keepingCapacity: true)
    isFirst = true
  }

  package func commit() throws(RunError) {
    try file.commit()
  }

  /// The cell as it stands in a file (RFC 4180, section 2.6 and 2.7).
  package static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: mustQuote) else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

/// Whether one of the bytes must be quoted; without a way out, so that many are looked at in a step.
private func mustQuoteAny(of cell: UnsafeBufferPointer<UInt8>) -> Bool {
  unsafe cell.reduce(0 as UInt8) { $0 | (mustQuote($1) ? 1 : 0) } != 0
}

private func mustQuote(_ byte: UInt8) -> Bool {
  switch byte {
  // A semicolon or tab too: spreadsheets of other locales split there.
  case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D, UInt8(ascii: ";"), 0x09: true
  default: false
  }
}

extension [UInt8] {
  /// Appends a cell as it stands in a file, with the separator before it.
  private mutating func append(_ cell: UnsafeBufferPointer<UInt8>, after separator: UInt8?) {
    if let separator { append(separator) }
    guard unsafe mustQuoteAny(of: cell) else {
      unsafe append(contentsOf: cell)
      return
    }
    append(UInt8(ascii: "\""))
    for index in cell.indices {
      let byte = unsafe cell[index]
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  fileprivate mutating func append(_ cell: ArraySlice<UInt8>, after separator: UInt8?) {
    unsafe cell.withUnsafeBufferPointer { unsafe append($0, after: separator) }
  }

  fileprivate mutating func append(_ cell: String, after separator: UInt8?) {
    var cell = cell
    cell.withUTF8 { unsafe append($0, after: separator) }
  }
}
