import Basics
import Interchange
import Tabular

/// The records of a source that cannot be used, written as they are met: where a source is declared
/// wrongly they are as many as its records. There are no files where there are none.
struct QuarantineFiles {
  private let folder: String
  private var files: (list: CSVWriter, findings: CSVWriter)?
  private(set) var count = 0

  /// - Parameter folder: That of the source.
  init(folder: String) {
    self.folder = folder
  }

  mutating func write(_ record: QuarantinedRecord) throws(RunError) {
    let (list, findings) = try opened()
    try list.write(record.fields)
    try findings.write(record.finding.fields)
    count += 1
  }

  func commit() throws(RunError) {
    try files?.list.commit()
    try files?.findings.commit()
  }

  private mutating func opened() throws(RunError) -> (list: CSVWriter, findings: CSVWriter) {
    if let files { return files }
    let opened = (
      list: try CSVWriter(path: Self.list(folder), header: QuarantinedRecord.header),
      findings: try CSVWriter(path: Self.findings(folder), header: Finding.header)
    )
    files = opened
    return opened
  }

  /// Moves the records of a source to the lists of the stage.
  static func move(
    from folder: String, to list: CSVWriter, _ findings: CSVWriter
  ) throws(RunError) {
    for (path, writer) in [(Self.list(folder), list), (Self.findings(folder), findings)]
    where FileSystem.exists(path) {
      try CSVReader.copyRecords(of: path, to: writer)
      try FileSystem.remove(path)
    }
  }

  static func list(_ folder: String) -> String { "\(folder)/quarantine.csv" }

  private static func findings(_ folder: String) -> String { "\(folder)/quarantine-findings.csv" }
}
