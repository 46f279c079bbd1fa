package import Basics

/// Reads single records of a CSV file of the project's own, by positions that were noted before.
package final class RecordLookup {
  package let path: String
  private let file: InputFile
  private let parser = CSVParser(dialect: .canonical)

  package init(path: String) throws(RunError) {
    self.path = path
    file = try InputFile(path: path)
  }

  package func record(at position: RecordPosition) throws(RunError) -> RecordBuffer {
    let bytes = try file.bytes(at: position.offset, count: position.length)
    parser.beginRecord()
    _ = parser.parse(bytes, bytes.indices)
    return parser.record
  }
}
