import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

/// Reads hand-made lists of three columns: `name,text_bytes,is_late`.
struct StageListTests {
  private enum Column: Int, StageColumn {
    case name, textBytes, isLate
  }

  private enum Size: String, CaseIterable {
    case small, large
  }

  private static let header = "name,text_bytes,is_late\n"
  private static let advice = "Delete the folder and run 'make report' again"

  private func rows(
    _ text: String, optional: Int = 0
  ) throws -> (path: String, rows: [StageListRow<Column>]) {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "list.csv")
    return (path, try StageList<Column>.rows(of: path, optional: optional) { $0 })
  }

  private func error(_ text: Data) throws -> RunError? {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "list.csv")
    return #expect(throws: RunError.self) {
      _ = try StageList<Column>.rows(of: path) { $0 }
    }
  }

  @Test func columnsAreCalledAsInTheHeader() {
    #expect(Column.header == ["name", "text_bytes", "is_late"])
  }

  @Test func fields() throws {
    let row = try #require(try rows(Self.header + "\"é, x\",0042,yes\n").rows.first)
    #expect(row[.name] == "é, x")
    #expect(row.bytes(.name) == [0xC3, 0xA9, 0x2C, 0x20, 0x78])
    #expect(try row.integer(.textBytes) == 42)
    #expect(try row.integer(.textBytes, in: 42..<43) == 42)
    #expect(try row.integerIfAny(.textBytes) == 42)
    #expect(try row.decimal(.textBytes) == 42)
    #expect(try row.isYes(.isLate))
    #expect(row.position.line == 2)
  }

  @Test func emptyFieldsAndLongNumbers() throws {
    let long = "-99999999999999999999999999999999999999"
    let row = try #require(try rows(Self.header + "large,,\(long)\n").rows.first)
    #expect(try row.integerIfAny(.textBytes) == nil)
    #expect(try row.decimal(.isLate).description == long)
    #expect(try row.word(.name, as: Size.self) == .large)
  }

  /// What is no number, no word and no answer, with what was expected.
  @Test func damagedFields() throws {
    let (_, rows) = try rows(Self.header + "middle,4 2,maybe\n,-1,\n")
    let reads: [(text: String, read: () throws -> Void)] = [
      (
        "'name' has 'middle'; expected 'small', 'large'",
        {
          _ = try rows[0].word(.name, as: Size.self)
        }
      ),
      (
        "'text_bytes' has '4 2'; expected a whole number",
        {
          _ = try rows[0].integer(.textBytes)
        }
      ),
      (
        "'text_bytes' has '4 2'; expected a whole number",
        {
          _ = try rows[0].integerIfAny(.textBytes)
        }
      ),
      ("'is_late' has 'maybe'; expected yes or no", { _ = try rows[0].isYes(.isLate) }),
      ("'is_late' has 'maybe'; expected a number", { _ = try rows[0].decimal(.isLate) }),
      (
        "'text_bytes' has '-1'; expected a whole number",
        {
          _ = try rows[1].integer(.textBytes)
        }
      ),
      ("'name' has ''; expected a number", { _ = try rows[1].decimal(.name) }),
      ("'is_late' has ''; expected yes or no", { _ = try rows[1].isYes(.isLate) }),
    ]
    for (text, read) in reads {
      let error = #expect(throws: RunError.self) { try read() }
      #expect(error?.kind == .dataRejected)
      #expect(
        error?.description.contains("error: [damaged-field] column \(text). \(Self.advice)")
          == true,
        "\(text)")
    }
  }

  @Test func theErrorNamesFileAndLine() throws {
    let (path, rows) = try rows(Self.header + "\"a\nb\",1,no\nc,x,no\n")
    let error = #expect(throws: RunError.self) { _ = try rows[1].integer(.textBytes) }
    #expect(
      error?.description
        == "\(path):4: error: [damaged-field] column 'text_bytes' has 'x'; expected a whole number. "
        + Self.advice)
    let outside = #expect(throws: RunError.self) {
      _ = try rows[0].integer(.textBytes, in: 2..<9)
    }
    #expect(outside?.description.contains("has '1'; expected a number from 2 to 8. ") == true)
  }

  @Test(arguments: [
    ("", 1, "[no-header] the file has no header; expected the columns name,text_bytes,is_late"),
    (
      "name,bytes,is_late\n", 1,
      "[other-columns] the columns are name,bytes,is_late; expected name,text_bytes,is_late"
    ),
    (
      "name,text_bytes\n", 1,
      "[other-columns] the columns are name,text_bytes; expected name,text_bytes,is_late"
    ),
    (header + "a,1,no\nb,2\n", 3, "[field-count] this row has 2 fields, but the header has 3"),
    (
      header + "a,1,no\nb,2,no,no\n", 3, "[field-count] this row has 4 fields, but the header has 3"
    ),
    (header + "a,1,no\n\"b,2,no\n", 3, "[open-quote] a quote is opened and never closed"),
  ])
  func damagedLists(text: String, line: Int, message: String) throws {
    let error = try #require(try error(Data(text.utf8)))
    #expect(error.kind == .dataRejected)
    #expect(error.description.contains("/list.csv:\(line): error: \(message)"), "\(error)")
    #expect(error.description.hasSuffix(". \(Self.advice)"))
  }

  /// Each field by itself: the halves of one letter at the end of one field and the beginning of the
  /// next are no letter, nor where the first one must be read through libcsv.
  @Test(
    arguments: [
      [0xFF, 0x2C, 0x31], [0xC3, 0x2C, 0xA9], [0x22, 0x22, 0x22, 0xC3, 0x22, 0x2C, 0xA9],
    ] as [[UInt8]])
  func fieldsThatAreNotUTF8(bytes: [UInt8]) throws {
    let text = Data(Self.header.utf8) + Data(bytes) + Data(",no\n".utf8)
    let error = try #require(try error(text))
    #expect(
      error.description.contains("list.csv:2: error: [not-utf-8] column 'name' is not UTF-8; "))
  }

  @Test func lastColumnsMayBeOptional() throws {
    let row = try #require(try rows("name,text_bytes\na,1\n", optional: 1).rows.first)
    #expect(row.has(.textBytes))
    #expect(!row.has(.isLate))
    #expect(row[.isLate] == "")
    #expect(throws: RunError.self) { _ = try rows("name\na\n", optional: 1) }
  }
}
