import Basics
import Definition
import Interchange
import Register

/// A unit of either round or of both, found by its key: the ISO 3166-1 alpha-3 code of a State, or
/// what a respondent is known by.
struct UnitPair {
  let key: String
  /// The name in the newer round where it is in it.
  let name: String
  /// Positions among the units of the rounds; nil where it is none of them.
  let old: Int?
  let new: Int?
  /// Whether nothing tells it from the respondents of the other round.
  let isAnonymous: Bool
  /// What is to be said of it: another name then, or no unit of one round.
  let note: String

  /// The units of both rounds in the order of print.
  ///
  /// Where respondents are anonymous, those of one round are no units of the other.
  static func all(_ old: Round, _ new: Round) -> [UnitPair] {
    // As within a round, whatever the case and blanks.
    var indices: [TextKey: Int] = [:]
    let anonymous = old.units.map { old.isAnonymous($0.key) }
    for (index, unit) in old.units.enumerated() where !anonymous[index] {
      indices[TextKey(unit.key)] = index
    }
    var pairs: [UnitPair] = []
    for (index, unit) in new.units.enumerated() {
      let isAnonymous = new.isAnonymous(unit.key)
      let former = isAnonymous ? nil : indices.removeValue(forKey: TextKey(unit.key))
      pairs.append(pair(unit.key, at: (former, index), of: old, new, isAnonymous: isAnonymous))
    }
    for (index, unit) in old.units.enumerated()
    where anonymous[index] || indices[TextKey(unit.key)] != nil {
      pairs.append(
        pair(unit.key, at: (index, nil), of: old, new, isAnonymous: anonymous[index]))
    }
    // Keys stand in both rounds where they are not matched, the newer one first.
    let order: [(key: SortKey, pair: UnitPair)] = pairs.map { (SortKey($0.name), $0) }
    return order.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.pair.key != right.pair.key { return left.pair.key < right.pair.key }
      return left.pair.new != nil && right.pair.new == nil
    }.map(\.pair)
  }

  /// Whether it replied in both rounds.
  func repliedInBoth(_ old: Round, _ new: Round) -> Bool {
    guard let before = self.old, let after = self.new else { return false }
    return old.replied(before) && new.replied(after)
  }

  private static func pair(
    _ key: String, at index: (old: Int?, new: Int?), of old: Round, _ new: Round,
    isAnonymous: Bool
  ) -> UnitPair {
    let name = (index.new == nil ? old : new).printedName(of: key)
    let note =
      index.old == nil || index.new == nil
      ? isAnonymous ? "anonymous" : absence(of: key, from: index.old == nil ? old : new)
      : formerName(of: key, called: name, in: old, new)
    return UnitPair(
      key: key, name: name, old: index.old, new: index.new, isAnonymous: isAnonymous, note: note)
  }

  private static func absence(of key: String, from round: Round) -> String {
    guard let register = round.pipeline.register else { return "sent nothing in \(round.name)" }
    let unit = register[key] == nil ? "no unit" : "no Member State"
    return "\(unit) on \(register.day), the cut-off of \(round.name)"
  }

  private static func formerName(
    of key: String, called name: String, in old: Round, _ new: Round
  ) -> String {
    let former = old.printedName(of: key)
    return former == name || old.pipeline.language != new.pipeline.language
      ? "" : "called '\(former)' in \(old.name)"
  }
}
