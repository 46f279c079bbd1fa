import Testing

@testable import Publication

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

  @Test func paragraphs() {
    let notes = NoteReferences(Self.lines)
    #expect(notes.block(of: 2) == 2..<4)
    #expect(notes.block(of: 9) == 8..<11)
  }
}
