import DisclosureControl

/// The status of an observation and of its confidentiality, by the codes of SDMX's code lists `CL_OBS_STATUS`
/// 2.2 and `CL_CONF_STATUS` 1.3 (SDMX, *Guidelines for cross-domain code lists*).
struct SDMXStatus {
  let observation: Observation
  let confidentiality: Confidentiality

  enum Observation: String, CaseIterable {
    case normal = "A"
    case cannotExist = "M"
    case suppressed = "Q"

    var name: String {
      switch self {
      case .normal: "Normal value"
      case .cannotExist: "Missing value; data cannot exist"
      case .suppressed: "Missing value; suppressed"
      }
    }
  }

  enum Confidentiality: String, CaseIterable {
    case free = "F"
    case confidential = "C"

    var name: String {
      switch self {
      case .free: "Free (free for publication)"
      case .confidential: "Confidential statistical information"
      }
    }
  }

  init(of value: ReleasedFigure.Value) {
    switch value {
    case .quantity: (observation, confidentiality) = (.normal, .free)
    case .missing(.noBase), .missing(.noWeight), .missing(.tooFew):
      (observation, confidentiality) = (.cannotExist, .free)
    case .withheld(.suppressed): (observation, confidentiality) = (.suppressed, .confidential)
    // So few that a percentage says nothing: not in confidence.
    case .withheld(.smallBase): (observation, confidentiality) = (.suppressed, .free)
    }
  }
}
