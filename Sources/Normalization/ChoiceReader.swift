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

  /// The choices of a multi-select cell, split by the list of options.
  ///
  /// A separator inside an option's text is no trap, since the options are known.
  /// - Returns: nil where something remains that is no option, or where the cell can be split in
  ///   more than one way.
  func choices(_ key: TextKey, separator: String) -> Set<Int>? {
    let mark = separator.allSatisfy(\.isWhitespace) ? " " : TextKey(separator).text
    var found: Set<Set<Int>> = []
    search(key.text[...], mark, [], &found)
    return found.count == 1 ? found.first : nil
  }

  /// Collects what every way to split the rest of a cell gives; two that differ are enough.
  private func search(
    _ rest: Substring, _ mark: String, _ ticked: Set<Int>, _ found: inout Set<Set<Int>>
  ) {
    let rest = rest.drop { $0 == " " }
    if rest.isEmpty {
      found.insert(ticked)
      return
    }
    for key in keysByLength where found.count < 2 && rest.hasPrefix(key) {
      guard case .choice(let code, _) = meanings[TextKey(key)] else { continue }
      let after = rest.dropFirst(key.count)
      let trimmed = mark == " " ? after : after.drop { $0 == " " }
      if trimmed.isEmpty {
        found.insert(ticked.union([code]))
      } else if trimmed.hasPrefix(mark) {
        search(trimmed.dropFirst(mark.count), mark, ticked.union([code]), &found)
      }
    }
  }

  /// The labels nearest to a text that means no choice.
  func nearest(to key: TextKey) -> String? {
    Suggestion.nearest(to: key.text, among: meanings.keys.map(\.text).sorted()).first
  }
}
