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
  /// The texts that mean one choice, in a fixed order.
  private let options: [(text: String, code: Int)]

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
    options = meanings.compactMap { key, meaning in
      guard case .choice(let code, _) = meaning else { return nil }
      return (key.text, code)
    }.sorted { $0.text < $1.text }
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
    onlyReading(of: key.text, separator, after: Set()) { $0.union([$1]) }
  }

  /// The choices of a cell in their order, split in the same way; nil too where one stands twice.
  func ranking(_ key: TextKey, separator: String) -> [Int]? {
    onlyReading(of: key.text, separator, after: []) { $0.contains($1) ? nil : $0 + [$1] }
  }

  private func onlyReading<Taken: Hashable>(
    of text: String, _ separator: String, after nothing: Taken, adding: (Taken, Int) -> Taken?
  ) -> Taken? {
    let mark = separator.allSatisfy(\.isWhitespace) ? " " : TextKey(separator).text
    var found: Set<Taken> = []
    // A stack rather than recursion, since a cell may hold a megabyte; and no place twice, since
    // options that are made of others could be taken in very many ways.
    var open = [Place(start: text.startIndex, taken: nothing)]
    var seen: Set<Place<Taken>> = []
    while found.count < 2, let place = open.popLast() {
      let rest = text[place.start...].drop { $0 == " " }
      if rest.isEmpty { found.insert(place.taken) }
      for (code, start) in steps(from: rest, mark) {
        guard let taken = adding(place.taken, code) else { continue }
        let next = Place(start: start, taken: taken)
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// A place in a cell where an option may begin, and the choices that stand before it.
  private struct Place<Taken: Hashable>: Hashable {
    let start: String.Index
    let taken: Taken
  }

  /// The options that the rest of a cell begins with, and where it goes on after each.
  private func steps(from rest: Substring, _ mark: String) -> [(code: Int, start: String.Index)] {
    options.compactMap { option in
      guard rest.hasPrefix(option.text) else { return nil }
      let after = rest.dropFirst(option.text.count)
      let trimmed = mark == " " ? after : after.drop { $0 == " " }
      if trimmed.isEmpty { return (option.code, trimmed.endIndex) }
      guard trimmed.hasPrefix(mark) else { return nil }
      return (option.code, trimmed.dropFirst(mark.count).startIndex)
    }
  }

  /// The labels nearest to a text that means no choice.
  func nearest(to key: TextKey) -> String? {
    Suggestion.nearest(to: key.text, among: meanings.keys.map(\.text).sorted()).first
  }
}
