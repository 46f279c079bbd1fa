import Interchange
import Questionnaire
import Register

/// What registers say of all units with a fact: that the States of a group are all parties, that a
/// signatory has signed. Anybody can look it up, and hold one table against another by it.
struct RegisterFacts {
  /// For each code of an attribute the others that all its units have too.
  private var others: [UnitSet.Fact: [UnitSet.Fact]] = [:]
  private var units: [UnitSet.Fact: Set<Int>] = [:]
  /// What holds for every unit.
  private(set) var ofAll: [UnitSet.Fact] = []

  /// Without a register nothing is known.
  init(_ pipeline: PipelineDefinition, _ catalog: VariableCatalog) {
    guard let register = pipeline.register else { return }
    for (attribute, entry) in catalog.attributes where attribute != .response {
      let names = entry.codes.map(\.name)
      for code in names.indices {
        units[.code(variable: entry.variable.index, code: code)] = []
      }
      for (unit, state) in register.members.enumerated() {
        let code = attribute.code(
          of: state.iso3, register: register, treaty: pipeline.treaty, names: names)
        guard let code else { continue }
        units[.code(variable: entry.variable.index, code: code)]?.insert(unit)
      }
    }
    ofAll = units.keys.filter { units[$0]?.count == register.members.count }.sorted()
    for (fact, members) in units where !members.isEmpty {
      others[fact] = units.keys.filter { other in
        other != fact && members.isSubset(of: units[other] ?? [])
      }.sorted()
    }
  }

  /// The codes that all units have for which some facts hold: whoever has signed and deposited
  /// nothing is a signatory.
  ///
  /// - Returns: nil where there is no such unit.
  func codes(ofAllWith facts: [UnitSet.Fact]) -> [UnitSet.Fact]? {
    let groups = facts.compactMap { units[$0] }
    guard let first = groups.first else { return [] }
    let members = groups.dropFirst().reduce(first) { $0.intersection($1) }
    guard !members.isEmpty else { return nil }
    return groups.count == 1 ? [] : units.keys.filter { members.isSubset(of: units[$0] ?? []) }
  }

  /// The first of the codes that the very same units have.
  func inOneForm(_ fact: UnitSet.Fact) -> UnitSet.Fact {
    min(fact, others[fact]?.first { others[$0]?.contains(fact) == true } ?? fact)
  }

  /// What all units with a code have besides, and others too.
  func consequences(of fact: UnitSet.Fact) -> [UnitSet.Fact] {
    (others[fact] ?? []).map(inOneForm).filter { $0 != fact }
  }
}
