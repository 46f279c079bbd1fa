@testable import ReportProse
import Testing

struct NoteReferencesTests {
  private static let lines = [
    "# Report", "11. As at the date (see note 3), and notes 4, 5 and 6.", "",
    "12. Note 7 of the first report, and a footnote[^8].", "", "## Notes", "", "3. First.",
    "   See note 9.", "", "[^8]: A footnote.",
  ]

  @Test func findsNotesAndReferences() {
    let notes = NoteReferences(Self.lines)
    #expect(notes.notes.keys.sorted() == [3, 8])
    #expect(notes.notes[3] == 8..<11)
    #expect(notes.references.map(\.number) == [3, 4, 5, 6, 8, 9])
    #expect(notes.references.map(\.line) == [2, 2, 2, 2, 4, 9])
  }

  @Test(arguments: [
    ("See notes 3-5.", [3, 4, 5]), ("notes 3–5 and 7", [3, 4, 5, 7]),
    ("footnotes 3 to 5", [3, 4, 5]),
    ("Note 3, and 4; Notes 5, and 6", [3, 4, 5, 6]), ("see note\n81", [81]), ("notes 5-3", [5, 3]),
    ("a notebook 3, keynote 4", []), ("notes 7 and 8 of the report", []),
    ("notes 1-99999", [1, 99_999]),
    ("voir les notes 3 et 5 à 7", [3, 5, 6, 7]), ("véanse las notas 3 y 4", [3, 4]),
    ("см. примечания 3 и 4", [3, 4]), ("note 3 de la Convention", []),
  ])
  func numbersOfReferences(text: String, expected: [Int]) {
    let lines = text.split(separator: "\n").map(String.init)
    #expect(NoteReferences(lines).references.map(\.number) == expected)
  }

  @Test func paragraphs() {
    let notes = NoteReferences(Self.lines)
    #expect(notes.block(of: 2) == 2..<4)
    #expect(notes.block(of: 9) == 8..<11)
  }
}
