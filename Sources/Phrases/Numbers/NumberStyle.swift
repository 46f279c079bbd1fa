/// How numbers are written in running text: the marks within them, and which stand in words.
package struct NumberStyle: Sendable, Equatable {
  package let language: Language
  /// What stands for the point of a number.
  let decimalMark: Character
  /// What stands between thousands: never what the decimals have.
  let groupMark: Character

  package init(_ language: Language, decimalMark: Character) {
    self.language = language
    self.decimalMark = decimalMark
    groupMark = language.groupMark == decimalMark ? "\u{202F}" : language.groupMark
  }

  /// English, as the United Nations Editorial Manual has it.
  package static let english = NumberStyle(.english, decimalMark: ".")

  /// Words below ten, figures from ten on. A number whose word changes with what is counted, such as
  /// "un" and "une", stays in figures, and so do all where that holds of most.
  package func text(_ number: Int) -> String {
    let words = language.numerals.printed
    return words.indices.contains(number) ? words[number] ?? figure(number) : figure(number)
  }

  /// Figures with marks between thousands.
  package func figure(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    guard digits.count >= language.fewestGroupedDigits else { return String(number) }
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(groupMark) }
      result.append(digit)
    }
    return result
  }

  /// A number that is printed with a point, by the marks of the readers.
  package func figure(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]) else { return text }
    return ([figure(whole)] + parts.dropFirst().map(String.init)).joined(
      separator: String(decimalMark))
  }
}

extension Language {
  /// Between thousands (CLDR, `numbers/group`). Of Spanish, where CLDR has a point, which half of its
  /// readers take for that of decimals, the blank of the Real Academia (Ortografía, 2010, VIII 2.2.1.2).
  fileprivate var groupMark: Character {
    switch self {
    case .english, .chinese, .arabic: ","
    case .french, .spanish: "\u{202F}"
    case .russian: "\u{A0}"
    }
  }

  /// A number of fewer digits has no mark (CLDR, `minimumGroupingDigits`).
  fileprivate var fewestGroupedDigits: Int {
    switch self {
    case .english, .french, .russian, .chinese, .arabic: 4
    case .spanish: 5
    }
  }

  var numerals: Numerals {
    switch self {
    case .english: English.numerals
    case .french: French.numerals
    case .spanish: Spanish.numerals
    case .russian: Russian.numerals
    case .chinese: Chinese.numerals
    case .arabic: Arabic.numerals
    }
  }
}
