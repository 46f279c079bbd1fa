import Phrases
import Register

extension Attribute {
  /// What a heading calls the attribute.
  var phrase: Phrase {
    switch self {
    case .response: .response
    case .status: .status
    case .regionalGroup: .regionalGroup
    case .signature: .signature
    case .deposit: .instrument
    }
  }
}

extension TreatyStanding.Status {
  var phrase: Phrase {
    switch self {
    case .party: .statesParties
    case .signatory: .signatories
    case .nonSignatory: .nonSignatories
    }
  }
}
