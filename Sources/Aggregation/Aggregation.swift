package import Basics
package import Definition
package import Interchange
import Statistics

/// Stage 4: tallies of the units, concurrently, merged exactly.
///
/// Every unit is counted into the cells of the table plan: integers only, so that partial tallies
/// merge to the same result in any order. Every cell keeps its base and, where a list was
/// planned, the units behind it.
package enum Aggregation {
  /// - Throws: `badDefinition` for the table plan; `internalFault` where the six answer states
  ///   do not sum to the population; what `StageFolder` throws.
  package static func run(_ collection: CollectionFolders, jobs: Int) throws(RunError)
    -> StageReport
  {
    let folder = try StageFolder(
      .aggregate, of: CollectionDefinition(collection), jobs: jobs)
    let definition = folder.definition
    let pipeline = definition.pipeline
    let plan = CountedPlan(definition)
    let validated = collection.folder(of: .validate)
    let counted = try plan.count(validated, pipeline, input: collection.input, jobs: jobs)
    return try write(
      try PartialJoin(of: validated, counted, pipeline: pipeline, plan: plan), plan, to: folder)
  }

  /// Counts what is in the validated folder into a file that `merge` joins with others.
  ///
  /// - Throws: What `run` throws.
  package static func writePartial(
    to path: String, _ collection: CollectionFolders, jobs: Int
  ) throws(RunError) -> StageReport {
    // For its checks and its lock alone: it is never finished, so that the folder stays as it is.
    let folder = try StageFolder(
      .aggregate, of: CollectionDefinition(collection), jobs: jobs)
    defer { withExtendedLifetime(folder) {} }
    let definition = folder.definition
    let pipeline = definition.pipeline
    let plan = CountedPlan(definition)
    let partial = Partial(
      try plan.count(
        collection.folder(of: .validate), pipeline, input: collection.input, jobs: jobs))
    try PartialFile(
      path: path, definition: try StageFolder.definitionDigest(definition), size: plan.size,
      partsEnd: plan.partsEnd
    ).write(partial)
    return StageReport(summary: "\(partial.replied.count) units in \(path)")
  }

  /// Joins partials to the folder that one run over all submissions would write.
  ///
  /// - Throws: `dataRejected` where two partials count one unit, or one is of other definitions.
  package static func merge(
    _ paths: [String], _ collection: CollectionFolders, jobs: Int
  ) throws(RunError) -> StageReport {
    let folder = try StageFolder(
      .aggregate, of: CollectionDefinition(collection), jobs: jobs, joining: paths)
    let definition = folder.definition
    let pipeline = definition.pipeline
    let plan = CountedPlan(definition)
    let digest = try StageFolder.definitionDigest(definition)
    let partials = try paths.concurrentMap(jobs: jobs) { path throws(RunError) in
      let file = PartialFile(
        path: path, definition: digest, size: plan.size, partsEnd: plan.partsEnd)
      return (name: path, partial: try file.read())
    }
    return try write(try PartialJoin(partials, pipeline: pipeline, plan: plan), plan, to: folder)
  }

  private static func write(
    _ join: PartialJoin, _ plan: CountedPlan, to folder: StageFolder
  ) throws(RunError) -> StageReport {
    Phases.begin("writing cells")
    try AnswerStates.assertHold(join.total, plan.states, folder: folder.path)
    try AnswerStates.write(join.total, plan.states, to: folder.path)
    let parts = SampleParts(plan, join)
    try parts.write(to: folder)
    try CellFiles(
      tally: join.total, counters: plan.planned, population: join.population, parts: parts
    )
    .write(to: folder.path)
    let units = join.population.units
    let replied = units.indices.count { units.fate(at: $0) == .replied }
    try folder.finish(counts: [
      "units": units.count, "replied": replied, "tables": plan.planned.count,
    ])
    return StageReport(
      summary:
        "\(replied) of \(units.count) units replied; \(plan.planned.count) tables, "
        + "\(plan.planned.reduce(0) { $0 + $1.table.size }) cells")
  }
}
