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
  private let all: TableGroup
  private let kinds: KindPlan
  private let plannedTables: Int

  var planned: [TableCounter] { Array(counters.all.prefix(plannedTables)) }
  var states: [TableCounter] { Array(counters.all.dropFirst(plannedTables)) }
  /// The room that the cells of all tables need.
  var size: TallySize { counters.size }

  /// Whether a table says which units are behind its cells.
  var listsUnits: Bool { counters.all.contains(where: \.listsUnits) }

  /// - Parameter mostKinds: See `KindPlan`; 0 counts each unit by itself.
  init(_ plan: TablePlan, mostKinds: Int = 1 << 20) {
    catalog = plan.catalog
    weighing = plan.weights.map { Weighing(weights: $0) }
    counters = TableCounters(plan.tables + plan.stateTables, strata: plan.weights?.count ?? 0)
    all = TableGroup(counters.all, catalog.variables)
    kinds = KindPlan(counters, catalog.variables, mostKinds: mostKinds)
    plannedTables = plan.tables.count
  }

  /// Counts the submissions that count of a validated folder.
  ///
  /// - Parameter input: The folder with the sources, for errors.
  /// - Returns: All units that are known there, and the tally of those that replied, by their numbers.
  /// - Throws: `dataRejected` naming every unit that cannot be weighed, in the order of their keys.
  func count(
    _ folder: String, _ pipeline: PipelineDefinition, input: String, jobs: Int
  ) throws(RunError) -> (population: Population, tally: Tally) {
    let population = Population(pipeline, catalog, units: try UnitEntry.read(from: folder))
    let replied = population.units.filter { $0.fate == .replied }
    Phases.begin("counting units", of: replied.count, unit: "units")
    let partitions = Set(replied.map(\.partition)).sorted()
    // A tally has room for every cell: one a thread, not one a State.
    let shares = (0..<min(jobs, partitions.count)).map { share in
      stride(from: share, to: partitions.count, by: jobs).map { partitions[$0] }
    }
    let sources = try SourceEntry.read(from: folder).map { "\(input)/\($0.file)" }
    let tallies = try shares.concurrentMap(jobs: jobs) { share throws(RunError) in
      var tally = Tally(size)
      var kindTally = KindTally(kinds)
      var unweighed: [UnweighedUnit] = []
      for name in share {
        unweighed += try count(
          "\(folder)/\(name).csv", of: population, sources: sources, &kindTally, into: &tally)
      }
      kindTally.settle(into: &tally) { population.answers(fields: $0, facts: $1, $2) }
      tally.settle()
      return (tally: tally, unweighed: unweighed)
    }
    try UnweighedUnit.require(none: tallies.flatMap(\.unweighed))
    var total = Tally(size)
    for (tally, _) in tallies { total.merge(tally) }
    return (population, total)
  }

  /// Counts the units that sent nothing that counts, and the organizations.
  func silent(_ population: Population) throws(RunError) -> Tally {
    var tally = Tally(size)
    let silent = population.units.filter { $0.fate != .replied } + population.organizations
    for unit in silent {
      all.count(population.answers(of: unit, number: unit.number), into: &tally)
    }
    tally.settle()
    return tally
  }

  /// Counts the submissions of one partition.
  ///
  /// - Returns: The units that cannot be weighed.
  private func count(
    _ path: String, of population: Population, sources: [String], _ kindTally: inout KindTally,
    into tally: inout Tally
  ) throws(RunError) -> [UnweighedUnit] {
    var unweighed: [UnweighedUnit] = []
    var units = 0
    defer { Phases.advance(by: units) }
    let reader = try StageTableReader(path: path)
    let unitColumn = try reader.position(of: "unit")
    let sourceColumn = try reader.position(of: "source")
    let lineColumn = try reader.position(of: "line")
    while try reader.next() {
      units += 1
      let number = try reader.integer(unitColumn)
      let missing = kindTally.count(reader) {
        population.code(of: $0, for: population.units[number - 1])
      }
      guard !kinds.others.isEmpty || !missing.isEmpty || weighing != nil else { continue }
      let entry = population.units[number - 1]
      var unit = population.answers(
        of: entry, number: number, fields: reader.row(from: SubmissionLayout.firstAnswer))
      if let weighing {
        let source = sources[try reader.integer(sourceColumn) - 1]
        let line = try reader.integer(lineColumn)
        do throws(RunError) {
          try weighing.weigh(&unit, key: entry.key, path: source, line: line)
        } catch {
          unweighed.append(UnweighedUnit(key: entry.key, error: error))
          continue
        }
        tally.weigh(Mass(weight: unit.weight), inStratum: unit.stratum)
      }
      kinds.others.count(unit, into: &tally)
      for group in missing { kinds.groups[group].tables.count(unit, into: &tally) }
    }
    return unweighed
  }
}
