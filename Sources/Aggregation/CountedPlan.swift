import Basics
import Definition
import Interchange
import Statistics
import Tabular

/// All tables that are counted, one after the other in the same array of cells: those of the plan,
/// then one a question with the answer states.
struct CountedPlan: Sendable {
  let catalog: VariableCatalog
  let weighing: Weighing?
  private let counters: TableCounters
  private let plannedTables: Int

  var planned: [TableCounter] { Array(counters.all.prefix(plannedTables)) }
  var states: [TableCounter] { Array(counters.all.dropFirst(plannedTables)) }
  /// The room that the cells of all tables need.
  var size: TallySize { counters.size }

  init(_ plan: TablePlan) {
    catalog = plan.catalog
    weighing = plan.weights.map { Weighing(weights: $0) }
    counters = TableCounters(plan.tables + plan.stateTables, strata: plan.weights?.count ?? 0)
    plannedTables = plan.tables.count
  }

  /// Counts the submissions that count of a validated folder.
  func partial(
    _ folder: String, _ pipeline: PipelineDefinition, jobs: Int
  ) throws(RunError) -> Partial {
    let population = Population(pipeline, catalog, units: try UnitEntry.read(from: folder))
    let replied = population.units.filter { $0.fate == .replied }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let late = population.units.filter { $0.fate == .late }.map(\.key)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var places = [Int](repeating: 0, count: population.units.count)
    for (index, unit) in replied.enumerated() { places[unit.number - 1] = index + 1 }

    let partitions = Set(replied.map(\.partition)).sorted()
    // A tally has room for every cell: one a thread, not one a State.
    let shares = (0..<min(jobs, partitions.count)).map { share in
      stride(from: share, to: partitions.count, by: jobs).map { partitions[$0] }
    }
    let sources = try SourceEntry.read(from: folder).map(\.file)
    let tallies = try shares.concurrentMap(jobs: jobs) { [places] share throws(RunError) in
      var tally = Tally(size)
      for name in share {
        try count(
          "\(folder)/\(name).csv", of: population, places: places, sources: sources, into: &tally)
      }
      tally.settle()
      return tally
    }
    var total = Tally(size)
    for tally in tallies { total.merge(tally) }
    return Partial(replied: replied.map(\.key), late: late, tally: total)
  }

  /// Counts the units that sent nothing that counts, and the organizations.
  func silent(_ population: Population) throws(RunError) -> Tally {
    var tally = Tally(size)
    for unit in population.units where unit.fate != .replied {
      let answers = population.answers(of: unit, number: unit.number)
      counters.count(answers, into: &tally)
    }
    for unit in population.organizations {
      let answers = population.answers(of: unit, number: unit.number, isOrganization: true)
      counters.count(answers, into: &tally)
    }
    tally.settle()
    return tally
  }

  /// Counts the submissions of one partition.
  private func count(
    _ path: String, of population: Population, places: [Int], sources: [String],
    into tally: inout Tally
  ) throws(RunError) {
    let reader = try StageTableReader(path: path)
    let unitColumn = try reader.position(of: "unit")
    let sourceColumn = try reader.position(of: "source")
    let lineColumn = try reader.position(of: "line")
    while try reader.next() {
      let entry = population.units[try reader.integer(unitColumn) - 1]
      var unit = population.answers(
        of: entry, number: places[entry.number - 1],
        cells: reader.row(from: SubmissionLayout.firstAnswer))
      if let weighing {
        let source = sources[try reader.integer(sourceColumn) - 1]
        try weighing.weigh(
          &unit, key: entry.key, path: source, line: try reader.integer(lineColumn))
        tally.weigh(Mass(weight: unit.weight), inStratum: unit.stratum)
      }
      counters.count(unit, into: &tally)
    }
  }
}
