package import Basics
package import Definition
package import Interchange
import Questionnaire
import Tabular

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
    let folder = try StageFolder(
      .validate, of: CollectionDefinition(collection), jobs: jobs)
    let definition = folder.definition
    let pipeline = definition.pipeline
    let apart = definition.instances.reduce(into: Set<String>()) { $0.formUnion($1.questions) }
    let judgedApart = Set(
      pipeline.form.questions.filter { apart.contains($0.name) }.map(\.index))
    let rules = Spares { () throws(RunError) in
      try FormRules(
        pipeline.form, behindSkip: pipeline.behindSkip, judgedApart: judgedApart)
    }
    var written = try Corrections(folder: collection.pipeline, pipeline)
    try written.requireNone(of: definition.instances)
    let normalized = collection.folder(of: .normalize)
    let manifest = try Manifest.read(in: normalized)
    let units = try UnitEntry.read(from: normalized)
    written.callUnits(as: units)
    let corrections = written
    let sources = try SourceEntry.read(from: normalized)
    let layout = try SubmissionLayout.read(from: normalized, form: pipeline.form)
      .widened(for: corrections)
    let instances = try definition.instances.map { view throws(RunError) in
      try InstanceValidation(view, submissions: layout, from: normalized)
    }
    for instances in definition.instances {
      try FileSystem.createFolder(
        SubmissionLayout.folder(ofInstances: instances.unit.name, in: folder.path))
    }
    let declared = DeclaredChecks(
      definition.rules, pipeline,
      alsoNeeding: instances.reduce(into: try rules.with { $0.texts }) { $0.formUnion($1.texts) })
    let validation = PartitionValidation(
      pipeline: pipeline, rules: rules, corrections: corrections,
      correctedTexts: try CorrectedTexts(normalized, corrections), units: units,
      sources: sources, layout: layout,
      choice: SubmissionChoice(pipeline: pipeline),
      sameness: SameContent(
        pipeline.form, fixed: pipeline.questionsOfSources),
      declared: declared,
      texts: try RuleTexts(
        normalized, pipeline.form.questions.filter { declared.texts.contains($0.index) }),
      instances: instances)

    let partitions = units.partitions().sorted().filter {
      FileSystem.exists("\(normalized)/\($0).csv")
    }
    let results = try run(
      validation, partitions, from: normalized, to: folder.path,
      submissions: try manifest.count("submissions", in: normalized), jobs: jobs)
    Phases.begin("findings and lists")
    let fates = fates(results, of: units.count)
    let silent = units.lazy.filter { fates[$0.number - 1] != .replied }
    var tallies = DeclaredTallies(declared.rules)
    for result in results { tallies.merge(result.tallies) }
    var collected = CollectionFindings(checks: declared, tallies: tallies)
    let findings = try CSVWriter(
      path: "\(folder.path)/findings-of-collection.csv", header: Finding.header)
    let outcomes = try collected.write(
      silent: silent, results.compactMap(\.values), to: findings)
    try findings.commit()
    if outcomes.contains(where: \.isAboutRule) {
      folder.addLines(of: definition, printedBy: .validate)
    }
    try RuleOutcome.write(outcomes, to: folder.path)

    let balance = try balance(results, of: manifest, in: normalized)
    try balance.assertHolds(in: folder.path)
    try balance.write(to: "\(folder.path)/balance.csv")
    let lists = ValidationLists(
      folder: folder.path, normalized: normalized, results: results,
      findings: results.compactMap(\.findings) + [findings.file.path],
      notes: FindingNotes(declared.rules, outcomes),
      units: units, sources: sources, corrections: corrections, cutOff: pipeline.cutOff,
      mergesAll: pipeline.resubmissions == .merge,
      sameness: validation.sameness,
      instances: definition.instances.map {
        SubmissionLayout.folder(ofInstances: $0.unit.name, in: normalized)
      })
    try lists.write(fates: fates, jobs: jobs)
    try layout.write(to: folder.path)
    try SourceEntry.write(sources, to: folder.path)
    try folder.finish(
      counts: Dictionary(
        uniqueKeysWithValues: balance.rows.map { ($0.fate, $0.records) }))
    return StageReport(summary: balance.summary)
  }

  private static func balance(
    _ results: [PartitionResult], of manifest: Manifest, in normalized: String
  ) throws(RunError) -> Balance {
    var balance = Balance()
    balance.records = try manifest.count("records", in: normalized)
    balance.quarantined = try manifest.count("quarantined", in: normalized)
    balance.test = try manifest.count("test", in: normalized)
    balance.incomplete = try manifest.count("incomplete", in: normalized)
    balance.repeats = try RepeatBalance(manifest, in: normalized)
    for result in results {
      balance.accepted += result.accepted.count
      balance.superseded += result.superseded.count
      balance.late += result.late.count
    }
    return balance
  }

  /// Judges the partitions side by side; their findings go to a file each, and are not held.
  private static func run(
    _ validation: PartitionValidation, _ partitions: [String], from normalized: String,
    to folder: String, submissions: Int, jobs: Int
  ) throws(RunError) -> [PartitionResult] {
    Phases.begin("submissions", of: submissions, unit: "submissions")
    let rest = Locked(partitions[...])
    let results = Locked<[PartitionResult]>([])
    try WorkInTurn.run(
      jobs: jobs, next: { rest.withLock { $0.popFirst() } },
      work: { name throws(RunError) in
        try validation.run(name, from: normalized, to: folder)
      },
      settle: { result throws(RunError) in
        results.withLock { $0.append(result) }
        Phases.advance(by: result.accepted.count + result.superseded.count + result.late.count)
      })
    return results.withLock { $0 }
  }

  /// What each unit sent, in the order of their numbers.
  private static func fates(_ results: [PartitionResult], of units: Int) -> [UnitEntry.Fate] {
    var fates = [UnitEntry.Fate](repeating: .silent, count: units)
    for result in results {
      for unit in result.replied { fates[Int(unit) - 1] = .replied }
      for unit in result.tooLate { fates[unit - 1] = .late }
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
      widths[column] = max(widths[column], correction.field.count)
    }
    return SubmissionLayout(names: names, widths: widths)
  }
}
