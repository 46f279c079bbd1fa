package import Basics

/// Writes CSV records to a file that appears whole: fields are quoted only where they must be.
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

  package func write(_ fields: [String]) throws(RunError) {
    for field in fields {
      record.append(field, after: isFirst ? nil : separator)
      isFirst = false
    }
    try endRecord()
  }

  /// Appends a field to the current record; its bytes are UTF-8.
  package func append(_ field: [UInt8]) {
    append(field[...])
  }

  package func append(_ field: ArraySlice<UInt8>) {
    record.append(field, after: isFirst ? nil : separator)
    isFirst = false
  }

  /// Appends fields that `fields` has put together.
  package func append(encoded fields: ArraySlice<UInt8>) {
    if !isFirst { record.append(separator) }
    record.append(contentsOf: fields)
    isFirst = false
  }

  /// Fields as they stand in a record, one after the other.
  package static func fields(_ fields: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, field) in fields.enumerated() {
      bytes.append(field, after: index == 0 ? nil : UInt8(ascii: ","))
    }
    return bytes
  }

  /// Writes a record as it stands in another file of the project's own, its line end included.
  package func copy(_ record: ArraySlice<UInt8>) throws(RunError) {
    try file.write(record)
  }

  package func append(_ field: String) {
    record.append(field, after: isFirst ? nil : separator)
    isFirst = false
  }

  /// Appends a number, which is not negative.
  package func append(_ number: Int) {
    if !isFirst { record.append(separator) }
    isFirst = false
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var start = digits.count
    var rest = UInt(number)
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    for index in start..<digits.count { record.append(digits[index]) }
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

  /// The field as it stands in a file (RFC 4180, section 2.6 and 2.7).
  package static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: mustQuote) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

/// Whether one of the bytes must be quoted; without a way out, so that many are looked at in a step.
private func mustQuoteAny(of field: UnsafeBufferPointer<UInt8>) -> Bool {
  unsafe field.reduce(0 as UInt8) { $0 | (mustQuote($1) ? 1 : 0) } != 0
}

private func mustQuote(_ byte: UInt8) -> Bool {
  switch byte {
  // A semicolon or tab too: spreadsheets of other locales split there.
  case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D, UInt8(ascii: ";"), 0x09: true
  default: false
  }
}

extension [UInt8] {
  /// Appends a field as it stands in a file, with the separator before it.
  private mutating func append(_ field: UnsafeBufferPointer<UInt8>, after separator: UInt8?) {
    if let separator { append(separator) }
    guard unsafe mustQuoteAny(of: field) else {
      unsafe append(contentsOf: field)
      return
    }
    let quote = UInt8(ascii: "\"")
    append(quote)
    var rest = unsafe field[...]
    while let index = unsafe rest.firstIndex(of: quote) {
      unsafe append(contentsOf: rest[...index])
      append(quote)
      unsafe rest = rest[(index + 1)...]
    }
    unsafe append(contentsOf: rest)
    append(quote)
  }

  fileprivate mutating func append(_ field: ArraySlice<UInt8>, after separator: UInt8?) {
    unsafe field.withUnsafeBufferPointer { unsafe append($0, after: separator) }
  }

  fileprivate mutating func append(_ field: String, after separator: UInt8?) {
    var field = field
    field.withUTF8 { unsafe append($0, after: separator) }
  }
}
