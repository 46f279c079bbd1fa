import Containers
import Interchange
import Tabular

/// `quarantine/`: what could not be used, byte for byte, ready to be mended.
///
/// For each source one file `records/<file>` with the header and the records concerned, in the
/// source's own encoding and dialect, and `index.csv` with a row a reason. Mended, such a file goes into
/// `Input/<collection>/mended/` under the same name and is read like the source itself. Of a container
/// it is the text in it, and the name ends in `.csv` besides.
struct QuarantineFolder {
  let collection: CollectionFolders
  let sources: [SourceEntry]
  let definitions: [SourceDefinition]
  /// Findings about records that cannot be used, and about single answers that no code fits.
  let findings: [Finding]

  private static let header = [
    "source", "line", "offset", "length", "severity", "rule", "unit", "question", "value",
    "message",
    "suggestion",
  ]

  func write(to folder: String) throws(RunError) {
    try FileSystem.createFolder(folder)
    let index = try CSVWriter(path: "\(folder)/index.csv", header: Self.header)
    for finding in findings {
      try index.write(
        [finding.position.source] + finding.position.cells + [
          finding.severity.rawValue, finding.rule, finding.unit, finding.question, finding.value,
          finding.message,
          finding.suggestion,
        ])
    }
    try index.commit()
    // A mended source is the user's own file, to be mended again where it stands.
    for source in sources where !source.file.hasPrefix("mended/") {
      let places = findings.filter { $0.position.source == source.file }
        .compactMap(\.position.place)
      if !places.isEmpty { try write(source, places, to: folder) }
    }
  }

  private func write(
    _ source: SourceEntry, _ places: [RecordPlace], to folder: String
  ) throws(RunError) {
    let path = "\(collection.input)/\(source.file)"
    guard try SHA256.digest(ofFile: path).digest == source.sha256 else {
      throw RunError(
        .dataRejected, path: path, rule: "changed-file",
        "the source is not the one that was ingested. Run 'make report' again")
    }
    let target = "\(folder)/records/\(source.textFile)"
    try FileSystem.createFolder(FileSystem.parent(of: target))
    let unpacked = "\(target).text"
    defer { try? FileSystem.remove(unpacked) }
    let container = try unpack(source, path, to: unpacked)
    let input = try InputFile(path: container == nil ? path : unpacked)
    let output = try AtomicFile(path: target)
    try output.write(try input.bytes(at: 0, count: source.headerBytes))
    let lineEnds = [0x0A, 0x0D].map { Self.unit($0, in: source.encoding) }
    var written: Set<Int> = []
    for place in places.sorted(by: { $0.offset < $1.offset })
    where written.insert(place.offset).inserted {
      let bytes = try input.bytes(at: place.offset, count: place.length)
      try output.write(bytes)
      // The last record of a source may have no line end of its own.
      if !lineEnds.contains(where: { bytes.suffix($0.count) == $0[...] }) {
        try output.write(lineEnds[0])
      }
    }
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
    _ source: SourceEntry, _ path: String, to target: String
  ) throws(RunError) -> Container? {
    guard !source.container.isEmpty,
      let definition = definitions.first(where: { $0.matches(source.file) })
    else { return nil }
    return try Container.unpack(
      path,
      Container.SheetOptions(
        sheet: definition.sheet, skippedRows: definition.skippedLines,
        comment: definition.dialect.comment),
      to: target)
  }
}
