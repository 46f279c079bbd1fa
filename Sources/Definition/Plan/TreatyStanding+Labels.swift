import Phrases
import Register

extension TreatyStanding.Status {
  var phrase: Phrase {
    switch self {
    case .party: .statesParties
    case .signatory: .signatories
    case .nonSignatory: .nonSignatories
    case .withdrawn: .statesThatWithdrew
    }
  }
}
