/// A question that a draft asks, as its columns were understood.
struct DraftQuestion {
  enum Kind: Equatable {
    case text
    case integer
    case decimal
    case date
    case selectOne([DraftChoice])
    case selectMultiple([DraftChoice])

    var choices: [DraftChoice]? {
      switch self {
      case .selectOne(let choices), .selectMultiple(let choices): choices
      case .text, .integer, .decimal, .date: nil
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
      }
    }
  }

  let name: String
  let label: String
  let kind: Kind
  /// What speaks for the type; a person is to look at it.
  let review: String
  /// The columns, and what each is where it is an option: the end of `question/option`.
  var columns: [(column: ExportColumn, option: String?)] = []

  /// Whether noughts alone are an answer, since there are blanks besides.
  var noughtsAreAnswers = false

  /// Whether cells have texts of choices whose names were made up.
  var hasMadeNames: Bool {
    columns.contains { $0.option == nil } && kind.choices?.contains(where: \.hasMadeName) == true
  }
}
