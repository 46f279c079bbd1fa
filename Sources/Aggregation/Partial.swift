import Basics
import Definition
import Interchange
import Register

/// The tally of some of the units: of those that replied, and nothing of the others, since only
/// the whole knows who sent nothing.
struct Partial: Sendable {
  /// The units that are counted here, in order of their keys; the tally numbers them from 1.
  let replied: [String]
  /// The units of which there are only submissions that came too late.
  let late: [String]
  let tally: Tally
}

extension Partial {
  /// What was counted of one folder, its units in order of their keys.
  init(_ counted: (population: Population, tally: Tally)) {
    func keys(_ fate: UnitEntry.Fate) -> [UnitEntry] {
      counted.population.units.filter { $0.fate == fate }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
    let units = keys(.replied)
    var newNumbers = [Int](repeating: 0, count: counted.population.units.count)
    for (index, unit) in units.enumerated() { newNumbers[unit.number - 1] = index + 1 }
    var tally = counted.tally
    tally.renumber(newNumbers)
    self.init(replied: units.map(\.key), late: keys(.late).map(\.key), tally: tally)
  }
}

/// Joins partials to the tally of all units: the same for any order and any parting.
struct PartialJoin {
  let population: Population
  let total: Tally

  /// What was counted of the one folder with all units. Where no table lists units and no register
  /// says which there are, it is as `init(_:_:_:)` makes it, but in no order: a million names need
  /// not be sorted that nobody reads.
  init(
    of folder: String, _ counted: (population: Population, tally: Tally),
    pipeline: PipelineDefinition, plan: CountedPlan
  ) throws(RunError) {
    guard pipeline.register == nil, !plan.listsUnits else {
      try self.init([(folder, Partial(counted))], pipeline: pipeline, plan: plan)
      return
    }
    // Whoever sent nothing is known of by nobody, and no unit here.
    let known = counted.population.units
    let isWhole = known.indices.allSatisfy { known.fate(at: $0) != .silent }
    let population =
      isWhole
      ? counted.population
      : Population(
        pipeline, plan.catalog, units: ReportingUnits(known.lazy.filter { $0.fate != .silent }))
    var total = try plan.silent(population)
    total.merge(counted.tally)
    self.init(population: population, total: total)
  }

  private init(population: Population, total: Tally) {
    (self.population, self.total) = (population, total)
  }

  /// - Throws: `dataRejected` where two partials count the same unit.
  init(
    _ partials: [(name: String, partial: Partial)], pipeline: PipelineDefinition,
    plan: CountedPlan
  ) throws(RunError) {
    // Each part has spelled its units by itself: they are one where one run would take them for one.
    var replied: [TextKey: (key: String, partial: String)] = [:]
    for (name, partial) in partials {
      for key in partial.replied {
        if let other = replied.updateValue((key, name), forKey: TextKey(key)) {
          throw RunError(
            path: name, id: .stage(.unitTwice),
            "'\(key)' is counted here and in \(other.partial) too"
              + (other.key == key ? "" : ", as '\(other.key)'")
              + "; expected each unit in one partial. "
              + "Leave one of the two out, or run its submissions together with the others")
        }
      }
    }
    var late: [TextKey: String] = [:]
    for key in partials.flatMap(\.partial.late) where replied[TextKey(key)] == nil {
      late[TextKey(key)] = late[TextKey(key)].map { min($0, key) } ?? key
    }
    let keys = pipeline.register?.units ?? (replied.values.map(\.key) + late.values)
    let units = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.enumerated().map {
      index, key in
      UnitEntry(
        number: index + 1, key: key, partition: "",
        fate: replied[TextKey(key)] != nil
          ? .replied : late[TextKey(key)] != nil ? .late : .silent)
    }
    population = Population(pipeline, plan.catalog, units: ReportingUnits(units))
    let numbers = Dictionary(units.map { ($0.key, $0.number) }) { first, _ in first }

    var total = try plan.silent(population)
    for (name, partial) in partials {
      var tally = partial.tally
      tally.renumber(
        try partial.replied.map { key throws(RunError) in
          guard let number = numbers[key] else {
            throw RunError(
              path: name, id: .stage(.noMember),
              "'\(key)' is no unit at the cut-off. Make the partial again")
          }
          return number
        })
      total.merge(tally)
    }
    self.total = total
  }
}
