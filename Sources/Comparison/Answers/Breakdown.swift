import Definition
import Interchange

/// The groups for which changes are given: all units, and those of each regional group and status.
///
/// A unit is in the group that it was in at the cut-off of each round, so that it may be counted in
/// one group then and in another now.
struct Breakdown {
  struct Slice {
    /// Empty for all units.
    let attribute: String
    let code: String
    let label: String
  }

  private(set) var slices = [Slice(attribute: "", code: "", label: "")]
  /// What is not broken down and why.
  private(set) var notes: [String] = []
  /// The slices of each unit of the rounds.
  private(set) var old: [[Int]]
  private(set) var new: [[Int]]

  init(_ old: Round, _ new: Round, _ oldCatalog: VariableCatalog, _ newCatalog: VariableCatalog) {
    self.old = [[Int]](repeating: [0], count: old.units.count)
    self.new = [[Int]](repeating: [0], count: new.units.count)
    for attribute in [Attribute.regionalGroup, .status] {
      let before = oldCatalog.attributes.first { $0.attribute == attribute }?.entry
      let after = newCatalog.attributes.first { $0.attribute == attribute }?.entry
      guard let before, let after else { continue }
      if attribute == .status && old.pipeline.treaty != new.pipeline.treaty {
        notes.append("status is towards another treaty, so that no change is given by it")
        continue
      }
      let first = slices.count
      var codes = after.codes
      codes += before.codes.filter { code in !codes.contains { $0.name == code.name } }
      slices += codes.map { Slice(attribute: attribute.rawValue, code: $0.name, label: $0.label) }
      let names = codes.map(\.name)
      Self.place(old, attribute, names, first, &self.old)
      Self.place(new, attribute, names, first, &self.new)
    }
  }

  private static func place(
    _ round: Round, _ attribute: Attribute, _ names: [String], _ first: Int,
    _ slices: inout [[Int]]
  ) {
    guard let register = round.pipeline.register else { return }
    for (place, unit) in round.units.enumerated() {
      let code = attribute.code(
        of: unit.key, register: register, treaty: round.pipeline.treaty, names: names)
      if let code { slices[place].append(first + code) }
    }
  }
}
