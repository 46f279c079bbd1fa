package import Interchange
package import Tabular

/// Stage 5: rounding, labels, lists and sentences; publishes all or nothing.
///
/// It computes no new count: every figure comes from a cell that stage 4 counted.
package enum Publication {
  /// - Throws: `badDefinition` where the report names a cell that does not exist, and what
  ///   `StageFolder` throws.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    let pipeline = try PipelineDefinition(collection)
    let plan = try TablePlan(collection, pipeline)
    let folder = try StageFolder(.export, of: collection, jobs: jobs)
    let validated = collection.folder(of: .validate)
    let aggregated = collection.folder(of: .aggregate)
    _ = try Manifest.verified(in: validated, jobs: jobs)
    let cells = try PublishedCells(
      folder: aggregated, pipeline: pipeline, plan: plan)
    try requireDrawable(plan, replied: cells.repliedUnits)

    let figures = ReportFigures(pipeline: pipeline, plan: plan, cells: cells)
    let prose = try Prose(collection, figures, validated: validated)
    let tables = prose.tables.map { $0.ordered(by: cells) }
    try CellsFile.write(tables, cells, to: folder.path)
    try ListsFile.write(plan, cells, to: folder.path)
    try FileSystem.createFolder("\(folder.path)/tables")
    for table in tables {
      try ReaderTable(table: table, cells: cells, percentDecimals: pipeline.percentDecimals)
        .write(to: "\(folder.path)/tables")
    }
    if let report = prose.report { try AtomicFile.write(report, to: "\(folder.path)/report.md") }
    try writeFindings(from: validated, prose.findings, folder)
    for name in ["balance", "superseded", "late", "corrections", "texts"] {
      try copy("\(validated)/\(name).csv", to: folder)
    }
    try copy("\(aggregated)/answer-states.csv", to: folder)

    let findings = try Findings(
      path: "\(folder.path)/findings.csv",
      quarantined: try QuarantinedRecord.read(from: "\(validated)/quarantine.csv"))
    try QuarantineFolder(
      collection: collection, sources: try SourceEntry.read(from: validated),
      definitions: pipeline.sources, findings: findings.aside
    ).write(to: "\(folder.path)/quarantine")
    try folder.finish(counts: [
      "tables": plan.tables.count, "fatal": findings.fatal, "query": findings.query,
      "settled": findings.settled,
    ])
    return StageReport(
      summary: "published \(plan.tables.count) tables in \(collection.folder(of: .export)); "
        + "findings: \(findings.fatal) fatal, \(findings.query) to query, \(findings.settled) settled",
      hasFailingFindings: findings.fail(pipeline.failOn))
  }

  /// Nothing can be said of a population that is smaller than the sample.
  private static func requireDrawable(_ plan: TablePlan, replied: Int) throws(RunError) {
    guard let sample = plan.sample, case .number(let number)? = sample.population,
      number < replied
    else { return }
    throw RunError(
      .badDefinition, path: plan.path, line: sample.line, rule: "sample-population",
      "the sample is said to be drawn from \(number) units, but \(replied) replied; expected at "
        + "least as many")
  }

  /// The findings of the stages before, and those about the prose.
  private static func writeFindings(
    from validated: String, _ prose: [Finding], _ folder: StageFolder
  ) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder.path)/findings.csv", header: Finding.header)
    try CSVReader.copyRecords(of: "\(validated)/findings.csv", to: writer)
    for finding in prose { try writer.write(finding.cells) }
    try writer.commit()
  }

  private static func copy(_ path: String, to folder: StageFolder) throws(RunError) {
    let file = try AtomicFile(path: "\(folder.path)/\(FileSystem.name(of: path))")
    try file.write(try FileSystem.bytes(of: path))
    try file.commit()
  }
}

/// What the findings of a run amount to.
struct Findings {
  private(set) var fatal = 0
  private(set) var query = 0
  private(set) var settled = 0
  /// Findings about records that cannot be used, and about answers that no code fits.
  private(set) var aside: [Finding] = []

  init(path: String, quarantined: [QuarantinedRecord]) throws(RunError) {
    let places = Set(quarantined.map { "\($0.source):\($0.place.offset)" })
    let file = try CSVFile(path: path, requiring: Finding.header, kind: .dataRejected)
    for row in file.rows {
      let finding = Finding(reading: { row[$0] })
      switch finding.severity {
      case .fatal: fatal += 1
      case .query: query += 1
      case .settled: settled += 1
      }
      let place = "\(finding.position.source):\(finding.position.place?.offset ?? 0)"
      if finding.rule == Rule.unclearAnswer.rawValue || places.contains(place) {
        aside.append(finding)
      }
    }
  }

  /// Whether there are findings at or above a level.
  func fail(_ level: PipelineDefinition.FailOn) -> Bool {
    switch level {
    case .never: false
    case .fatal: fatal > 0
    case .query: fatal + query > 0
    }
  }
}
