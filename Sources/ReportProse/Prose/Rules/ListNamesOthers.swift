import Findings

extension Objection {
  static func listNamesOthers(_ names: [String], _ claim: Claim) -> Objection {
    Objection(
      .listNamesOthers,
      "\(subject(of: names)) named, but not among the \(claim.units.count) of \(claim.address)")
  }

  /// Names as the subject of a sentence, with its verb: "Chad is", "Chad and Mali are".
  static func subject(of names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return "\(names.first ?? "nobody") is" }
    return names.dropLast().joined(separator: ", ") + " and \(last) are"
  }
}
