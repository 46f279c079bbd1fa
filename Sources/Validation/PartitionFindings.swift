import Basics
import Interchange
import Tabular

/// The findings about one partition, in a file of their own until its turn comes: there may be more
/// of them than memory has room for.
struct PartitionFindings {
  let path: String
  private var writer: CSVWriter?

  init(path: String) {
    self.path = path
  }

  mutating func append(_ finding: Finding) throws(RunError) {
    if writer == nil { writer = try CSVWriter(path: path, header: Finding.header) }
    try writer?.write(finding.fields)
  }

  /// Ends the file and returns its path; nil where there was nothing to find.
  func finish() throws(RunError) -> String? {
    guard let writer else { return nil }
    try writer.commit()
    return path
  }
}
