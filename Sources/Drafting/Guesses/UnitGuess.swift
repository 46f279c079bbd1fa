import Basics
import Register
import SurveyTools

/// Who replies: States, named by a column, or respondents.
enum UnitGuess {
  case state(ExportColumn, by: StateIdentifier)
  /// - Parameter note: What a person should know of the identifiers; may be empty.
  case respondent(ExportColumn, note: String)
  /// No column tells one respondent from another.
  case record(why: String)

  var column: ExportColumn? {
    switch self {
    case .state(let column, _), .respondent(let column, _): column
    case .record: nil
    }
  }

  /// - Parameters:
  ///   - candidates: The columns that may tell it.
  ///   - declared: The heading of the column, or `record`, where a person says so.
  /// - Throws: `dataRejected` where records and respondents are two numbers, and nothing says which.
  init(
    _ export: Export, _ tool: ToolGuess, candidates: [ExportColumn], register: RegisterAsAt?,
    declared: String?
  ) throws(RunError) {
    let states = register.flatMap { Self.states(candidates, $0) }
    if let declared {
      self = try Self.declared(declared, in: export, states)
      return
    }
    try UnitDoubt.refuseLongLayout(of: export)
    if let (column, identifier) = states {
      let identity = try Identity(of: export, by: column)
      if let difference = identity.difference {
        throw UnitDoubt.longFile(export, identity: identity, difference: difference)
      }
      self = .state(column, by: identifier)
      return
    }
    self = try Self.respondents(export, tool)
  }

  private static func declared(
    _ unit: String, in export: Export, _ states: (ExportColumn, StateIdentifier)?
  ) throws(RunError) -> UnitGuess {
    if unit == "record" { return .record(why: "each record is one, as given") }
    guard let column = export.column(called: [unit]) else {
      throw UnitDoubt.missing(unit, in: export)
    }
    if let (state, identifier) = states, state.position == column.position {
      return .state(state, by: identifier)
    }
    return .respondent(column, note: "as given")
  }

  /// The first of the columns that may tell respondents and do: an identifier is one only if it tells
  /// records apart, but for a few that came again.
  private static func respondents(
    _ export: Export, _ tool: ToolGuess
  ) throws(RunError) -> UnitGuess {
    var doubt: Identity?
    var damaged: Identity?
    for column in tool.units(in: export) {
      let identity = try Identity(of: export, by: column)
      if let parts = identity.parts {
        throw UnitDoubt.parts(export, identity: identity, column: parts)
      }
      if identity.damaged * 2 > identity.records {
        damaged = damaged ?? identity
      } else if identity.filled * 20 < (identity.records - identity.damaged) * 19 {
        continue
      } else if export.files.count > 1, identity.isNumberedByFile {
        throw UnitDoubt.undecided(export, identity)
      } else if identity.differing * 10 <= identity.records {
        return .respondent(column, note: identity.note)
      } else if !tool.isAttribute(column) || identity.difference != nil {
        doubt = doubt ?? identity
      }
    }
    if let doubt {
      if let difference = doubt.difference {
        throw UnitDoubt.longFile(export, identity: doubt, difference: difference)
      }
      throw UnitDoubt.undecided(export, doubt)
    }
    if let damaged {
      return .record(
        why: "each record is one: \(damaged.damaged) texts of "
          + "'\(damaged.column.heading.onOneLine)' identify nobody, as '\(damaged.example)'")
    }
    return .record(why: "no column tells one from another, so each record is one")
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
    for identifier in StateIdentifier.allCases where identifier != .code {
      let resolver = StateResolver(register, by: identifier)
      for column in columns {
        // A number of one or two digits may be a code that lost its noughts, and anything else.
        let found = column.texts.count { text in
          (identifier != .m49 || text.text.utf8.count >= 3) && resolver.iso3(of: text.text) != nil
        }
        let share = Double(found) / Double(column.texts.count)
        if share >= 0.7, share > best?.share ?? 0 { best = (column, identifier, share) }
      }
    }
    return best.map { ($0.column, $0.identifier) }
  }
}
