import Definition
package import Phrases

/// What a printed table calls its footnotes.
package enum NoteMarks: Sendable {
  /// `(a)`, `(b)` …, of each table anew.
  case letters
  /// `[note 1]`, as the UK Government Analysis Function asks of spreadsheets: a number a footnote, in
  /// their order.
  case numbers([Int], Language)

  func mark(_ index: Int) -> String {
    switch self {
    case .letters: "(\(Self.letter(index)))"
    case .numbers(let numbers, let language): language.text(.noteMark(numbers[index]))
    }
  }

  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

/// The footnotes of a table with their marks.
struct FootnoteMarks {
  private let marks: [Table.Footnote.Subject: [String]]
  /// The notes as they stand below the table.
  let notes: [PrintedTable.Footnote]

  init(_ table: Table, _ style: NoteMarks) {
    notes = table.footnotes.enumerated().map { index, note in
      PrintedTable.Footnote(mark: style.mark(index), text: note.text)
    }
    marks = zip(table.footnotes, notes).reduce(into: [:]) { marks, note in
      marks[note.0.subject, default: []].append(note.1.mark)
    }
  }

  /// A label with the marks of the notes about it.
  func text(_ label: String, at subject: Table.Footnote.Subject) -> String {
    ([label] + (marks[subject] ?? [])).joined(separator: " ")
  }
}
