import Phrases
import Questionnaire
import Statistics
import Tabulation

extension TablePlan {
  /// One table a question with the six answer states as rows, and every attribute as columns.
  ///
  /// They are no published tables: `answer-states.csv` holds them, and a run asserts on them that
  /// the states sum to the population.
  package var stateTables: [Table] {
    let language = catalog.language
    let columns = Table.planned(
      [Table.Column(path: [], part: nil, id: Table.totalColumn, label: language.heading(.total))]
        + catalog.attributes.enumerated().flatMap { part, attribute in
          attribute.entry.codes(of: .units).map { code, choice in
            Table.Column(
              path: [Table.Category(variable: attribute.entry, code: code)], part: part,
              id: choice.name, label: choice.label)
          }
        })
    let rows = Table.planned(
      AnswerState.allCases.map { state in
        Table.Row(
          id: state.rawValue, label: language.heading(state.phrase), kind: .state(state),
          isListed: false)
      } + [
        Table.Row(
          id: "population", label: language.heading(.all), kind: .population, isListed: false)
      ])
    return catalog.entries.compactMap { entry in
      guard case .question = entry.origin else { return nil }
      let block = Table.Block(context: [], variable: entry, path: "", heading: "", baseLabel: "")
      return Table(
        id: entry.name, unit: nil, title: entry.label, wordings: [], note: "", noteLine: 0,
        footnotes: [],
        blocks: [block],
        rows: rows, columns: columns, base: .population, filter: nil,
        population: .units, statistics: [.count], style: TableStyle(), isWeighted: false,
        restsOnTreaty: false)
    }
  }
}
