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

  /// Whether two labels say the same: in every language that both forms have it in, else each in
  /// the language of its collection.
  static func agree(
    _ old: LocalizedText, in oldLanguage: String, _ new: LocalizedText, in newLanguage: String
  ) -> Bool {
    let both = new.texts.compactMap { item in
      old.texts.first { $0.language == item.language }.map { ($0.text, item.text) }
    }
    guard both.isEmpty else { return both.allSatisfy { Wording($0) == Wording($1) } }
    return Wording(old.text(in: oldLanguage) ?? "") == Wording(new.text(in: newLanguage) ?? "")
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
