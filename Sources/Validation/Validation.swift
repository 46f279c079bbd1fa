package import Interchange
import Questionnaire
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
    let corrections = try Corrections(folder: collection.pipeline, form: pipeline.form)
    let folder = try StageFolder(.validate, of: collection, jobs: jobs)
    let normalized = collection.folder(of: .normalize)
    let units = try UnitEntry.read(from: normalized)
    let sources = try SourceEntry.read(from: normalized)
    let layout = try SubmissionLayout.read(from: normalized, form: pipeline.form)
      .widened(for: corrections)
    let validation = PartitionValidation(
      pipeline: pipeline, rules: rules, corrections: corrections,
      texts: try TextFilter.corrected(normalized, corrections), units: units, sources: sources,
      layout: layout)

    let partitions = Set(units.map(\.partition)).sorted().filter {
      FileSystem.exists("\(normalized)/\($0).csv")
    }
    let results = try partitions.concurrentMap(jobs: jobs) {
      [path = folder.path] name throws(RunError) in
      try validation.run(name, from: normalized, to: path)
    }

    let balance = balance(results, normalized: folder.previous?.counts ?? [:])
    try balance.assertHolds(in: folder.path)
    try balance.write(to: "\(folder.path)/balance.csv")
    let lists = ValidationLists(
      folder: folder.path, normalized: normalized, results: results, sources: sources,
      corrections: corrections)
    try lists.write()
    try layout.write(to: folder.path)
    try SourceEntry.write(sources, to: folder.path)
    try UnitEntry.write(fates(units, results, pipeline), to: folder.path)
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
      balance.accepted += result.accepted
      balance.superseded += result.superseded.count
      balance.late += result.late.count
    }
    return balance
  }

  /// What each unit sent. Respondents are units because they sent something; States anyway.
  private static func fates(
    _ units: [UnitEntry], _ results: [PartitionResult], _ pipeline: PipelineDefinition
  ) -> [UnitEntry] {
    var fates: [Int: UnitEntry.Fate] = [:]
    for result in results { fates.merge(result.fates) { first, _ in first } }
    return units.map { unit in
      UnitEntry(
        number: unit.number, key: unit.key, partition: unit.partition,
        fate: fates[unit.number] ?? .silent)
    }
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
