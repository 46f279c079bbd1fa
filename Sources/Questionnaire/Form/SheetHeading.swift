import Basics
import Tabular

/// The headings of an XLSForm sheet, checked against misspelling.
///
/// Columns that nobody reads here are left to the tools they are for; but `relevent` is no such
/// column: it would switch off the routing of the whole form in silence.
enum SheetHeading {
  static let known =
    SurveyColumn.allCases.map(\.rawValue) + ChoiceColumn.allCases.map(\.rawValue) + ofTools

  /// Headings of XLSForm, and of forms as people keep them, that nobody reads here.
  private static let ofTools = [
    "hint", "appearance", "default", "repeat_count", "read_only",
    "paragraph", "scale",
  ]

  /// Headings of XLSForm that are near to another one and still no slip.
  private static let alike: Set = ["readonly"]

  /// A problem for every heading that is nearly a known one.
  static func problems(in file: CSVFile) -> [RunError.Problem] {
    file.header.compactMap { heading in
      guard let meant = meant(by: heading) else { return nil }
      return RunError.Problem(
        path: file.path, line: 1, id: .form(.heading),
        message: "column '\(heading)' is not known; expected the headings of an XLSForm sheet. "
          + "Did you mean '\(meant)'?")
    }
  }

  /// The known heading that a heading is a slip of; nil for a right or an unrelated one.
  static func meant(by heading: String) -> String? {
    let parts = heading.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let word = String(parts.first ?? "")
    guard !word.isEmpty, !alike.contains(word) else { return nil }
    if known.contains(word) {
      guard parts.count == 2, !parts[1].hasPrefix(":") else { return nil }
      return "\(word)::\(parts[1])"
    }
    guard let near = known.first(where: { isSlip(word, of: $0) }) ?? nearest(word) else {
      return nil
    }
    return near + heading.dropFirst(word.count)
  }

  /// Two edits in a short word make another word: `state` is no `scale`.
  private static func nearest(_ word: String) -> String? {
    Suggestion.nearest(to: word, among: known.filter { $0.count >= 6 }, within: 3).first
      ?? Suggestion.nearest(to: word, among: known, within: 2).first
  }

  /// The same letters in another order, or in other case.
  private static func isSlip(_ word: String, of name: String) -> Bool {
    word.lowercased().sorted() == name.sorted()
  }
}
