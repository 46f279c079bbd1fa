import Basics
import Phrases
import Questionnaire

extension TableReader {
  /// The total, and the codes of each banner variable, crossed where they are nested.
  func columns(_ population: Table.Population) throws(RunError) -> [Table.Column] {
    let total = Table.Column(
      path: [], part: nil, id: Table.totalColumn, label: spoken.heading(.total))
    var planned: [(path: [Table.Category], part: Int, node: DefinitionNode)] = []
    var taken: [String] = []
    for (part, item) in try items().enumerated() {
      let axis = try nest(item)
      for entry in axis where entry.codes.isEmpty {
        throw item.error(
          id: .variable(.noCodes),
          "'\(entry.name)' has no choices; expected a closed question or an attribute")
      }
      let name = axis.map(\.name).joined(separator: ":")
      guard !taken.contains(name) else {
        throw item.error(
          id: .csv(.columnTwice), "'\(name)' stands twice; expected each variable once")
      }
      taken.append(name)
      for path in Self.product(axis, population) { planned.append((path, part, item)) }
    }
    // Where two variables have a code in common, all columns are known by variable and code.
    let bare = planned.map { $0.path.map(\.name).joined(separator: ":") }
    let areDistinct = Set(bare).count == bare.count
    let areNamed = Self.areNamed(planned.map(\.path))
    let columns = planned.enumerated().map { index, column in
      let variable = column.path.map(\.variable.name).joined(separator: "*")
      return Table.Column(
        path: column.path, part: column.part,
        id: areDistinct ? bare[index] : "\(variable):\(bare[index])",
        label: areNamed
          ? column.path.map { "\($0.variable.label): \($0.label)" }.joined(separator: ", ")
          : column.path.map(\.label).joined(separator: ": "))
    }
    return try isTotalLast() ? columns + [total] : [total] + columns
  }

  /// Whether columns must say what variables their codes are of: the codes of attributes say it
  /// themselves, unless two have one label.
  private static func areNamed(_ paths: [[Table.Category]]) -> Bool {
    let labels = paths.map { $0.map(\.label) }
    let isOfAttributes = paths.joined().allSatisfy {
      if case .attribute = $0.variable.origin { true } else { false }
    }
    return !isOfAttributes || Set(labels).count < labels.count
      || labels.contains { Set($0).count < $0.count }
  }

  private func items() throws(RunError) -> [DefinitionNode] {
    guard let columns = node[TableKey.columns] else { return [] }
    return columns.isMapping ? [columns] : try columns.list()
  }

  enum TotalPosition: String, CaseIterable {
    case first, last
  }

  private func isTotalLast() throws(RunError) -> Bool {
    try node.value(TableKey.columnOrder).word(as: TotalPosition.self) == .last
  }
}
