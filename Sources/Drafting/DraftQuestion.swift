/// A question that a draft asks, as its columns were understood.
struct DraftQuestion {
  enum Kind: Equatable {
    case text
    case integer
    case decimal
    case date
    case selectOne([DraftChoice])
    case selectMultiple([DraftChoice])
    case rank([DraftChoice])

    var choices: [DraftChoice]? {
      switch self {
      case .selectOne(let choices), .selectMultiple(let choices), .rank(let choices): choices
      case .text, .integer, .decimal, .date: nil
      }
    }

    /// The type with the choice "other" among its choices, where people wrote under it in a column
    /// of its own.
    func adding(_ other: OptionColumns.Part) -> Kind {
      switch self {
      case .selectOne(let choices): .selectOne(DraftChoice.adding(other, to: choices))
      case .selectMultiple(let choices): .selectMultiple(DraftChoice.adding(other, to: choices))
      case .rank, .text, .integer, .decimal, .date: self
      }
    }

    /// XLSForm's word for the type.
    var word: String {
      switch self {
      case .text: "text"
      case .integer: "integer"
      case .decimal: "decimal"
      case .date: "date"
      case .selectOne: "select_one"
      case .selectMultiple: "select_multiple"
      case .rank: "rank"
      }
    }
  }

  let name: String
  let label: String
  let kind: Kind
  /// What speaks for the type; a person is to look at it.
  let review: String
  /// The columns, and what each is of the question: `/option`, `[2]`, or nil for all of it.
  var columns: [(column: ExportColumn, part: String?)] = []

  /// Whether noughts alone are an answer, since there are blanks besides.
  var noughtsAreAnswers = false

  /// Whether fields have texts of choices whose names were made up.
  var hasMadeNames: Bool {
    columns.contains { $0.part == nil } && kind.choices?.contains(where: \.hasMadeName) == true
  }
}
