import Phrases
import Register

extension TreatyStanding.Status {
  /// Whether most collections have nobody of whom it is true.
  var isSeldom: Bool {
    switch self {
    case .party, .signatory, .nonSignatory: false
    case .notEligible, .withdrawn: true
    }
  }

  var phrase: Phrase {
    switch self {
    case .party: .statesParties
    case .signatory: .signatories
    case .nonSignatory: .nonSignatories
    case .notEligible: .notEligible
    case .withdrawn: .statesThatWithdrew
    }
  }
}
