import Findings
import Phrases

extension Objection {
  /// - Parameter what: What the number should be: the count or the base.
  static func noNumber(
    in claim: Claim, what: String, _ right: Int, by numbers: NumberStyle
  ) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' has no number that can be read; the \(what) of \(claim.address) is \(right)",
      suggestion: "write \(numbers.text(right))")
  }

  /// A word such as "none" for what is rounded to 0.
  static func roundedToNone(in claim: Claim, what: String) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' says that there is nobody; the \(what) of \(claim.address) is rounded to 0, so that there "
        + "may be some",
      suggestion: "write 0")
  }

  static func wrongNumber(
    in claim: Claim, what: String, _ right: Int, by numbers: NumberStyle
  ) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), whose \(what) is \(right)",
      suggestion: "write \(numbers.text(right))")
  }

  static func wrongPercent(
    _ claim: Claim, _ share: PrintedShare, right: String, by numbers: NumberStyle
  ) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), which is \(right) per cent "
        + "(\(share.count) of \(share.base))",
      suggestion: "write \(numbers.figure(right)) per cent")
  }

  /// A number beside the one that is meant.
  static func strayNumber(_ number: String, in claim: Claim) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), of which \(number) is neither the count nor the base nor "
        + "the percentage",
      suggestion: "put \(number) right, or write it outside the braces")
  }

  static func percentOfNobody(_ claim: Claim) -> Objection {
    Objection(
      .numberNotBorneOut,
      "'\(claim.words)' is said of \(claim.address), whose base is nobody",
      suggestion: "take the sentence out, or look at the base of the table")
  }
}
