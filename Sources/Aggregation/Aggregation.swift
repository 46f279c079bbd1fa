package import Interchange
import Questionnaire
package import Tabular

/// Stage 4: tallies per State, concurrently, merged exactly.
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
    let pipeline = try PipelineDefinition(collection)
    let plan = try TablePlan(collection, pipeline)
    let folder = try StageFolder(.aggregate, of: collection, jobs: jobs)
    let validated = collection.folder(of: .validate)
    let population = Population(
      pipeline, plan.catalog, units: try UnitEntry.read(from: validated))
    let counters = TableCounters(plan.tables + plan.stateTables)

    let partitions = Set(population.units.filter { $0.fate == .replied }.map(\.partition)).sorted()
    try FileSystem.createFolder("\(folder.path)/partials")
    let tallies = try partitions.concurrentMap(jobs: jobs) {
      [path = folder.path] name throws(RunError) in
      let tally = try PartitionTally(population: population, counters: counters)
        .count("\(validated)/\(name).csv")
      try PartialFile.write(tally, to: "\(path)/partials/\(name).csv")
      return tally
    }
    var total = try silent(population, counters)
    for tally in tallies { try total.merge(tally) }

    let planned = counters.all.prefix(plan.tables.count)
    let states = counters.all.dropFirst(plan.tables.count)
    try AnswerStates.assertHold(total, states, folder: folder.path)
    try AnswerStates.write(total, states, to: folder.path)
    try CellFiles(tally: total, counters: Array(planned), population: population)
      .write(to: folder.path)
    let replied = population.units.count { $0.fate == .replied }
    try folder.finish(counts: [
      "units": population.units.count, "replied": replied, "tables": plan.tables.count,
    ])
    return StageReport(
      summary:
        "\(replied) of \(population.units.count) units replied; \(plan.tables.count) tables, "
        + "\(planned.reduce(0) { $0 + $1.table.size }) cells")
  }

  /// Counts the units that sent nothing that counts, and the organizations.
  private static func silent(
    _ population: Population, _ counters: TableCounters
  ) throws(RunError) -> Tally {
    var tally = Tally(cells: counters.cells)
    let silent = population.units.filter { $0.fate != .replied }.map { population.answers(of: $0) }
    let organizations = population.organizations.map {
      population.answers(of: $0, isOrganization: true)
    }
    for unit in silent + organizations { try counters.count(unit, into: &tally) }
    return tally
  }
}

/// Counts the submissions of one partition.
struct PartitionTally {
  let population: Population
  let counters: TableCounters

  func count(_ path: String) throws(RunError) -> Tally {
    var tally = Tally(cells: counters.cells)
    let reader = try StageTableReader(path: path)
    let unitColumn = try reader.position(of: "unit")
    while try reader.next() {
      let number = try reader.integer(unitColumn)
      var unit = population.answers(of: population.units[number - 1])
      unit.cells = reader.row(from: SubmissionLayout.firstAnswer)
      try counters.count(unit, into: &tally)
    }
    return tally
  }
}
