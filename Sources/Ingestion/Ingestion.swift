package import Basics
package import Definition
package import Interchange
import Questionnaire
import Tabular

/// Stage 1: bytes to records.
///
/// Reads the exports below `Input/<collection>/` and gives every distinct text of a column a
/// number; it reads no meaning into any of them.
package enum Ingestion {
  /// - Throws: `inputMissing` where no file of any source is there, `badDefinition`, and
  ///   `dataRejected` where a file's heading cannot be read.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    try run(collection, jobs: jobs) { _, _ in }
  }

  /// The same with a hook that is called after each step of reading a source.
  static func run(
    _ collection: CollectionFolders, jobs: Int, after: @escaping ReadingStep.Hook
  ) throws(RunError) -> StageReport {
    let definition = try CollectionDefinition(collection)
    let assignment = try SourceAssignment(collection, definition.pipeline)
    let folder = try StageFolder(.ingest, of: definition, jobs: jobs)
    folder.addInput(Manifest.Entry(exports: assignment.files))
    let readings = try read(
      assignment.sources, collection, to: folder.path, jobs: jobs, after: after)
    try SourceEntry.write(readings.map(\.entry), to: folder.path)
    for reading in readings {
      folder.addInput(
        Manifest.Entry(
          path: reading.entry.file, bytes: reading.entry.bytes, sha256: reading.entry.sha256))
    }
    let cumulative = CumulativeSource.findings(
      zip(assignment.sources, readings).filter { $0.0.isAnonymous }.map {
        CumulativeSource(file: $0.0.file, digests: $0.1.digests)
      })
    try write(
      readings, assignment.findings + readings.flatMap(\.findings) + cumulative, to: folder.path)

    let records = readings.reduce(0) { $0 + $1.entry.records }
    let quarantined = readings.reduce(0) { $0 + $1.entry.quarantined }
    try folder.finish(counts: [
      "sources": readings.count, "records": records, "quarantined": quarantined,
    ])
    return StageReport(
      summary: "\(readings.count) sources, \(records) records = \(records - quarantined) "
        + "ingested + \(quarantined) quarantined")
  }

  /// Reads the sources side by side; one that is more than a thread's share of all bytes is read
  /// by all threads, after the others.
  private static func read(
    _ sources: [SourceAssignment.Source], _ collection: CollectionFolders, to folder: String,
    jobs: Int, after: @escaping ReadingStep.Hook
  ) throws(RunError) -> [SourceReading] {
    let sizes = sources.map { FileSystem.size(of: "\(collection.input)/\($0.file)") }
    Phases.begin("reading sources", of: sizes.reduce(0, +), unit: "bytes")
    let share = max(sizes.reduce(0, +) / max(jobs, 1), CSVPieces.usualSize)
    let small = sources.indices.filter { sizes[$0] <= share }
    var readings = Dictionary(
      uniqueKeysWithValues: zip(
        small,
        try small.concurrentMap(jobs: jobs) { index throws(RunError) in
          try SourceIngestion.read(
            sources[index], collection: collection, to: folder, jobs: 1, after: after)
        }))
    for index in sources.indices where sizes[index] > share {
      readings[index] = try SourceIngestion.read(
        sources[index], collection: collection, to: folder, jobs: jobs, after: after)
    }
    return sources.indices.compactMap { readings[$0] }
  }

  private static func write(
    _ readings: [SourceReading], _ findings: [Finding], to folder: String
  ) throws(RunError) {
    let list = try CSVWriter(path: "\(folder)/quarantine.csv", header: QuarantinedRecord.header)
    let file = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    for finding in findings { try file.write(finding.fields) }
    for reading in readings {
      try QuarantineFiles.move(
        from: SourceEntry.folder(of: reading.entry.file, below: folder), to: list, file)
      for record in reading.quarantined {
        try list.write(record.fields)
        try file.write(record.finding.fields)
      }
    }
    try list.commit()
    try file.commit()
  }
}

