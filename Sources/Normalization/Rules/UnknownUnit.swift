import Findings
import Register

extension Objection {
  static var blankUnit: Objection {
    Objection(
      .unknownUnit, "the field that tells the unit is blank",
      suggestion: "write who the reply is from")
  }

  /// Two records with the same error are not from the same respondent.
  static func errorAsUnit(_ text: String) -> Objection {
    Objection(
      .unknownUnit,
      "the field that tells the unit has '\(text)', which a spreadsheet wrote for what it could not show",
      suggestion: "export the source again without the spreadsheet, or write who the reply is from")
  }

  /// A text that names no Member State of the cut-off, for one of the reasons that the register
  /// gives.
  static func refusedState(_ refusal: StateRefusal) -> Objection {
    let rule: Rule =
      switch refusal.rule {
      case .unknown: .unknownUnit
      case .ambiguous: .ambiguousUnit
      case .notYet: .stateNotYet
      case .noLonger: .stateNoLonger
      case .noMember: .noState
      }
    return Objection(rule, refusal.reason, suggestion: advice(on: refusal))
  }

  /// Where it is known who is meant, names that sound alike would mislead.
  private static func advice(on refusal: StateRefusal) -> String {
    let settle = "settle the name in \(Crosswalk.fileName)"
    return switch refusal.rule {
    case .unknown, .ambiguous:
      "did you mean \(refusal.suggestions.joined(separator: ", or "))? Mend the record, or \(settle)"
    case .notYet, .noLonger:
      "correct the cut-off, or the days in units.csv if it is listed there, or mend the "
        + "record, or \(settle): who the reply counts for, or 'none'"
    case .noMember:
      "add '\(refusal.code ?? "")' to units.csv if it was to report, or \(settle) as "
        + "'none'"
    }
  }
}
