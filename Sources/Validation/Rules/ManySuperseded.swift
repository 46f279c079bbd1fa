import Findings
import Interchange

extension Objection {
  static func manySuperseded(_ several: Int, of units: Int, records: Int) -> Objection {
    Objection(
      .manySuperseded,
      "\(several) of \(units) units sent several submissions with different answers, of which only the "
        + "latest counts: \(records) do not")
  }
}

/// More resubmissions than people send: what tells respondents does not, or a respondent has several
/// records by design.
struct ManySuperseded {
  private static let fewestUnits = 3

  /// - Parameter later: The units of the submissions that another one replaced with other answers.
  static func finding(later: [String], units: Int, source: String) -> Finding? {
    let several = Set(later).count
    guard several >= fewestUnits, several * 2 > units else { return nil }
    return Finding(
      .manySuperseded(several, of: units, records: later.count), at: Position(source: source))
  }
}
