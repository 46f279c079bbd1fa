/// A key of a definition file, or a column of one, that says itself what it is.
///
/// The reader of the file, its error texts, the reference page and the digests by which a stage
/// knows whether it is up to date are made from the declaration, so that they cannot differ.
package protocol DefinitionKey: RawRepresentable<String>, CaseIterable, Sendable {
  var entry: KeyEntry { get }
}

/// What there is to know of one key.
package struct KeyEntry: Sendable {
  package let type: KeyType
  package let absence: KeyAbsence
  /// What it says, for people.
  package let meaning: String
  /// A value as it is written in the file.
  package let example: String
  /// The stages whose files may depend on its value.
  package let readers: Set<Stage>
  /// The stages whose findings may name the line it stands on; of a list, the lines of its items.
  package let linesPrintedBy: Set<Stage>

  package init(
    _ type: KeyType, _ absence: KeyAbsence, _ meaning: String, example: String,
    readBy readers: Set<Stage>, linesPrintedBy: Set<Stage> = []
  ) {
    self.type = type
    self.absence = absence
    self.meaning = meaning
    self.example = example
    self.readers = readers
    self.linesPrintedBy = linesPrintedBy
  }

  /// A key that holds others: it is read by the stages that read one of these.
  package init(
    _ group: KeyGroup, _ absence: KeyAbsence, _ meaning: String, example: String,
    linesPrintedBy: Set<Stage> = []
  ) {
    self.init(
      .group(group), absence, meaning, example: example,
      readBy: group.keys.reduce(into: []) { $0.formUnion($1.entry.readers) },
      linesPrintedBy: linesPrintedBy)
  }
}

/// What the value of a key may be.
package indirect enum KeyType: Sendable {
  /// Said in words, as "a date".
  case text(String)
  /// One of a few words.
  case words([String])
  /// Several of a few words.
  case wordList([String])
  case whole(ClosedRange<Int>)
  case flag
  case group(KeyGroup)
  /// Said in words, which may be a group of keys.
  case either(String, KeyGroup)

  /// One of the words that an enum has.
  package static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) -> KeyType {
    .words(type.allCases.map(\.rawValue))
  }

  package static func list<Word: RawRepresentable<String> & CaseIterable>(
    of type: Word.Type
  ) -> KeyType {
    .wordList(type.allCases.map(\.rawValue))
  }

  /// How the type reads on the reference page.
  package var description: String {
    switch self {
    case .text(let text), .either(let text, _): text
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .wordList(let words):
      "a list of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .whole(let range):
      "a whole number from \(range.lowerBound) to \(Self.grouped(range.upperBound))"
    case .flag: "`yes` or `no`"
    case .group(let group): group.isList ? "a list of groups of keys" : "a group of keys"
    }
  }

  /// With commas between groups of three digits, as people read large numbers.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      let rest = digits.count - index
      return (index > 0 && rest % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }
}

/// What holds where a key is left out.
package enum KeyAbsence: Sendable {
  /// Leaving it out is an error.
  case refused
  /// The same as if this value stood there.
  case means(String)
  /// Said in words.
  case words(String)
}

/// The keys of one mapping of a definition file, or of each mapping of a list.
package struct KeyGroup: Sendable {
  package let keys: [(name: String, entry: KeyEntry)]
  package let isList: Bool

  package static func one(_ type: (some DefinitionKey).Type) -> KeyGroup {
    KeyGroup(keys: keys(of: type), isList: false)
  }

  package static func list(of type: (some DefinitionKey).Type) -> KeyGroup {
    KeyGroup(keys: keys(of: type), isList: true)
  }

  /// The same with more keys beside them.
  package func with(_ type: (some DefinitionKey).Type) -> KeyGroup {
    KeyGroup(keys: keys + Self.keys(of: type), isList: isList)
  }

  /// Whether a stage reads any of the keys.
  package func isRead(by stage: Stage) -> Bool {
    keys.contains { $0.entry.readers.contains(stage) }
  }

  private static func keys<Key: DefinitionKey>(
    of type: Key.Type
  ) -> [(name: String, entry: KeyEntry)] {
    type.allCases.map { ($0.rawValue, $0.entry) }
  }
}
