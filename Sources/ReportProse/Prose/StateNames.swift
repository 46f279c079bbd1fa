import Definition
import Register

/// Finds the names of States in a text, also over the end of a line, without their accents or
/// with another apostrophe or hyphen. Capitals matter: "Chad" is a State, "chad" is none. A name of two States, such
/// as "Korea", names neither.
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
      .flatMap { name, iso3 in Self.spellings(of: name).map { Name($0, iso3: iso3) } }
      .sorted { ($1.folded.count, $0.name) < ($0.folded.count, $1.name) }
    let states = Dictionary(grouping: names, by: \.folded).mapValues { Set($0.map(\.iso3)).count }
    self.names = Dictionary(
      grouping: names.filter { !$0.folded.isEmpty && states[$0.folded] == 1 }
    ) { $0.folded[0] }
  }

  /// The name, and how "Saint" is shortened in it.
  private static func spellings(of name: String) -> [String] {
    guard name.hasPrefix("Saint ") else { return [name] }
    let rest = name.dropFirst("Saint ".count)
    return [name, "St. \(rest)", "St \(rest)"]
  }

  /// The States that a text names, each once, with the number of line ends before the first of them.
  func mentions(in text: String) -> [(iso3: String, name: String, line: Int)] {
    let folded = FoldedText(text)
    var found: [(iso3: String, name: String, line: Int)] = []
    var index = 0
    while index < folded.characters.count {
      guard let name = name(at: index, of: folded, text) else {
        index += 1
        continue
      }
      if !found.contains(where: { $0.iso3 == name.iso3 }) {
        let line = text[..<folded.indices[index]].count { $0.isNewline }
        found.append((name.iso3, name.name, line))
      }
      index += name.folded.count
    }
    return found
  }

  /// The longest name that begins at an index.
  private func name(at index: Int, of folded: FoldedText, _ text: String) -> Name? {
    let rest = folded.characters[index...]
    let before = index > 0 ? folded.characters[index - 1] : " "
    let isInWord = before.isLetter || before == "-"
    return names[folded.characters[index]]?.first { name in
      guard !(name.isSpaced && isInWord), rest.starts(with: name.folded) else { return false }
      let end = index + name.folded.count
      let after = end < folded.characters.count ? folded.characters[end] : " "
      let original =
        folded.indices[index]..<(end < folded.indices.count ? folded.indices[end] : text.endIndex)
      return !(name.isSpaced && (after.isLetter || after == "-"))
        && name.isWritten(as: text[original])
    }
  }
}

/// A text in the form in which names are looked for, which keeps where each part of it came from.
private struct FoldedText {
  private(set) var characters: [Character] = []
  /// The index in the original of each character.
  private(set) var indices: [String.Index] = []

  init(_ original: String) {
    for index in original.indices {
      let character = original[index]
      guard !character.isWhitespace else {
        if characters.last != " " { append(" ", index) }
        continue
      }
      for part in NameFolding.plainLetters(of: character) { append(part, index) }
    }
  }

  private mutating func append(_ character: Character, _ index: String.Index) {
    characters.append(character)
    indices.append(index)
  }
}
