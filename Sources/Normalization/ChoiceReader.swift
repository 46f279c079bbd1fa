import Basics
import Definition
import Questionnaire
import SurveyTools

/// Finds the choices that a text means: by name, by label in any language, by synonym, and where
/// none of them is the text, by one that only punctuation tells from it.
struct ChoiceReader {
  private enum Meaning {
    case choice(Int, how: String)
    /// Two choices share the text; how each has it.
    case ambiguous([(code: Int, how: String)])
  }

  let choices: [Choice]
  private let meanings: [TextKey: Meaning]
  /// The texts that fields do not have, as the source says, and how a choice has each.
  private let unread: [TextKey: (code: Int, how: String)]
  /// By text of choices the code; nil where several choices share one.
  private let optionOfText: [String: Int?]
  /// The bytes of the longest of them.
  private let longestOption: Int
  /// The texts without punctuation; the code is nil where several choices share one. Most fields have a text
  /// as it is.
  private let loose: Deferred<[String: Int?]>

  /// - Parameter texts: Which texts of the choices fields have; nil for any. A choice without a label
  ///   has its name for one.
  init(_ choices: [Choice], _ texts: AnswerConventions.ChoiceTexts? = nil) {
    self.choices = choices
    var meanings: [TextKey: Meaning] = [:]
    func add(_ text: String, _ code: Int, how: String) {
      let key = TextKey(text)
      if key.isEmpty { return }
      switch meanings[key] {
      case nil: meanings[key] = .choice(code, how: how)
      case .choice(code, _): break
      case .choice(let other, let before):
        meanings[key] = .ambiguous([(other, before), (code, how)])
      case .ambiguous(let all):
        if all.last?.code != code { meanings[key] = .ambiguous(all + [(code, how)]) }
      }
    }
    var unread: [TextKey: (code: Int, how: String)] = [:]
    for (code, choice) in choices.enumerated() {
      let labels = choice.label.texts
      if texts != .labels || labels.isEmpty {
        add(choice.name, code, how: "name")
      } else {
        unread[TextKey(choice.name)] = (code, "name")
      }
      for label in labels {
        let how = label.language.isEmpty ? "label" : "label (\(label.language))"
        if texts == .names {
          unread[TextKey(label.text)] = (code, how)
        } else {
          add(label.text, code, how: how)
        }
      }
      for synonym in choice.synonyms { add(synonym, code, how: "synonym") }
      if choice.name == "other" {
        for stored in OtherOption.allStored { add(stored, code, how: "name") }
      }
    }
    self.meanings = meanings
    self.unread = unread
    let optionOfText: [String: Int?] = meanings.reduce(into: [:]) { options, meaning in
      let code: Int? = if case .choice(let code, _) = meaning.value { code } else { nil }
      options[meaning.key.text] = .some(code)
    }
    self.optionOfText = optionOfText
    longestOption = optionOfText.keys.reduce(0) { max($0, $1.utf8.count) }
    loose = Deferred {
      optionOfText.reduce(into: [:]) { loose, option in
        let text = LooseText.text(of: option.key)
        if text.isEmpty { return }
        loose[text] = loose[text].map { $0 == option.value ? $0 : nil } ?? .some(option.value)
      }
    }
  }

  /// The texts of all choices in the form that is compared, in order.
  var texts: [String] { optionOfText.keys.sorted() }

  /// The choices that share a text, and how each has it; none where it is no such text.
  func rivals(for key: TextKey) -> [(choice: Choice, how: String)] {
    guard case .ambiguous(let all) = meanings[key] else { return [] }
    return all.map { (choices[$0.code], $0.how) }
  }

  /// The choice that a text would mean if the source had said otherwise, and how it has it.
  func unread(_ key: TextKey) -> (choice: Choice, how: String)? {
    guard meanings[key] == nil else { return nil }
    return unread[key].map { (choices[$0.code], $0.how) }
  }

