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
  /// The known texts, longest first, so that a separator inside a label is no trap.
  private let keysByLength: [String]

  init(_ choices: [Choice]) {
    self.choices = choices
    var meanings: [TextKey: Meaning] = [:]
    func add(_ text: String, _ code: Int, how: String) {
      let key = TextKey(text)
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
    }
    self.meanings = meanings
    keysByLength = meanings.keys.map(\.text).sorted {
      ($0.unicodeScalars.count, $1) > ($1.unicodeScalars.count, $0)
    }
  }

  /// The one choice a text means, and how that was decided.
  func choice(_ key: TextKey) -> (code: Int, how: String)? {
    guard case .choice(let code, let how) = meanings[key] else { return nil }
    return (code, how)
  }

  /// The choices of a multi-select cell, split by the list of options, longest match first.
  ///
  /// - Returns: nil where something remains that is no option.
  func choices(_ key: TextKey, separator: String) -> Set<Int>? {
    let mark = separator.allSatisfy(\.isWhitespace) ? " " : TextKey(separator).text
    return split(key.text[...], mark)
  }

  private func split(_ rest: Substring, _ mark: String) -> Set<Int>? {
    let rest = rest.drop { $0 == " " }
    if rest.isEmpty { return [] }
    for key in keysByLength where rest.hasPrefix(key) {
      guard case .choice(let code, _) = meanings[TextKey(key)] else { continue }
      let after = rest.dropFirst(key.count)
      let trimmed = mark == " " ? after : after.drop { $0 == " " }
      if trimmed.isEmpty { return [code] }
      guard trimmed.hasPrefix(mark) else { continue }
      if let others = split(trimmed.dropFirst(mark.count), mark) { return others.union([code]) }
    }
    return nil
  }

  /// The labels nearest to a text that means no choice.
  func nearest(to key: TextKey) -> String? {
    Suggestion.nearest(to: key.text, among: meanings.keys.map(\.text).sorted()).first
  }
}
