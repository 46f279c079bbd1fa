import Interchange
import Register

/// Finds the names of Member States in a text, also over the end of a line, without their accents or
/// with another apostrophe or hyphen. Capitals matter: "Chad" is a State, "chad" is none.
struct StateNames {
  private struct Name {
    let name: String
    let folded: String
    let iso3: String

    /// Whether a text that is folded alike is written as a name is.
    func isWritten(as text: Substring) -> Bool {
      if name.count > 1, name.allSatisfy({ $0.isUppercase }) { return text == name }
      return name.first?.isUppercase != true || text.first?.isUppercase == true
    }
  }

  /// Longest first, so that "Guinea" is not found in "Equatorial Guinea".
  private let names: [Name]

  /// - Parameter pipeline: Without a register nothing is found.
  init(_ pipeline: PipelineDefinition) {
    let names = pipeline.register?.spokenNames(in: pipeline.language) ?? []
    self.names = names.map { Name(name: $0.name, folded: FoldedText($0.name).text, iso3: $0.iso3) }
      .sorted { ($1.folded.count, $0.name) < ($0.folded.count, $1.name) }
  }

  /// The States that a text names, each once, with the number of line ends before the first place.
  func mentions(in text: String) -> [(iso3: String, name: String, line: Int)] {
    let folded = FoldedText(text)
    var taken: [Range<String.Index>] = []
    var found: [(iso3: String, name: String, place: String.Index)] = []
    for name in names {
      for range in folded.text.ranges(of: name.folded) where isWord(range, in: folded.text) {
        guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
        let original = folded.original(of: range)
        guard name.isWritten(as: text[original]) else { continue }
        taken.append(range)
        if !found.contains(where: { $0.iso3 == name.iso3 }) {
          found.append((name.iso3, name.name, original.lowerBound))
        }
      }
    }
    return found.sorted { $0.place < $1.place }.map { mention in
      (mention.iso3, mention.name, text[..<mention.place].count { $0.isNewline })
    }
  }

  private func isWord(_ range: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<range.lowerBound].last
    let after = text[range.upperBound...].first
    let isSpaced = text[range].contains { $0.isCased || $0.isWhitespace }
    return !isSpaced
      || (before?.isLetter != true && after?.isLetter != true && after != "-" && before != "-")
  }
}

/// A text in the form in which names are looked for, which keeps where each part of it came from.
private struct FoldedText {
  private(set) var text = ""
  /// The place in the original of each character.
  private var places: [String.Index] = []
  private let end: String.Index

  init(_ original: String) {
    end = original.endIndex
    for place in original.indices {
      let character = original[place]
      guard !character.isWhitespace else {
        if text.last != " " { append(" ", place) }
        continue
      }
      for part in NameFolding.plainLetters(of: character) { append(part, place) }
    }
  }

  private mutating func append(_ character: Character, _ place: String.Index) {
    text.append(character)
    places.append(place)
  }

  func original(of range: Range<String.Index>) -> Range<String.Index> {
    let start = text.distance(from: text.startIndex, to: range.lowerBound)
    let after = start + text[range].count
    return places[start]..<(after < places.count ? places[after] : end)
  }
}
