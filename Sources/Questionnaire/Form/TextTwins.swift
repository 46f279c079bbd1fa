import Basics

/// Two choices of a list that have one text, so that a field with it can mean either.
struct TextTwins {
  let text: String
  let first: Choice
  let second: Choice

  /// The first two choices with one text; nil where there are none.
  ///
  /// Labels are checked against those of the same language: a word may mean another thing in another
  /// one. A synonym is read whatever the language.
  init?(in list: ChoiceList) {
    var owners: [String: [TextKey: Choice]] = [:]
    for choice in list.choices {
      let labels = choice.label.texts.map { (language: $0.language, key: TextKey($0.text)) }
      let synonyms = choice.synonyms.map { TextKey($0) }.filter { !$0.isEmpty }
      for (language, key) in labels {
        if let owner = owners[language]?[key] ?? owners[Self.synonyms]?[key], owner != choice {
          (text, first, second) = (key.text, owner, choice)
          return
        }
      }
      for key in synonyms {
        if let owner = owners.values.lazy.compactMap({ $0[key] }).first, owner != choice {
          (text, first, second) = (key.text, owner, choice)
          return
        }
      }
      for (language, key) in labels { owners[language, default: [:]][key] = choice }
      for key in synonyms { owners[Self.synonyms, default: [:]][key] = choice }
    }
    return nil
  }

  /// What synonyms have for a language.
  private static let synonyms = "|"
}
