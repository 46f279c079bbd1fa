import Definition
import Interchange

/// The groups for which changes are given: all units, and those of each regional group, status and
/// attribute of `units.csv`.
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

  init(
    _ old: Round, _ new: Round, catalogs: (old: VariableCatalog, new: VariableCatalog)
  ) {
    self.old = [[Int]](repeating: [0], count: old.units.count)
    self.new = [[Int]](repeating: [0], count: new.units.count)
    for (attribute, after) in Self.attributes(of: catalogs.new) {
      let before = catalogs.old.attributes.first { $0.entry.name == after.name }
      guard let before else { continue }
      if attribute == .status && old.pipeline.treaty != new.pipeline.treaty {
        notes.append("status is towards another treaty, so that no change is given by it")
        continue
      }
      if case (.own(let then), .own(let now)) = (before.attribute, attribute),
        !new.pipeline.attributes[now].hasSameBands(as: old.pipeline.attributes[then])
      {
        notes.append(
          "the codes of '\(after.name)' have other limits now, so that no change is given by it")
        continue
      }
      if case .own = attribute, old.pipeline.language == new.pipeline.language,
        !Self.haveSameLabels(before.entry, after)
      {
        notes.append(
          "'\(after.name)' or its codes are called otherwise now, so that no change is given by it")
        continue
      }
      let first = slices.count
      var codes = after.codes
      codes += before.entry.codes.filter { code in !codes.contains { $0.name == code.name } }
      slices += codes.map { Slice(attribute: after.name, code: $0.name, label: $0.label) }
      let names = codes.map(\.name)
      Self.add(before.attribute, codes: names, from: first, of: old, to: &self.old)
      Self.add(attribute, codes: names, from: first, of: new, to: &self.new)
    }
  }

  /// Whether an attribute and the codes that both rounds have are called the same.
  private static func haveSameLabels(
    _ before: VariableCatalog.Entry, _ after: VariableCatalog.Entry
  ) -> Bool {
    Wording(before.label) == Wording(after.label)
      && after.codes.allSatisfy { code in
        before.codes.first { $0.name == code.name }.map {
          Wording($0.label) == Wording(code.label)
        } ?? true
      }
  }

  /// Regional group and status, and what the collection's own list says of its units.
  private static func attributes(
    of catalog: VariableCatalog
  ) -> [(attribute: Attribute, entry: VariableCatalog.Entry)] {
    let given = [Attribute.regionalGroup, .status].compactMap { wanted in
      catalog.attributes.first { $0.attribute == wanted }
    }
    return given
      + catalog.attributes.filter { attribute, _ in
        if case .own = attribute { true } else { false }
      }
  }

  /// Adds the slice of each unit that has one of the codes.
  private static func add(
    _ attribute: Attribute, codes names: [String], from first: Int, of round: Round,
    to slices: inout [[Int]]
  ) {
    for (index, unit) in round.units.enumerated() {
      let code = attribute.code(of: unit.key, in: round.pipeline, names: names)
      if let code { slices[index].append(first + code) }
    }
  }
}
