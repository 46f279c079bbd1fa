/// The languages that the program speaks; those of the registers.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
  case spanish = "es"
  case russian = "ru"
  case chinese = "zh"
  case arabic = "ar"

  /// The language of a code; English where the program does not speak it.
  package init(code: String) {
    self = Language(rawValue: code) ?? .english
  }

  /// Whether it is written from right to left.
  package var isRightToLeft: Bool {
    switch self {
    case .english, .french, .spanish, .russian, .chinese: false
    case .arabic: true
    }
  }

  package func text(_ phrase: Phrase) -> String {
    switch self {
    case .english: English.text(phrase)
    case .french: French.text(phrase)
    case .spanish: Spanish.text(phrase)
    case .russian: Russian.text(phrase)
    case .chinese: Chinese.text(phrase)
    case .arabic: Arabic.text(phrase)
    }
  }

  /// The text as a label of its own, with a capital where the script has them.
  package func heading(_ phrase: Phrase) -> String {
    let text = text(phrase)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Names with a separator between them, and another before the last.
  static func join(_ names: [String], _ separator: String, last: String) -> String {
    guard names.count > 1, let name = names.last else { return names.joined() }
    return names.dropLast().joined(separator: separator) + last + name
  }
}
