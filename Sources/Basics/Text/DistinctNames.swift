/// Names for programs to which two that differ in case alone are one.
package struct DistinctNames: Sendable {
  private var taken: Set<String>

  /// - Parameter names: Those that are taken already.
  package init(taken names: some Sequence<String> = []) {
    taken = Set(names.map(Self.folded))
  }

  /// A name that is not taken yet: the wanted one, or with a number from 2 on.
  ///
  /// - Parameter numbered: The name with a number.
  package mutating func name(for wanted: String, numbered: (Int) -> String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(Self.folded(name)).inserted {
      name = numbered(number)
      number += 1
    }
    return name
  }

  package mutating func name(for wanted: String) -> String {
    name(for: wanted) { "\(wanted)_\($0)" }
  }

  /// By way of capitals, which make one of more letters: "ß" and "ss" are one.
  private static func folded(_ name: String) -> String { name.uppercased().lowercased() }
}
