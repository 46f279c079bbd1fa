package import Basics
package import Definition
package import Interchange
import Questionnaire
import Tabular

/// All figures of a collection that are released: what writers of tables, lists and prose get
/// instead of what was counted.
///
/// A collection without `disclosure` goes the same road, and everything is released.
package struct ReleasedFigures: Sendable {
  /// In the order of the plan, their rows in the order of print.
  package let tables: [ReleasedTable]
  package let answerStates: ReleasedAnswerStates
  private let indices: [String: Int]
  private let disclosure: Disclosure

  /// Reads what stage 4 counted and decides what is released.
  ///
  /// - Throws: `internalFault` where what is hidden could be worked out; `badDefinition` where the
  ///   population of the sample is smaller than the sample; `dataRejected` for a damaged file.
  package init(_ definition: CollectionDefinition) throws(RunError) {
    let (pipeline, plan) = (definition.pipeline, definition.plan)
    let aggregated = definition.folders.folder(of: .aggregate)
    let cells = try CountedCells(folder: aggregated, pipeline: pipeline, plan: plan)
    try Self.requireDrawable(plan, replied: cells.repliedUnits)
    let states = try CountedAnswerStates(folder: aggregated)
    let disclosure = try Disclosure(definition, cells: cells, states: states)
    self.init(
      plan, cells: disclosure.released(cells, of: plan), states: disclosure.released(states),
      disclosure: disclosure)
  }

  init(
    _ plan: TablePlan, cells: CountedCells, states: CountedAnswerStates,
    disclosure: Disclosure
  ) {
    self.disclosure = disclosure
    tables = plan.tables.map {
      ReleasedTable($0, cells: cells, sample: plan.sample, disclosure: disclosure)
    }
    indices = Dictionary(
      plan.tables.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    answerStates = ReleasedAnswerStates(states, disclosure)
  }

  /// Where the records of units are to be written, see `RecordsFolder`.
  package func recordsFolder(
    of collection: CollectionFolders, beside folder: StageFolder
  ) throws(RunError) -> RecordsFolder {
    try RecordsFolder(collection, disclosure, beside: folder)
  }

  /// How counts are rounded; nil where they are told as they are.
  package var roundingNote: String? {
    tables.first?.roundingNote(addsUp: disclosure.addUp)
  }

  package subscript(_ id: String) -> ReleasedTable? {
    indices[id].map { tables[$0] }
  }

  /// Nothing can be said of a population that is smaller than the sample.
  private static func requireDrawable(_ plan: TablePlan, replied: Int) throws(RunError) {
    guard let sample = plan.sample, sample.design == nil,
      case .number(let number)? = sample.population,
      number < replied
    else { return }
    throw RunError(
      path: plan.path, line: sample.line, id: .statistic(.samplePopulation),
      "the sample is said to be drawn from \(number) units, but \(replied) replied; expected at "
        + "least as many")
  }
}

/// The released counts of `answer-states.csv`.
package struct ReleasedAnswerStates: Sendable {
  package static let fileName = AnswerStateColumn.fileName
  package static let header = AnswerStateColumn.header

  /// A line: the question, the attribute and the code of the group, and the six answer states with
  /// the population.
  package struct Line: Sendable {
    package let keys: [String]
    package let counts: [Released<Int>]

    package var question: String { keys[0] }
    /// Whether it is of no group.
    package var isOfAllUnits: Bool { keys[1].isEmpty }
  }

  package let lines: [Line]

  init(_ states: CountedAnswerStates, _ disclosure: Disclosure) {
    lines = states.lines.enumerated().map { number, line in
      Line(
        keys: line.keys,
        counts: line.counts.enumerated().map { column, count in
          disclosure.releases(stateLine: number, column: column)
            ? .value(count) : .withheld(.suppressed)
        })
    }
  }
}
