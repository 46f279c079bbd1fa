package import Basics

extension CSVReader {
  /// Copies the records of a list under its header to a list of the same shape, one by one.
  package static func copyRecords(of path: String, to writer: CSVWriter) throws(RunError) {
    let reader = try CSVReader(path: path)
    _ = try reader.next()
    while try reader.next() {
      for field in 0..<reader.record.fieldCount { writer.append(reader.record.field(field)) }
      try writer.endRecord()
    }
  }
}
