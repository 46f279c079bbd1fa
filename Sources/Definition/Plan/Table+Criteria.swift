import Questionnaire
package import Tabulation

extension Table {
  /// Whom the table is about at all.
  package var scope: [Criterion] {
    population.scope + (filter.map { [.condition($0)] } ?? [])
  }

  /// Whom a row counts among those whom the table is about, the codes that its block is nested in
  /// aside.
  package func criteria(of row: Row) -> [Criterion] {
    let entry = variable(of: row)
    return row.kind.criteria(
      of: entry.variable.index, base: base(of: entry), offer: entry.offer(ofAny:))
  }

  /// Who is in the base of a row's percentages.
  package func baseCriteria(of row: Row) -> [Criterion] {
    let entry = variable(of: row)
    return base(of: entry).criteria(of: entry.variable.index)
  }
}

extension Table.Population {
  /// Who is in it.
  package var scope: [Criterion] {
    switch self {
    case .units: [.isReportingUnit]
    case .participants: [.isParticipant]
    }
  }
}

extension Table.Category {
  /// Who has the code.
  package var criterion: Criterion { .code(anyOf: [code], of: variable.variable.index) }
}
