import Findings

extension Objection {
  /// - Parameters:
  ///   - earlier: The word that was said of the cell before.
  ///   - place: Where that was.
  static func twoWordsOneCell(
    _ word: String, of claim: Claim, against earlier: String, at place: String
  ) -> Objection {
    Objection(
      .twoWordsOneCell, "'\(word)' is said of \(claim.address), but \(place) says '\(earlier)'")
  }
}
