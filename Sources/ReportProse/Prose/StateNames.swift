import Definition
import Register

/// Finds the names of States in a text, also over the end of a line, without their accents or
/// with another apostrophe or hyphen. Capitals matter: "Chad" is a State, "chad" is none.
struct StateNames {
  private struct Name {
    let name: String
    let folded: [Character]
    let iso3: String
    /// Whether letters stand right before and after it in words: not so in Chinese.
    let isSpaced: Bool

    init(_ name: String, iso3: String) {
      self.name = name
      self.iso3 = iso3
      folded = FoldedText(name).characters
      isSpaced = folded.contains { $0.isCased || $0.isWhitespace }
    }

    /// Whether a text that is folded alike is written as a name is.
    func isWritten(as text: Substring) -> Bool {
      if name.count > 1, name.allSatisfy({ $0.isUppercase }) { return text == name }
      return name.first?.isUppercase != true || text.first?.isUppercase == true
    }
  }

  /// By their first character; longest first, so that "Guinea" is not found in "Guinea-Bissau".
  private let names: [Character: [Name]]

  /// - Parameter pipeline: Without a register nothing is found.
  init(_ pipeline: PipelineDefinition) {
    let names = (pipeline.register?.spokenNames(in: pipeline.language) ?? [])
      .map { Name($0.name, iso3: $0.iso3) }
      .sorted { ($1.folded.count, $0.name) < ($0.folded.count, $1.name) }
    self.names = Dictionary(grouping: names.filter { !$0.folded.isEmpty }) { $0.folded[0] }
  }

  /// The States that a text names, each once, with the number of line ends before the first place.
  func mentions(in text: String) -> [(iso3: String, name: String, line: Int)] {
    let folded = FoldedText(text)
    var found: [(iso3: String, name: String, line: Int)] = []
    var place = 0
    while place < folded.characters.count {
      guard let name = name(at: place, of: folded, text) else {
        place += 1
        continue
      }
      if !found.contains(where: { $0.iso3 == name.iso3 }) {
        let line = text[..<folded.places[place]].count { $0.isNewline }
        found.append((name.iso3, name.name, line))
      }
      place += name.folded.count
    }
    return found
  }

  /// The longest name that begins at a place.
  private func name(at place: Int, of folded: FoldedText, _ text: String) -> Name? {
    let rest = folded.characters[place...]
    let before = place > 0 ? folded.characters[place - 1] : " "
    let isInWord = before.isLetter || before == "-"
    return names[folded.characters[place]]?.first { name in
      guard !(name.isSpaced && isInWord), rest.starts(with: name.folded) else { return false }
      let end = place + name.folded.count
      let after = end < folded.characters.count ? folded.characters[end] : " "
      let original =
        folded.places[place]..<(end < folded.places.count ? folded.places[end] : text.endIndex)
      return !(name.isSpaced && (after.isLetter || after == "-"))
        && name.isWritten(as: text[original])
    }
  }
}

/// A text in the form in which names are looked for, which keeps where each part of it came from.
private struct FoldedText {
  private(set) var characters: [Character] = []
  /// The place in the original of each character.
  private(set) var places: [String.Index] = []

  init(_ original: String) {
    for place in original.indices {
      let character = original[place]
      guard !character.isWhitespace else {
        if characters.last != " " { append(" ", place) }
        continue
      }
      for part in NameFolding.plainLetters(of: character) { append(part, place) }
    }
  }

  private mutating func append(_ character: Character, _ place: String.Index) {
    characters.append(character)
    places.append(place)
  }
}
