import Findings

extension Objection {
  /// - Parameters:
  ///   - earlier: The word that was said of the cell before.
  ///   - position: Where that was.
  static func twoWordsOneCell(
    _ word: String, of claim: Claim, against earlier: String, at position: String
  ) -> Objection {
    Objection(
      .twoWordsOneCell, "'\(word)' is said of \(claim.address), but \(position) says '\(earlier)'")
  }
}
