import Basics
import Findings

extension Objection {
  /// - Parameter what: What the number should be: the count or the base.
  static func noNumber(in claim: Claim, what: String, _ right: Int) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' has no number; the \(what) of \(claim.address) is \(right)",
      suggestion: "write \(NumberWords.text(right))")
  }

  static func wrongNumber(in claim: Claim, what: String, _ right: Int) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), whose \(what) is \(right)",
      suggestion: "write \(NumberWords.text(right))")
  }

  static func wrongPercent(
    _ claim: Claim, _ share: PrintedShare, right: String
  ) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), which is \(right) per cent "
        + "(\(share.count) of \(share.base))",
      suggestion: "write \(right) per cent")
  }

  static func percentOfNobody(_ claim: Claim) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), whose base is nobody",
      suggestion: "take the sentence out, or look at the base of the table")
  }
}
