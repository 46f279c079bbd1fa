import Basics
import Definition
import DisclosureControl
import Questionnaire
import Statistics
import Tabulation

/// How many units gave each answer, as far as a table of all units tells it.
struct Frequencies {
  private var choices: [String: [String: Int]] = [:]
  private var states: [String: [Released<Int>]] = [:]
  /// How many units replied, of how many; nil where it is not released, and where counts are rounded, since
  /// a difference of rounded counts is another number than the rounded one.
  private(set) var response: (replied: Int, population: Int)?

  init(_ content: PublishedContent) throws(RunError) {
    for line in content.answerStates.lines where line.isOfAllUnits {
      states[line.question] = line.counts
    }
    for released in content.tables where released.table.countsAllUnits {
      try add(released)
    }
    // Who did not reply is the same for each question.
    guard content.definition.pipeline.disclosure?.roundingBase == nil,
      let counts = states.values.first, let population = counts.last?.value,
      let silent = AnswerState.allCases.firstIndex(of: .didNotReply),
      let missing = counts[silent].value
    else { return }
    response = (population - missing, population)
  }

  private mutating func add(_ released: ReleasedTable) throws(RunError) {
    let table = released.table
    guard let total = table.columns.first(where: { $0.path.isEmpty }) else { return }
    for row in table.rows where row.isAnswer {
      let block = table.blocks[row.block]
      guard block.context.isEmpty,
        case .count(let count)? = try released.figure(.count, row: row, column: total)?.quantity
      else { continue }
      choices[block.variable.name, default: [:]][block.name(of: row)] = count
    }
  }

  /// Nil of a ranking: its tables count who ranked a choice first.
  func count(of choice: Choice, of question: Question) -> Int? {
    switch question.type {
    case .rank: nil
    case .selectOne, .selectMultiple, .integer, .decimal, .date, .text:
      choices[question.name]?[choice.name]
    }
  }

  func count(of state: AnswerState, of question: Question) -> Int? {
    AnswerState.allCases.firstIndex(of: state).flatMap { states[question.name]?[$0].value }
  }
}

extension Table {
  /// Whether its counts are of all reporting units, whatever its percentages are of.
  fileprivate var countsAllUnits: Bool {
    let isOfSome =
      switch base {
      case .condition: true
      case nil, .population, .respondents, .asked, .answered, .substantive: false
      }
    return unit == nil && population == .units && filter == nil && !isOfSome
      && statistics.contains(.count)
  }
}
