import Testing

@testable import Ingestion

struct TextShapeTests {
  @Test(arguments: [
    ("", TextShape.blank), ("  \t", .blank), ("\u{A0} ", .blank), (" \u{3000}", .blank),
    ("\u{FEFF}", .blank), ("\u{200B}", .blank), ("\u{A0}yes", .words), ("é", .words),
    ("é1", .words),
    (" 3,75 ", .number), ("-1e5", .number), ("12/01/2011", .date), ("2011-12-01T00:00", .date),
    ("10:15", .date), ("R_3kq9", .code), ("yes", .words), ("A1", .words),
  ])
  func shapes(text: String, expected: TextShape) {
    #expect(TextShape(text) == expected)
  }
}
