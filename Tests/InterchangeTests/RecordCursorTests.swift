import Basics
import Testing
import _TestSupport

@testable import Interchange

/// Reads the hand-made records of a source with two columns.
struct RecordCursorTests {
  private static let records =
    "record,line,offset,length,c1,c2\n1,2,10,20,  12,   *\n2,3,30,20,   .,   7\n"
  private static let texts = "record,column,text\n1,2,\"long, long\"\n"

  private func read(records: String = records, texts: String = texts) throws -> [String] {
    let workdir = try Workdir()
    try workdir.write(records, to: "records.csv")
    try workdir.write(texts, to: "texts.csv")
    let cursor = try RecordCursor(folder: workdir.path)
    var fields: [String] = []
    while try cursor.next() {
      for column in 0...1 {
        switch cursor.field(column) {
        case .blank: fields.append("blank")
        case .seen(let number): fields.append("seen \(number)")
        case .text(let text): fields.append(text)
        }
      }
    }
    return fields
  }

  @Test func fields() throws {
    #expect(try read() == ["seen 11", "long, long", "blank", "seen 6"])
  }

  /// More records than are handed to a thread at a time: each keeps its fields and its own texts.
  @Test func recordsOfManyPieces() throws {
    let count = 1500
    let rows = (1...count).map { record in
      let field = String(repeating: " ", count: 5 - "\(record)".utf8.count) + "\(record)"
      return "\(field),    2,   10,   20,\(field.dropFirst(1)),   \(record % 3 == 0 ? "*" : ".")\n"
    }
    let texts = (1...count).filter { $0 % 3 == 0 }.map { "\($0),2,of \($0)\n" }
    let fields = try read(
      records: "record,line,offset,length,c1,c2\n" + rows.joined(),
      texts: "record,column,text\n" + texts.joined())
    let expected = (1...count).flatMap { ["seen \($0 - 1)", $0 % 3 == 0 ? "of \($0)" : "blank"] }
    #expect(fields == expected)
  }

  /// A text that is gone is no blank.
  @Test(arguments: [
    ("record,column,text\n", "records.csv:2: ", "has 0 texts in texts.csv; expected 1, "),
    (texts + "1,1,more\n", "records.csv:2: ", "has 2 texts in texts.csv; expected 1, "),
    (texts + "2,2,more\n", "records.csv:3: ", "has 1 texts in texts.csv; expected 0, "),
    (
      texts + "9,2,more\n", "texts.csv:3: ",
      "column 'record' has '9'; expected a record of records.csv, in its order"
    ),
    ("record,column,text\n1,two,long\n", "texts.csv:2: ", "column 'column' has 'two'; expected a"),
    (
      "record,column,text\nx,2,long\n", "texts.csv:2: ", "column 'record' has 'x'; expected a whole"
    ),
  ])
  func damagedTexts(texts: String, position: String, message: String) throws {
    let error = #expect(throws: RunError.self) { _ = try read(texts: texts) }
    #expect(error?.kind == .dataRejected)
    let text = error?.description ?? ""
    #expect(
      text.contains("\(position)error: [damaged-field] ") && text.contains(message), "\(text)")
  }

  @Test func damagedRecords() throws {
    let records = Self.records.replacing("10,20,  12", with: "10,20,  1z")
    let error = #expect(throws: RunError.self) { _ = try read(records: records) }
    #expect(
      error?.description.contains(
        "records.csv:2: error: [damaged-field] column 'c1' has '1z'; expected a whole number")
        == true)
  }
}
