import Definition
import Questionnaire

/// What the codes of several variables that are nested come to together.
extension UnitSpace {
  enum Span {
    /// Every unit has a code of each: the nested cells make up the whole.
    case everybody
    /// A dimension of its own says who has codes of all: yes, no.
    case dimension(Int)
  }

  /// Where two variables or more are nested, and units have one code of each; else nil.
  mutating func span(of path: [Table.Category]) -> Span? {
    guard path.count > 1, !path.contains(where: \.variable.isMultiple) else { return nil }
    let isComplete = path.allSatisfy {
      if case .attribute = $0.variable.origin { true } else { false }
    }
    guard !isComplete else { return .everybody }
    let variables = path.map(\.variable.variable.index)
    return .dimension(dimension(across: variables))
  }

  /// Who has codes of all variables that a dimension spans.
  func within(_ dimension: Int) -> UnitSet.Part {
    .init(dimension: dimension, values: dimensions[dimension].set { $0.code == 0 })
  }

  /// Who is left out of a span, one variable after another that they have no code of.
  ///
  /// - Returns: nil for sets that are not left out of a span.
  func uncoded(of set: UnitSet) -> [UnitSet]? {
    guard
      let part = set.parts.first(where: { !dimensions[$0.dimension].spanned.isEmpty }),
      part != within(part.dimension)
    else { return nil }
    return dimensions[part.dimension].spanned.compactMap { variable in
      let entry = catalog.entries[variable]
      let coded = choice(anyOf: Array(entry.codes.indices), of: entry)
      let others = dimensions[coded.dimension].all.subtracting(coded.values)
      return self.set(
        set.parts(without: [part.dimension]) + [
          .init(dimension: coded.dimension, values: others)
        ])
    }
  }
}
