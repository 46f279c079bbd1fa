package import Basics
package import Definition
package import Interchange
import Tabular

/// Stage 5: rounding, labels, lists and sentences; publishes all or nothing.
///
/// It computes no new count: every figure comes from a cell that stage 4 counted.
package enum Publication {
  /// - Throws: `badDefinition` where the report names a cell that does not exist, and what
  ///   `StageFolder` throws.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    let definition = try CollectionDefinition(collection)
    let (pipeline, plan) = (definition.pipeline, definition.plan)
    let folder = try StageFolder(.export, of: collection, jobs: jobs)
    let validated = collection.folder(of: .validate)
    let aggregated = collection.folder(of: .aggregate)
    let manifest = try Manifest.verified(in: validated, jobs: jobs)
    let cells = try PublishedCells(
      folder: aggregated, pipeline: pipeline, plan: plan)
    try requireDrawable(plan, replied: cells.repliedUnits)

    let states = try AnswerStatesFile(folder: aggregated)
    let units = try UnitEntry.read(from: validated)
    let disclosure = try Disclosure(
      pipeline, plan, cells, states,
      KnownReplies(units, in: validated))
    let figures = ReportFigures(
      pipeline: pipeline, plan: plan, cells: cells, disclosure: disclosure)
    let prose = try Prose(collection, figures, units: units)
    let tables = prose.tables.map { $0.ordered(by: cells, disclosure) }
    try CellsFile.write(tables, cells, disclosure, to: folder.path)
    try ListsFile.write(plan, cells, disclosure, to: folder.path)
    try FileSystem.createFolder("\(folder.path)/tables")
    for table in tables {
      try ReaderTable(
        table: table, cells: cells, disclosure: disclosure,
        percentDecimals: pipeline.percentDecimals
      ).write(to: "\(folder.path)/tables")
    }
    if let report = prose.report { try AtomicFile.write(report, to: "\(folder.path)/report.md") }
    try states.write(disclosure, to: folder.path)
    try FileSystem.copy("\(validated)/balance.csv", to: "\(folder.path)/balance.csv")

    // What names units or quotes their answers.
    let staff = try StaffFolder(collection, disclosure, beside: folder)
    try writeFindings(from: validated, prose.findings, to: staff.path)
    for name in ["superseded", "late", "corrections", "texts"] {
      try FileSystem.copy("\(validated)/\(name).csv", to: "\(staff.path)/\(name).csv")
    }
    let list = "\(staff.path)/findings.csv"
    var findings = FindingSummary()
    let quarantine = try QuarantineFolder(
      collection, pipeline.sources, validated: validated, to: "\(staff.path)/quarantine")
    try FindingRow.forEach(in: list) { row, place throws(RunError) in
      findings.count(row, at: place)
      try quarantine.take(row)
    }
    try quarantine.finish()
    let rules = definition.rules
    let standings = RuleStandings(
      findings, rules, try RuleOutcome.read(from: validated), balance: manifest.counts,
      failingOn: pipeline.failOn)
    try SummaryFiles(summary: findings, standings: standings, pipeline: pipeline)
      .write(to: staff.path, from: list)
    try AtomicFile.write(
      RulesPage.of(rules, title: pipeline.title), to: "\(folder.path)/RULES.md")

    let all = findings.all
    let deciding = standings.deciding
    let record = try folder.manifest(counts: [
      "tables": plan.tables.count, "fatal": all.fatal, "query": all.query,
      "settled": all.settled, "deciding": deciding,
    ])
    try staff.finish(record)
    try folder.finish(disclosure.isConfidential ? record.ofOutputs : record)
    let sparing = standings.spared.map {
      ", not \($0.count) of \($0.rule) (at or below its fail-above)"
    }
    return StageReport(
      summary: "published \(plan.tables.count) tables in \(collection.folder(of: .export)); "
        + "findings: \(all.fatal) fatal, \(all.query) to query, \(all.settled) settled; "
        + "\(deciding) decide the exit status (fail-on: \(pipeline.failOn.rawValue)"
        + sparing.joined() + ")",
      hasFailingFindings: deciding > 0)
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
    from validated: String, _ prose: [Finding], to folder: String
  ) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    try CSVReader.copyRecords(of: "\(validated)/findings.csv", to: writer)
    for finding in prose { try writer.write(finding.cells) }
    try writer.commit()
  }
}
