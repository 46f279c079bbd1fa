import Interchange
import Register

/// Finds the names of Member States in a text.
struct StateNames {
  /// Longest first, so that "Guinea" is not found in "Equatorial Guinea".
  private let names: [(name: String, iso3: String)]

  /// - Parameter pipeline: Without a register nothing is found.
  init(_ pipeline: PipelineDefinition) {
    let names = pipeline.register?.spokenNames(in: pipeline.language) ?? []
    self.names = names.sorted { ($1.name.count, $0.name) < ($0.name.count, $1.name) }
  }

  /// The States that a text names, each once, with the number of line ends before the first place.
  func mentions(in text: String) -> [(iso3: String, name: String, line: Int)] {
    var taken: [Range<String.Index>] = []
    var found: [(iso3: String, name: String, place: String.Index)] = []
    for (name, iso3) in names {
      for range in text.ranges(of: name) where isWord(range, in: text) {
        guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
        taken.append(range)
        if !found.contains(where: { $0.iso3 == iso3 }) {
          found.append((iso3, name, range.lowerBound))
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
