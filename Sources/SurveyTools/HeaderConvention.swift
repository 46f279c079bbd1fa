/// The names of the survey tools, as `convention:` has them.
///
/// The order is that in which exports are checked against them.
package enum HeaderConvention: String, Sendable, CaseIterable {
  case plain
  case noHeader = "no-header"
  case qualtrics
  case qualtricsLegacy = "qualtrics-legacy"
  case surveymonkey
  case kobo
  case odk
  case limesurvey
  case redcap
  case surveySolutions = "survey-solutions"
  case soSci = "sosci"
  case unipark
  case alchemer
  case survey123
  case typeform
  case formr
  case wjx
  case msForms = "ms-forms"
  case googleForms = "google-forms"

  package var tool: SurveyTool {
    switch self {
    case .plain: .plain
    case .noHeader: .noHeader
    case .qualtrics: .qualtrics
    case .qualtricsLegacy: .qualtricsLegacy
    case .surveymonkey: .surveyMonkey
    case .kobo: .kobo
    case .odk: .odk
    case .limesurvey: .limeSurvey
    case .redcap: .redcap
    case .surveySolutions: .surveySolutions
    case .soSci: .soSci
    case .unipark: .unipark
    case .alchemer: .alchemer
    case .survey123: .survey123
    case .typeform: .typeform
    case .formr: .formr
    case .wjx: .wjx
    case .msForms: .msForms
    case .googleForms: .googleForms
    }
  }

  /// The convention that the first records of an export prove, and what proves it.
  ///
  /// - Parameter rows: Up to three records, as text.
  package static func proved(by rows: [[String]]) -> (convention: HeaderConvention, why: String)? {
    for convention in allCases {
      for signature in convention.tool.signatures {
        if let why = signature.evidence(in: rows) { return (convention, why) }
      }
    }
    return nil
  }
}
