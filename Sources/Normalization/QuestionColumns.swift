import Definition

/// Where a source has the answers to a question.
enum QuestionColumns: Equatable, Sendable {
  /// The source does not ask it.
  case none
  /// One column with the whole answer.
  case whole(Int)
  /// A column for each of some choices of a select_multiple.
  case ticks([TickColumn])
  /// A column for each of some choices of a ranking, with the rank.
  case ranks([TickColumn])
  /// A column for each rank, with the choice; the code is the rank, from 0.
  case rankedBy([TickColumn])
  /// The answer of a select_one, and what was written under "other" in a column of its own: then
  /// the tool leaves the first one blank.
  case wholeOrOther(Int, other: Int)
  /// One column with all ticks of a select_multiple, and a column for each of some choices, which
  /// tell a set without ticks from no answer.
  case wholeAndTicks(Int, [TickColumn])
  /// The column of the choice "other", in which tools let people write.
  case otherText(Int)
  /// The column of a question in which people write in place of its choice "other".
  case writeIn(Int, of: Int)
  /// The column of the question for what people write under "other", and where they may have written it besides:
  /// in the column of the choice or of the question that has it.
  indirect case textAndOther(Int, QuestionColumns)
  /// No column: all records of the source have one answer.
  case fixed(FixedAnswer.Value)

  /// The columns of a question for what people write under "other", with those where they may have written it
  /// besides.
  func joined(with other: QuestionColumns) -> QuestionColumns {
    switch self {
    case .none: other
    case .whole(let column): .textAndOther(column, other)
    case .ticks, .ranks, .rankedBy, .wholeOrOther, .wholeAndTicks, .otherText, .writeIn,
      .textAndOther, .fixed:
      self
    }
  }

  /// The column that alone has the answer.
  var single: Int? {
    switch self {
    case .whole(let column), .otherText(let column), .writeIn(let column, _): column
    case .none, .ticks, .ranks, .rankedBy, .wholeOrOther, .wholeAndTicks, .textAndOther, .fixed: nil
    }
  }

  /// All columns that have something of the answer.
  var columns: [Int] {
    switch self {
    case .none, .fixed: []
    case .whole(let column), .otherText(let column), .writeIn(let column, _): [column]
    case .wholeOrOther(let column, let other): [column, other]
    case .textAndOther(let column, let other): [column] + other.columns
    case .ticks(let columns), .ranks(let columns), .rankedBy(let columns): columns.map(\.column)
    case .wholeAndTicks(let column, let columns): [column] + columns.map(\.column)
    }
  }

  /// The columns of single choices of a select_multiple.
  var ticks: [TickColumn] {
    switch self {
    case .ticks(let columns), .wholeAndTicks(_, let columns): columns
    case .none, .whole, .ranks, .rankedBy, .wholeOrOther, .otherText, .writeIn, .textAndOther,
      .fixed:
      []
    }
  }
}

/// The column of one choice of a select_multiple or of a ranking.
struct TickColumn: Equatable, Sendable {
  let column: Int
  let code: Int
}
