import Findings

extension Objection {
  /// - Parameter right: The word that the scale gives to the share; nil where it has none.
  static func wordNotBorneOut(
    _ word: String, of claim: Claim, _ share: PrintedShare, right: String?
  ) -> Objection {
    Objection(
      .wordNotBorneOut,
      "'\(word)' is said of \(claim.address), which is \(share.count) of \(share.base)"
        + (right.map { " and '\($0)' on the scale" } ?? ""),
      suggestion: right.map(wordOfScale) ?? share.whyThereIsNoWord)
  }
}
