package import Basics
package import Definition
import DisclosureControl
package import Interchange
import Printing
import ReportProse
import Tabular

/// Stage 5: rounding, labels, lists and sentences; publishes all or nothing.
///
/// It computes no new count: every figure comes from a cell that stage 4 counted.
package enum Publication {
  /// - Parameter extra: Forms that are asked for besides those of the pipeline.
  /// - Throws: `badDefinition` where the report names a cell that does not exist, and what
  ///   `StageFolder` throws.
  package static func run(
    _ collection: CollectionFolders, jobs: Int, extra: Set<ExtraForm> = []
  ) throws(RunError) -> StageReport {
    let written = try CollectionDefinition(collection)
    try ExtraForm.require(extra, of: written.pipeline)
    let folder = try StageFolder(.export, of: written, jobs: jobs)
    let definition = folder.definition
    let pipeline = definition.pipeline
    let validated = collection.folder(of: .validate)
    let manifest = try Manifest.verified(in: validated, jobs: jobs)
    Phases.begin("figures and prose")
    let released = try ReleasedFigures(definition)
    let prose = try Prose(definition, released)
    if !prose.findings.isEmpty { folder.addLines(of: definition, printedBy: .export) }
    let content = PublishedContent(
      definition: definition, tables: prose.tables,
      printed: try prose.tables.map { table throws(RunError) in
        try TablePrinter(
          table, percentDecimals: pipeline.percentDecimals, numbers: pipeline.numbers
        ).print()
      },
      answerStates: released.answerStates, submissions: ReleasedSubmissions(definition),
      inputs: ReleasedInputs(definition), forms: extra.union(pipeline.forms),
      report: prose.report)
    Phases.begin("tables, workbook and page")
    try MachineFolder.create(
      below: folder.path, roundingBase: pipeline.disclosure?.roundingBase)
    let target = folder.path
    _ = try PublishedContent.forms.concurrentMap(jobs: jobs) { form throws(RunError) in
      try form.write(content, to: target)
    }
    try FileSystem.copy(
      "\(validated)/balance.csv", to: MachineFolder.path(of: "balance.csv", below: folder.path))

    Phases.begin("findings and quarantine")
    // What names units or quotes their answers.
    let records = try released.recordsFolder(of: collection, beside: folder)
    if records.path != folder.path { try MachineFolder.create(below: records.path) }
    try records.writeSuppressed { MachineFolder.path(of: $0, below: records.path) }
    let list = MachineFolder.path(of: "findings.csv", below: records.path)
    try writeFindings(from: validated, prose.findings, to: list)
    var findings = FindingSummary(isByUnit: definition.listsFindingsByUnit)
    let quarantine = try QuarantineFolder(
      collection, pipeline, validated: validated, to: "\(records.path)/quarantine", jobs: jobs)
    try FindingRow.forEach(in: list) { row throws(RunError) in
      try findings.count(row)
      try quarantine.take(row)
    }
    let rules = definition.rules
    let balance = try Balance(manifest, in: validated)
    try BalanceFile.write(balance, to: folder.path, pipeline.spreadsheet)
    let standings = try RuleStandings(
      findings, rules: rules, outcomes: try RuleOutcome.read(from: validated),
      balance: balance, failingOn: pipeline.failOn, in: validated)
    let summary = SummaryFiles(summary: findings, standings: standings, pipeline: pipeline)
    // The one reads the sources once more, the other findings and lists.
    let waiting = Locked(quarantine)
    let recordsPath = records.path
    _ = try sideBySide(jobs: jobs) { () throws(RunError) in
      try waiting.withLock { quarantine throws(RunError) in try quarantine.finish() }
    } _: { () throws(RunError) in
      try summary.write(to: recordsPath, from: list)
      for name in ["superseded.csv", "late.csv", "corrections.csv", "texts.csv"] {
        try FileSystem.copy(
          "\(validated)/\(name)", to: MachineFolder.path(of: name, below: recordsPath))
      }
    }
    try AtomicFile.write(
      RulesPage.of(rules, title: pipeline.title), to: "\(folder.path)/RULES.md")
    // Last, since some are about the others.
    if !content.forms.isEmpty { Phases.begin("forms for other programs") }
    for form in ExtraForm.allCases where content.forms.contains(form) {
      try form.form.write(content, to: folder.path)
    }
    let all = findings.all
    let deciding = standings.deciding
    let record = try folder.manifest(counts: [
      "tables": content.tables.count, "fatal": all.fatal, "query": all.query,
      "settled": all.settled, StageReport.decidingFindings: deciding,
    ])
    try records.publish(folder, record)
    let sparing = standings.spared.map {
      ", not \($0.count) of \($0.rule) (at or below its fail-above)"
    }
    return StageReport(
      summary: "published \(content.tables.count) tables in \(collection.folder(of: .export)); "
        + "findings: \(all.fatal) fatal, \(all.query) to query, \(all.settled) settled; "
        + "\(deciding) decide the exit status (fail-on: \(pipeline.failOn.rawValue)"
        + sparing.joined() + ")",
      hasFailingFindings: deciding > 0)
  }

  /// The findings of the stages before, and those about the prose.
  private static func writeFindings(
    from validated: String, _ prose: [Finding], to list: String
  ) throws(RunError) {
    let writer = try CSVWriter(path: list, header: Finding.header)
    try writer.append(recordsOf: "\(validated)/findings.csv")
    for finding in prose { try writer.write(finding.fields) }
    try writer.commit()
  }
}
