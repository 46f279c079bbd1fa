import Findings

extension Objection {
  /// - Parameter right: The word that the scale gives to the share; nil where it has none.
  static func wordNotInScale(
    _ claim: Claim, _ share: PrintedShare, right: String?
  ) -> Objection {
    let words = "\(share.count) of \(share.base)"
    return Objection(
      .wordNotInScale,
      "'\(claim.words)' is said of \(claim.address) (\(words)), but the scale of the collection has "
        + "no such word",
      suggestion: right.map(wordOfScale) ?? "the scale has no word for \(words)")
  }

  /// What to do about a word where the scale has another.
  static func wordOfScale(_ right: String) -> String {
    "write '\(right)', or change the scale under 'quantifiers'"
  }
}
