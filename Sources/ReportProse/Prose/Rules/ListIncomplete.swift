import Findings

extension Objection {
  static func listIncomplete(_ claim: Claim, named: Int, missing: [String]) -> Objection {
    Objection(
      .listIncomplete,
      "\(named) of the \(claim.units.count) of \(claim.address) are named; "
        + "\(subject(of: missing)) missing")
  }
}
