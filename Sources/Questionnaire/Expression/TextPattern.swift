import Foundation

/// A regular expression (of ICU, as Java's and near to JavaScript's) that a whole text must have the
/// form of.
struct TextPattern: Sendable {
  private let expression: NSRegularExpression

  /// - Returns: nil where the pattern is none.
  init?(_ pattern: String) {
    guard let expression = try? NSRegularExpression(pattern: "\\A(?:\(pattern))\\z") else {
      return nil
    }
    self.expression = expression
  }

  func matches(_ text: String) -> Bool {
    expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }
}
