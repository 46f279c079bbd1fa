/// Writes CSV records to a file that appears whole: cells are quoted only where they must be.
package final class CSVWriter {
  package let file: AtomicFile
  private let lineEnd: String

  /// - Parameter lineEnd: LF for the project's own files; CRLF where RFC 4180's readers are met.
  package init(path: String, header: [String], lineEnd: String = "\n") throws(RunError) {
    file = try AtomicFile(path: path)
    self.lineEnd = lineEnd
    try write(header)
  }

  /// Starts a file that begins with bytes of its own, such as a byte order mark.
  package init(path: String, prefix: [UInt8], lineEnd: String) throws(RunError) {
    file = try AtomicFile(path: path)
    self.lineEnd = lineEnd
    try file.write(prefix)
  }

  package func write(_ cells: [String]) throws(RunError) {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "," }
      line += Self.quoted(cell)
    }
    line += lineEnd
    try file.write(line)
  }

  package func commit() throws(RunError) {
    try file.commit()
  }

  /// The cell as it stands in a file (RFC 4180, section 2.6 and 2.7).
  package static func quoted(_ cell: String) -> String {
    let mustQuote = cell.utf8.contains { byte in
      // A semicolon or tab too: spreadsheets of other locales split there.
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        || byte == UInt8(ascii: ";") || byte == 0x09
    }
    guard mustQuote else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
