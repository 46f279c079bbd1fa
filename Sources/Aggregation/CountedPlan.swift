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
  /// What is counted of reporting units, and what of the instances of each repeat.
  private let submissions: CountedTables
  private let instances: [CountedTables]
  private let plannedTables: Int

  var planned: [TableCounter] { Array(counters.all.prefix(plannedTables)) }
  var states: [TableCounter] { Array(counters.all.dropFirst(plannedTables)) }
  /// The room that the cells of all tables need.
  var size: TallySize { counters.size }

  /// See `PartialFile`.
  var partsEnd: Int { weighing?.keys.end ?? 0 }

  /// Whether a table says which units are behind its cells.
  var listsUnits: Bool { counters.all.contains(where: \.listsUnits) }

  init(_ definition: CollectionDefinition) {
    self.init(
      definition.plan,
      guardsAmounts: definition.pipeline.disclosure?.amounts == .guarded)
  }

  /// - Parameters:
  ///   - guardsAmounts: Whether sums are published where no unit can be told from them.
  ///   - mostKinds: See `KindPlan`; 0 counts each unit by itself.
  init(_ plan: TablePlan, guardsAmounts: Bool = false, mostKinds: Int = 1 << 20) {
    catalog = plan.catalog
    weighing = Weighing(weights: plan.weights, design: plan.sample?.design)
    var counters = TableCounters(
      plan.tables + plan.stateTables, knownParts: weighing?.knownParts ?? 0,
      hasDesign: plan.sample?.design != nil)
    if guardsAmounts { counters.guardAmounts(of: plan) }
    self.counters = counters
    submissions = CountedTables(
      counters.of(nil), plan.catalog, weighing: weighing, folder: "", mostKinds: mostKinds)
    instances = plan.instances.map { instances in
      CountedTables(
        counters.of(instances.unit), instances.catalog,
        weighing: Weighing(weights: instances.weights, design: instances.design),
        folder: SubmissionLayout.folder(ofInstances: instances.unit.name, in: ""),
        isWeighedBySubmission: plan.weights?.areOfUnits ?? false,
        mostKinds: mostKinds)
    }
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
    let units = population.units
    Phases.begin(
      "counting units", of: units.indices.count { units.fate(at: $0) == .replied }, unit: "units")
    let partitions = units.partitions { $0 == .replied }.sorted()
    let sources = try SourceEntry.read(from: folder).map { "\(input)/\($0.file)" }
    let roads = [submissions] + instances
    let populations = roads.map { population.known(by: $0.catalog) }
    // A tally has room for every cell: one a thread, not one a State.
    let shares = (0..<min(jobs, partitions.count)).map { share in
      stride(from: share, to: partitions.count, by: jobs).map { partitions[$0] }
    }
    let tallies = try shares.concurrentMap(jobs: jobs) { share throws(RunError) in
      var tally = Tally(size)
      var unweighed: [UnweighedUnit] = []
      for (tables, population) in zip(roads, populations) {
        unweighed += try tables.count(
          share, in: folder, of: population, sources: sources, into: &tally)
      }
      tally.settle()
      return (tally: tally, unweighed: unweighed)
    }
    try UnweighedUnit.require(none: tallies.flatMap(\.unweighed))
    var total = Tally(size)
    for (tally, _) in tallies { total.merge(tally) }
    return (population, total)
  }

  /// Counts the units that sent nothing that counts, and the organizations. They have no instances.
  func silent(_ population: Population) throws(RunError) -> Tally {
    var tally = Tally(size)
    submissions.count(silent: population, into: &tally)
    tally.settle()
    return tally
  }
}