/// Which file below the input folder is of which source of the pipeline.
struct SourceAssignment {
  struct Source: Sendable {
    let number: Int
    let file: String
    let definition: SourceDefinition

    /// Whether only what the records hold tells them from those of another source.
    var isAnonymous: Bool { definition.unit == .record && !isMended }
    /// Whether a person has put its records right, one by one.
    var isMended: Bool { MendedFile.isOne(file) }
  }

  /// All files below the input folder.
  let files: [String]
  let sources: [Source]
  /// Files that no source of the pipeline reads, and sources that have no file.
  let findings: [Finding]

  init(_ collection: CollectionFolders, _ pipeline: PipelineDefinition) throws(RunError) {
    guard FileSystem.isFolder(collection.input) else {
      throw RunError(
        path: collection.input, id: .file(.noInput),
        "there is no such folder; expected the exports of the collection in it")
    }
    let (files, folders) = try FileSystem.tree(below: collection.input)
    try Self.requireNoLinkedFolder(files, in: collection.input)
    var sources: [Source] = []
    var findings: [Finding] = []
    // By bytes: Swift takes a composed and a decomposed name for one.
    var unread = Set(files.map { Array($0.utf8) })
    // Mended records come last: of two submissions received together the later one counts.
    for isMended in [false, true] {
      for definition in pipeline.sources {
        for file in files
        where MendedFile.isOne(file) == isMended && definition.matches(file)
          && unread.remove(Array(file.utf8)) != nil
        {
          sources.append(Source(number: sources.count + 1, file: file, definition: definition))
        }
      }
    }
    for definition in pipeline.sources
    where !sources.contains(where: { $0.definition.pattern == definition.pattern }) {
      findings.append(
        Finding(
          .missingSource(definition, of: pipeline.path, in: collection.input),
          at: Position(source: definition.pattern)))
    }
    for file in files where unread.contains(Array(file.utf8)) {
      findings.append(
        Finding(
          .unreadFile(by: pipeline.path, in: collection.input), at: Position(source: file)))
    }
    try Self.requireFiles(
      sources.map(\.file)
        + folders.filter { Self.isMistaken($0, pipeline: pipeline, sources: sources) },
      in: collection.input)
    guard !sources.isEmpty else {
      let patterns = pipeline.sources.map { "'\($0.pattern)'" }.joined(separator: ", ")
      throw RunError(
        path: collection.input, id: .file(.noInput),
        "no file of any source is here; expected \(patterns). Put the exports into this folder")
    }
    self.files = files
    self.sources = sources
    self.findings = findings
  }

  /// Whether a folder has the name of a source, and no source reads what is in it.
  private static func isMistaken(
    _ folder: String, pipeline: PipelineDefinition, sources: [Source]
  ) -> Bool {
    folder != MendedFile.folder && pipeline.sources.contains { $0.matches(folder) }
      && !sources.contains { $0.file.hasPrefix("\(folder)/") }
  }

  /// What is no file is refused before any is opened: a pipe may never end, and a device may take it
  /// amiss.
  private static func requireFiles(_ names: [String], in input: String) throws(RunError) {
    let problems = names.compactMap { FileSystem.refusal(of: "\(input)/\($0)") }
    guard problems.isEmpty else { throw RunError(.dataRejected, problems) }
  }

  private static func requireNoLinkedFolder(
    _ files: [String], in input: String
  ) throws(RunError) {
    let problems = files.map { "\(input)/\($0)" }.filter { FileSystem.kind(of: $0) == .folder }
      .map { path in
        RunError.Problem(
          path: path, id: .file(.linkedFolder),
          message: "this is a link to a folder, which is not followed, since it may lead back or "
            + "twice to one file; expected files and folders. Put the files there, or a link to "
            + "each; \(input) itself may be a link")
      }
    guard problems.isEmpty else { throw RunError(.dataRejected, problems) }
  }
}