  /// Whether a text is that of one choice, or of several.
  func knows(_ key: TextKey) -> Bool { meanings[key] != nil }

  /// The one choice a text means, and how that was decided.
  func choice(_ key: TextKey) -> (code: Int, how: String)? {
    if let meaning = meanings[key] {
      guard case .choice(let code, let how) = meaning else { return nil }
      return (code, how)
    }
    // Less is forgiven first.
    if case .choice(let code, _) = meanings[TextKey(LooseText.inner(of: key.text))] {
      return (code, "punctuation")
    }
    guard case .some(.some(let code)) = loose()[LooseText.text(of: key.text)] else { return nil }
    return (code, "punctuation")
  }

  /// The choices of a multi-select field, split by the list of options.
  ///
  /// A separator inside an option's text is no trap, since the options are known.
  /// - Returns: nil where something remains that is no option, where the field can be read in more
  ///   than one way, or where a text in it is that of several choices.
  func choices(_ key: TextKey, separator: String) -> Set<Int>? {
    let mark = Self.mark(separator)
    let readings = readings(of: key.text, mark)
    return readings.isReadable ? readings.choices : parts(of: key.text, mark).map { Set($0) }
  }

  /// Whether a field is made of options as they are written, be it in more ways than one.
  func canSplit(_ key: TextKey, separator: String) -> Bool {
    readings(of: key.text, Self.mark(separator)).isReadable
  }

  /// The choices of a field in their order, split in the same way; nil too where one stands twice.
  func ranking(_ key: TextKey, separator: String) -> [Int]? {
    let mark = Self.mark(separator)
    let readings = readings(of: key.text, mark)
    let order = readings.isReadable ? readings.sequence : parts(of: key.text, mark)
    return order.flatMap { Set($0).count == $0.count ? $0 : nil }
  }

  /// A separator in the form that is compared.
  static func mark(_ separator: String) -> String {
    separator.allSatisfy(\.isWhitespace) ? " " : TextKey(separator).text
  }

  private func readings(of text: String, _ mark: String) -> OptionReadings {
    OptionReadings(of: text) { steps(from: text[$0...].drop { $0 == " " }, mark) }
  }

  /// The choices between the separators of a field that is made of no options as they are written.
  private func parts(of text: String, _ mark: String) -> [Int]? {
    var codes: [Int] = []
    var parts = text.split(separator: mark, omittingEmptySubsequences: false)
    // MS Forms ends each option by the separator.
    if parts.last?.allSatisfy(\.isWhitespace) == true { parts.removeLast() }
    for part in parts {
      guard let code = choice(TextKey(part))?.code else { return nil }
      codes.append(code)
    }
    return codes.isEmpty ? nil : codes
  }

  /// The options that the rest of a field begins with; nil at its end. They end before a separator, and
  /// blanks before it, or at the end.
  private func steps(from rest: Substring, _ mark: String) -> [OptionReadings.Step]? {
    if rest.isEmpty { return nil }
    var steps: [OptionReadings.Step] = []
    var option = rest.startIndex..<rest.startIndex
    for end in rest.indices {
      let isMark = rest[end...].hasPrefix(mark)
      if isMark, let code = optionOfText[String(rest[option])] {
        steps.append(.init(code: code, next: rest[end...].dropFirst(mark.count).startIndex))
      }
      let next = rest.index(after: end)
      if mark == " " || rest[end] != " " { option = option.lowerBound..<next }
      if rest[option].utf8.count > longestOption { return steps }
    }
    if let code = optionOfText[String(rest[option])] {
      steps.append(.init(code: code, next: rest.endIndex))
    }
    return steps
  }

  /// The labels nearest to a text that means no choice.
  func nearest(to key: TextKey) -> String? {
    // A text of which nothing is left is nearest to none.
    Suggestion.nearest(to: key.text, among: texts, within: min(4, key.text.unicodeScalars.count))
      .first
  }
}
