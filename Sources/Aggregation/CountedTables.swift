import Basics
import Definition
import Interchange
import Statistics
import Tabular
import Tabulation

/// The tables that count one kind of unit, each from a row of its own: the submissions that count, or the
/// instances of a repeat.
struct CountedTables: Sendable {
  let catalog: VariableCatalog
  private let weighing: Weighing?
  /// Where the rows stand in the validated folder; empty for submissions.
  private let folder: String
  /// Whether instances have the weights of their submissions, and not their own.
  private let isWeighedBySubmission: Bool
  private let all: TableGroup
  private let kinds: KindPlan

  init(
    _ counters: TableCounters, _ catalog: VariableCatalog, weighing: Weighing?, folder: String,
    isWeighedBySubmission: Bool = false, mostKinds: Int
  ) {
    self.isWeighedBySubmission = isWeighedBySubmission
    self.catalog = catalog
    self.folder = folder
    // Where each instance of another repeat has a weight, no table of these units is weighted.
    self.weighing = weighing.flatMap { $0.weights?.areOfUnits ?? true ? $0 : nil }
    all = TableGroup(counters.all, catalog.variables)
    kinds = KindPlan(
      counters, catalog.variables,
      isOneByOne: weighing != nil || !counters.size.amounts.isEmpty, mostKinds: mostKinds)
  }

  /// Counts units that sent nothing.
  func count(silent population: Population, into tally: inout Tally) {
    let units = population.units
    // Most replied: of the others alone the whole entry is made.
    let silent = units.indices.filter { units.fate(at: $0) != .replied }.map { units[$0] }
    for unit in silent + population.organizations {
      all.count(population.answers(of: unit, number: unit.number), into: &tally)
    }
  }

  /// Counts the rows of some partitions of a validated folder.
  ///
  /// - Returns: The units that cannot be weighed.
  func count(
    _ partitions: [String], in validated: String, of population: Population, sources: [String],
    into tally: inout Tally
  ) throws(RunError) -> [UnweighedUnit] {
    var kindTally = KindTally(kinds)
    var unweighed: [UnweighedUnit] = []
    for name in partitions {
      let path = "\(validated)\(folder)/\(name).csv"
      // Of instances there may be none in a partition.
      if !folder.isEmpty, !FileSystem.exists(path) { continue }
      unweighed += try count(path, of: population, sources: sources, &kindTally, into: &tally)
    }
    kindTally.settle(into: &tally) { population.answers(fields: $0, facts: $1, $2) }
    return unweighed
  }

  /// Counts the rows of one file.
  private func count(
    _ path: String, of population: Population, sources: [String], _ kindTally: inout KindTally,
    into tally: inout Tally
  ) throws(RunError) -> [UnweighedUnit] {
    var unweighed: [UnweighedUnit] = []
    var units = 0
    defer { if folder.isEmpty { Phases.advance(by: units) } }
    let reader = try StageTableReader(path: path)
    let unitColumn = try reader.position(of: "unit")
    let sourceColumn = try reader.position(of: "source")
    let lineColumn = try reader.position(of: "line")
    // The instances of a submission stand together.
    var last = (unit: 0, instance: 0)
    while try reader.next() {
      units += 1
      let number = try reader.integer(unitColumn)
      if !folder.isEmpty { last = (number, number == last.unit ? last.instance + 1 : 1) }
      let missing = kindTally.count(reader) {
        population.code(of: $0, for: population.units[number - 1])
      }
      guard !kinds.others.isEmpty || !missing.isEmpty || weighing != nil else { continue }
      let entry = population.units[number - 1]
      var unit = population.answers(
        of: entry, number: number, fields: reader.row(from: SubmissionLayout.firstAnswer))
      unit.instance = last.instance
      if let weighing {
        let source = sources[try reader.integer(sourceColumn) - 1]
        let line = try reader.integer(lineColumn)
        do throws(RunError) {
          try weighing.weigh(
            &unit, key: entry.key, path: source, line: line, isInstance: !folder.isEmpty)
        } catch {
          // An instance has the weight of its submission, which says what is wrong with it.
          if isWeighedBySubmission { continue }
          unweighed.append(UnweighedUnit(key: entry.key, error: error))
          continue
        }
        try tally.masses.enter(unit.part)
        // A stratum is made up by the submissions.
        if folder.isEmpty { tally.masses.weigh(Mass(weight: unit.weight)) }
      }
      kinds.others.count(unit, into: &tally)
      for group in missing { kinds.groups[group].tables.count(unit, into: &tally) }
      tally.amounts.close()
    }
    return unweighed
  }
}
