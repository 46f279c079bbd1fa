import Register

/// Who replies: States, told by a column, or respondents.
enum UnitGuess {
  case state(ExportColumn, by: StateIdentifier)
  case respondent(ExportColumn)
  /// No column tells one respondent from another.
  case record

  var column: ExportColumn? {
    switch self {
    case .state(let column, _), .respondent(let column): column
    case .record: nil
    }
  }

  /// - Parameter candidates: The columns that may tell it.
  init(
    _ export: Export, _ tool: ToolGuess, candidates: [ExportColumn], register: RegisterAsAt?
  ) {
    let known = tool.unit(in: export)
    if let register, let (column, identifier) = Self.states(candidates, register) {
      self = .state(column, by: identifier)
    } else if let known, known.answered * 20 >= export.records * 19 {
      self = .respondent(known)
    } else {
      self = .record
    }
  }

  /// The column in which most texts are States, each of them once or twice: a question that
  /// many people of few countries answer is no unit.
  private static func states(
    _ columns: [ExportColumn], _ register: RegisterAsAt
  ) -> (ExportColumn, StateIdentifier)? {
    var best: (column: ExportColumn, identifier: StateIdentifier, share: Double)?
    let columns = columns.filter {
      $0.elsewhere == 0 && $0.texts.count > 1 && $0.answered < 3 * $0.texts.count
    }
    for identifier in StateIdentifier.allCases {
      let resolver = StateResolver(register, by: identifier)
      for column in columns {
        let found = column.texts.count { resolver.iso3(of: $0.text) != nil }
        let share = Double(found) / Double(column.texts.count)
        if share >= 0.7, share > best?.share ?? 0 { best = (column, identifier, share) }
      }
    }
    return best.map { ($0.column, $0.identifier) }
  }
}
