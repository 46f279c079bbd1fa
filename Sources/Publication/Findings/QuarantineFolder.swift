import Basics
import Containers
import Definition
import Findings
import Interchange
import Printing
import Tabular

/// `quarantine/`: what could not be used, byte for byte, ready to be mended.
///
/// For each source one file `records/<file>` with the header and the records concerned, in the
/// source's own encoding and dialect, and `index.csv` with a row a reason,
/// safe to double-click. Mended, such a file goes into
/// `Input/<collection>/mended/` under the same name and is read like the source itself. Of a container
/// it is the text in it, and the name ends in `.csv` besides.
///
/// Of a record only its position is held, eight bytes where it cannot be used and sixteen where it is to
/// be mended.
final class QuarantineFolder {
  /// The bytes of a record in its source.
  private struct Extent {
    let offset: Int
    let length: Int
  }

  private let collection: CollectionFolders
  private let jobs: Int
  private let sources: [SourceEntry]
  private let definitions: [SourceDefinition]
  private let folder: String
  private let index: SpreadsheetFile
  /// Where the records that cannot be used begin, by source, sorted.
  private let unusable: [String: [Int]]
  private var extents: [String: [Extent]] = [:]
  /// The sources that records are taken from, each held against what was ingested meanwhile.
  private var checks: [String: Begun<SteadyFile, RunError>] = [:]

  private static let columns: [Finding.Column] = [
    .source, .line, .offset, .length, .severity, .rule, .unit, .question, .value, .message,
    .suggestion,
  ]

  /// - Parameter validated: The folder of the stage that knows all records set aside.
  init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition, validated: String,
    to folder: String, jobs: Int
  ) throws(RunError) {
    self.collection = collection
    self.jobs = jobs
    definitions = pipeline.sources
    self.folder = folder
    sources = try SourceEntry.read(from: validated)
    try FileSystem.createFolder(folder)
    index = try SpreadsheetFile(path: "\(folder)/index.csv", pipeline.spreadsheet)
    try index.write(texts: Self.columns.map(\.name))
    var unusable: [String: [Int]] = [:]
    try QuarantinedRecord.forEach(in: "\(validated)/quarantine.csv") { record in
      unusable[record.source, default: []].append(record.position.offset)
    }
    self.unusable = unusable.mapValues { $0.sorted() }
  }

  /// Takes a finding up where it is about a record that cannot be used, or about a single answer
  /// that no code fits.
  func take(_ finding: FindingRow) throws(RunError) {
    let source = finding[.source]
    let offset = try finding.integerIfAny(.offset)
    let isUnclear = finding[.rule] == Rule.unclearAnswer.rawValue
    guard isUnclear || offset.map({ isUnusable($0, in: source) }) == true else { return }
    try index.write(Self.columns.map { Self.field($0, of: finding) })
    if let offset {
      let extent = Extent(offset: offset, length: try finding.integer(.length))
      if extents[source]?.append(extent) == nil { begin(source, with: extent) }
    }
  }

  /// Begins with a source, where it is one of whose records a file is made.
  private func begin(_ source: String, with extent: Extent) {
    extents[source] = [extent]
    // A mended source is the user's own file, to be mended again where it stands.
    guard let entry = sources.first(where: { $0.file == source }), !entry.isMended else { return }
    let path = "\(collection.input)/\(source)"
    checks[source] = Begun(jobs: jobs) { () throws(RunError) in
      let file = try SteadyFile(path: path)
      guard try SHA256.digest(of: file).digest == entry.sha256 else {
        throw RunError(
          path: path, id: .file(.changedFile),
          "the source is not the one that was ingested. Run 'make report' again")
      }
      return file
    }
  }

  private static func field(
    _ column: Finding.Column, of finding: FindingRow
  ) -> SpreadsheetFile.Field {
    switch column {
    case .line, .offset, .length: .figure(finding[column])
    case .rule, .severity, .unit, .submission, .question, .value, .source, .message, .suggestion:
      .text(finding[column])
    }
  }

  /// Writes the records of each source.
  func finish() throws(RunError) {
    try index.commit()
    for source in sources {
      guard let file = try checks[source.file]?(), let extents = extents[source.file] else {
        continue
      }
      try write(source, extents.sorted { $0.offset < $1.offset }, of: file)
    }
  }

  private func isUnusable(_ offset: Int, in source: String) -> Bool {
    guard let offsets = unusable[source] else { return false }
    var range = 0..<offsets.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if offsets[middle] == offset { return true }
      range = offsets[middle] < offset ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return false
  }

  private func write(
    _ source: SourceEntry, _ extents: [Extent], of file: SteadyFile
  ) throws(RunError) {
    let target = "\(folder)/records/\(source.textFile)"
    try FileSystem.createFolder(FileSystem.parent(of: target))
    let unpacked = "\(target).text"
    defer { try? FileSystem.remove(unpacked) }
    let container = try unpack(source, file, to: unpacked)
    var input = ExtentReader(try InputFile(container == nil ? file : SteadyFile(path: unpacked)))
    let output = try AtomicFile(path: target)
    try output.write(try input.bytes(at: 0, count: source.headerBytes))
    let lineEnds = [0x0A, 0x0D].map { Self.unit($0, in: source.encoding) }
    var last = -1
    for extent in extents where extent.offset != last {
      last = extent.offset
      let bytes = try input.bytes(at: extent.offset, count: extent.length)
      try output.write(bytes)
      // The last record of a source may have no line end of its own.
      if !lineEnds.contains(where: { bytes.suffix($0.count) == $0[...] }) {
        try output.write(lineEnds[0])
      }
    }
    try file.requireUnchanged()
    try output.commit()
  }

  /// A byte of ASCII as a source in an encoding has it.
  private static func unit(_ byte: UInt8, in encoding: String) -> [UInt8] {
    switch encoding {
    case "UTF-16LE": [byte, 0]
    case "UTF-16BE": [0, byte]
    default: [byte]
    }
  }

  /// The text of a container once more, which the first stage did not keep.
  private func unpack(
    _ source: SourceEntry, _ file: SteadyFile, to target: String
  ) throws(RunError) -> Container? {
    guard !source.container.isEmpty,
      let definition = definitions.first(where: { $0.matches(source.file) })
    else { return nil }
    return try Container.unpack(
      file,
      Container.SheetOptions(
        sheet: definition.sheet, skippedRows: definition.skippedLines,
        comment: definition.dialect.comment),
      megabytes: definition.unpackedMegabytes, to: target)
  }
}
