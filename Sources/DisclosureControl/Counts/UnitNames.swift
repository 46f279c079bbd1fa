import Basics
import Interchange
import Register

/// A unit as a list names it.
package struct NamedUnit: Sendable {
  package let key: String
  /// Which instance of its submission it is, from 1; nil for who replied.
  package let instance: Int?
  package let name: String
  /// The name as it stands in a sentence.
  package let nameInSentence: String
}

extension NamedUnit {
  /// An instance of its submission: the second of Kenya is *Kenya (2)*.
  fileprivate func numbered(_ instance: Int?) -> NamedUnit {
    guard let instance else { return self }
    return NamedUnit(
      key: key, instance: instance, name: "\(name) (\(instance))",
      nameInSentence: "\(nameInSentence) (\(instance))")
  }
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
        key: key, instance: nil, name: name,
        nameInSentence: register?.nameInSentence(of: key, in: language) ?? key)
      return (sort: SortKey(name), unit: unit)
    }
    ordered = units.sorted { left, right in
      left.sort == right.sort ? left.unit.key < right.unit.key : left.sort < right.sort
    }.map(\.unit)
    positions = Dictionary(
      ordered.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func inOrder(_ units: [AggregatedCell.ListedKey]) -> [NamedUnit] {
    units.compactMap { unit in positions[unit.unit].map { (position: $0, instance: unit.instance) }
    }
    .sorted { ($0.position, $0.instance ?? 0) < ($1.position, $1.instance ?? 0) }
    .map { ordered[$0.position].numbered($0.instance) }
  }
}
