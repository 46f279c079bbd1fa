import Findings

extension Objection {
  static func listNamesOthers(_ names: [String], _ claim: Claim) -> Objection {
    Objection(
      .listNamesOthers,
      "\(subject(of: names)) named, but not among the \(claim.units.count) of \(claim.address)")
  }

  /// A list of those of which something does not hold, under the names of those of which it does.
  static func listExcept(_ word: String, _ claim: Claim) -> Objection {
    Objection(
      .listNamesOthers,
      "'\(word)' takes units out, but those named are to be the \(claim.units.count) of \(claim.address)",
      suggestion: "name those of \(claim.address), or write the sentence outside the braces")
  }

  /// Names as the subject of a sentence, with its verb: "Chad is", "Chad and Mali are".
  static func subject(of names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return "\(names.first ?? "nobody") is" }
    return names.dropLast().joined(separator: ", ") + " and \(last) are"
  }
}
