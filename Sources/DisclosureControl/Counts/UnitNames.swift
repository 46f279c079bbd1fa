import Basics
import Register

/// A unit as a list names it.
package struct NamedUnit: Sendable {
  package let key: String
  package let name: String
  /// The name as it stands in a sentence.
  package let nameInSentence: String
}

/// The units as they are printed, in the order of the model report: alphabetical whatever the case,
/// with "the" counting.
struct UnitNames: Sendable {
  private let ordered: [NamedUnit]
  private let positions: [String: Int]

  init(_ keys: Set<String>, register: RegisterAsAt?, language: String) {
    let units = keys.map { key in
      let name = register?.name(of: key, in: language) ?? key
      let unit = NamedUnit(
        key: key, name: name,
        nameInSentence: register?.nameInSentence(of: key, in: language) ?? key)
      return (sort: SortKey(name), unit: unit)
    }
    ordered = units.sorted { left, right in
      left.sort == right.sort ? left.unit.key < right.unit.key : left.sort < right.sort
    }.map(\.unit)
    positions = Dictionary(
      ordered.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func inOrder(_ keys: [String]) -> [NamedUnit] {
    keys.compactMap { positions[$0] }.sorted().map { ordered[$0] }
  }
}
