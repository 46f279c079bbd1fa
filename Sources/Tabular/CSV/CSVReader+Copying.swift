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

extension CSVWriter {
  /// Appends what a list of the same shape has under its header, byte by byte: one that a stage has
  /// written as it is to stand here, so that there is nothing to read.
  package func append(recordsOf path: String) throws(RunError) {
    let source = try InputFile(path: path)
    var block: [UInt8] = []
    var isUnderHeader = false
    while try source.read(into: &block, upTo: 1 << 16) > 0 {
      if isUnderHeader {
        try file.write(block)
      } else if let end = block.firstIndex(of: UInt8(ascii: "\n")) {
        isUnderHeader = true
        try file.write(block[(end + 1)...])
      } else {
        continue
      }
      block.removeAll(keepingCapacity: true)
    }
  }
}
