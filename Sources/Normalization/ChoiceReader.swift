import Questionnaire
import Tabular

/// Finds the choices that a text means: by name, by label in any language, by synonym.
struct ChoiceReader {
  private enum Meaning {
    case choice(Int, how: String)
    /// Two choices share the text.
    case ambiguous
  }

  let choices: [Choice]
  private let meanings: [TextKey: Meaning]
  /// All texts of choices; the code is nil where several choices share one.
  private let options: [(text: String, code: Int?)]

  init(_ choices: [Choice]) {
    self.choices = choices
    var meanings: [TextKey: Meaning] = [:]
    func add(_ text: String, _ code: Int, how: String) {
      let key = TextKey(text)
      if key.isEmpty { return }
      if case .choice(let other, _) = meanings[key] {
        if other != code { meanings[key] = .ambiguous }
      } else if meanings[key] == nil {
        meanings[key] = .choice(code, how: how)
      }
    }
    for (code, choice) in choices.enumerated() {
      add(choice.name, code, how: "name")
      for label in choice.label.texts {
        add(label.text, code, how: label.language.isEmpty ? "label" : "label (\(label.language))")
      }
      for synonym in choice.synonyms { add(synonym, code, how: "synonym") }
      // What LimeSurvey stores for the option "other".
      if choice.name == "other" { add("-oth-", code, how: "name") }
    }
    self.meanings = meanings
    options = meanings.map { key, meaning in
      if case .choice(let code, _) = meaning { (key.text, code) } else { (key.text, nil) }
    }
  }

  /// The one choice a text means, and how that was decided.
  func choice(_ key: TextKey) -> (code: Int, how: String)? {
    guard case .choice(let code, let how) = meanings[key] else { return nil }
    return (code, how)
  }

  /// The choices of a multi-select cell, split by the list of options.
  ///
  /// A separator inside an option's text is no trap, since the options are known.
  /// - Returns: nil where something remains that is no option, where the cell can be read in more
  ///   than one way, or where a text in it is that of several choices.
  func choices(_ key: TextKey, separator: String) -> Set<Int>? {
    readings(of: key.text, separator).choices
  }

  /// The choices of a cell in their order, split in the same way; nil too where one stands twice.
  func ranking(_ key: TextKey, separator: String) -> [Int]? {
    readings(of: key.text, separator).sequence.flatMap { Set($0).count == $0.count ? $0 : nil }
  }

  private func readings(of text: String, _ separator: String) -> OptionReadings {
    let mark = separator.allSatisfy(\.isWhitespace) ? " " : TextKey(separator).text
    return OptionReadings(of: text) { steps(from: text[$0...].drop { $0 == " " }, mark) }
  }

  /// The options that the rest of a cell begins with; nil at its end.
  private func steps(from rest: Substring, _ mark: String) -> [OptionReadings.Step]? {
    if rest.isEmpty { return nil }
    return options.compactMap { option in
      guard rest.hasPrefix(option.text) else { return nil }
      let after = rest.dropFirst(option.text.count)
      let trimmed = mark == " " ? after : after.drop { $0 == " " }
      if trimmed.isEmpty { return .init(code: option.code, next: trimmed.endIndex) }
      guard trimmed.hasPrefix(mark) else { return nil }
      return .init(code: option.code, next: trimmed.dropFirst(mark.count).startIndex)
    }
  }

  /// The labels nearest to a text that means no choice.
  func nearest(to key: TextKey) -> String? {
    Suggestion.nearest(to: key.text, among: meanings.keys.map(\.text).sorted()).first
  }
}
