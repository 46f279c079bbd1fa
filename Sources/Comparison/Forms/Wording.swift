import Basics
import Questionnaire

/// The words of a label: what is left of it without case, white space and punctuation.
///
/// Signs that are read aloud stay (`%`, `‰`, `&`, `@`, `#`), and so does a minus before a number.
struct Wording: Equatable {
  private let words: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    let scalars = Array(TextKey(text).text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isMinus =
        scalar == "-" && word.isEmpty
        && scalars.dropFirst(index + 1).first.map(Self.isDigit) == true
        && (index == 0 || scalars[index - 1].properties.isWhitespace)
      if isMinus || !Self.separates(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    self.words = word.isEmpty ? words : words + [word]
  }

  /// Whether two wordings are the same but for words that may vary.
  func isSame(as other: Wording, varying patterns: [TextPattern]) -> Bool {
    words.count == other.words.count
      && zip(words, other.words).allSatisfy { word, other in
        word == other || patterns.contains { $0.matches(word) && $0.matches(other) }
      }
  }

  /// Whether two labels say the same: in every language that both forms have it in, else each in
  /// the language of its collection.
  ///
  /// - Parameter patterns: The forms of words that may differ.
  static func agree(
    _ old: LocalizedText, in oldLanguage: String, _ new: LocalizedText, in newLanguage: String,
    varying patterns: [TextPattern]
  ) -> Bool {
    let both = new.texts.compactMap { item in
      old.texts.first { $0.language == item.language }.map { ($0.text, item.text) }
    }
    let texts =
      both.isEmpty ? [(old.text(in: oldLanguage) ?? "", new.text(in: newLanguage) ?? "")] : both
    return texts.allSatisfy { Wording($0).isSame(as: Wording($1), varying: patterns) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    if "%‰&@#".unicodeScalars.contains(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default:
      return scalar.properties.isWhitespace
    }
  }
}
