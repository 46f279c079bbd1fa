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
    return Objection(
      rule, refusal.reason,
      suggestion: "did you mean \(refusal.suggestions.joined(separator: ", or "))? "
        + "Mend the record, or settle the name in \(Crosswalk.fileName)")
  }
}
