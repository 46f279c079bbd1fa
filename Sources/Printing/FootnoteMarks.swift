import Definition

/// The footnotes of a table, lettered in their order: `(a)`, `(b)` …
struct FootnoteMarks {
  private let letters: [Table.Footnote.Subject: [String]]
  /// The notes as they stand below the table.
  let notes: [String]

  init(_ table: Table) {
    var letters: [Table.Footnote.Subject: [String]] = [:]
    var notes: [String] = []
    for (index, note) in table.footnotes.enumerated() {
      let letter = Self.letter(index)
      letters[note.subject, default: []].append(letter)
      notes.append("(\(letter)) \(note.text)")
    }
    self.letters = letters
    self.notes = notes
  }

  /// A label with the letters of the notes about it.
  func text(_ label: String, at subject: Table.Footnote.Subject) -> String {
    ([label] + (letters[subject] ?? []).map { "(\($0))" }).joined(separator: " ")
  }

  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}
