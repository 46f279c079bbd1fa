package import Interchange
import Questionnaire
import Synchronization
package import Tabular

/// Stage 3: judges what is to be counted.
///
/// Chooses each unit's submission (the latest before the cut-off), applies corrections, marks
/// what the routing makes not applicable, and reports findings. It changes no answer that no
/// correction names.
package enum Validation {
  /// - Throws: `badDefinition` for corrections that cannot be, `internalFault` where the balance
  ///   does not hold, and what `StageFolder` throws.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    let pipeline = try PipelineDefinition(collection)
    let rules = try FormRules(pipeline.form)
    let corrections = try Corrections(folder: collection.pipeline, pipeline)
    let folder = try StageFolder(.validate, of: collection, jobs: jobs)
    let normalized = collection.folder(of: .normalize)
    let units = try UnitEntry.read(from: normalized)
    let sources = try SourceEntry.read(from: normalized)
    let layout = try SubmissionLayout.read(from: normalized, form: pipeline.form)
      .widened(for: corrections)
    let validation = PartitionValidation(
      pipeline: pipeline, rules: rules, corrections: corrections,
      correctedTexts: try CorrectedTexts(normalized, corrections), units: units,
      sources: sources, layout: layout, choice: SubmissionChoice(pipeline: pipeline),
      sameness: SameContent(pipeline.form))

    let partitions = Set(units.map(\.partition)).sorted().filter {
      FileSystem.exists("\(normalized)/\($0).csv")
    }
    let findings = "\(folder.path)/findings-of-partitions.csv"
    let results = try run(
      validation, partitions, from: normalized, to: folder.path, findings: findings, jobs: jobs)

    let balance = balance(results, normalized: folder.previous?.counts ?? [:])
    try balance.assertHolds(in: folder.path)
    try balance.write(to: "\(folder.path)/balance.csv")
    let lists = ValidationLists(
      folder: folder.path, normalized: normalized, results: results, findings: findings,
      units: units, sources: sources, corrections: corrections, cutOff: pipeline.cutOff,
      sameness: validation.sameness)
    try lists.write()
    try layout.write(to: folder.path)
    try SourceEntry.write(sources, to: folder.path)
    let fates = fates(results)
    try UnitEntry.write(
      units.lazy.map { $0.with(fates[$0.number] ?? .silent) }, to: folder.path)
    try folder.finish(
      counts: Dictionary(
        uniqueKeysWithValues: balance.rows.map { ($0.fate, $0.records) }))
    return StageReport(summary: balance.summary)
  }

  private static func balance(
    _ results: [PartitionResult], normalized: [String: Int]
  ) -> Balance {
    var balance = Balance()
    balance.records = normalized["records"] ?? 0
    balance.quarantined = normalized["quarantined"] ?? 0
    balance.test = normalized["test"] ?? 0
    balance.repeats = RepeatBalance(counts: normalized)
    for result in results {
      balance.accepted += result.accepted.count
      balance.superseded += result.superseded.count
      balance.late += result.late.count
    }
    return balance
  }

  /// Judges the partitions side by side; their findings go to a file in the partitions' order, and
  /// are not held.
  private static func run(
    _ validation: PartitionValidation, _ partitions: [String], from normalized: String,
    to folder: String, findings: String, jobs: Int
  ) throws(RunError) -> [PartitionResult] {
    let rest = Mutex(partitions[...])
    let results = Mutex<[PartitionResult]>([])
    let writer = Mutex(try CSVWriter(path: findings, header: Finding.header))
    try WorkInTurn.run(
      jobs: jobs, next: { rest.withLock { $0.popFirst() } },
      work: { name throws(RunError) in
        try validation.run(name, from: normalized, to: folder)
      },
      settle: { result throws(RunError) in
        try writer.withLock { writer throws(RunError) in
          for finding in result.findings { try writer.write(finding.cells) }
        }
        var result = result
        result.findings = []
        results.withLock { $0.append(result) }
      })
    try writer.withLock { writer throws(RunError) in try writer.commit() }
    return results.withLock { $0 }
  }

  /// What each unit sent that sent something.
  private static func fates(_ results: [PartitionResult]) -> [Int: UnitEntry.Fate] {
    var fates: [Int: UnitEntry.Fate] = [:]
    for result in results {
      for (unit, fate) in result.fates { fates[unit] = fate }
    }
    return fates
  }
}

extension SubmissionLayout {
  /// The layout with room for what corrections put in.
  fileprivate func widened(for corrections: Corrections) -> SubmissionLayout {
    var widths = widths
    for correction in corrections.all {
      let column = Self.column(of: correction.question.index)
      widths[column] = max(widths[column], correction.cell.count)
    }
    return SubmissionLayout(names: names, widths: widths)
  }
}
