import Basics
import Containers
import Definition
import DisclosureControl
import Phrases
import Printing
@testable import Publication
import Statistics
import Testing
import Workbooks
import _TestSupport

struct WorkbookTests {
  private static let day = CalendarDate(year: 2024, month: 6, day: 30)

  private func written(
    _ texts: [String], numbers: [Double] = [], to folder: Workdir
  ) throws -> (workbook: Workbook, path: String) {
    let rows =
      texts.map { [SheetTable.Cell.text($0), .number(1, decimals: 0)] }
      + numbers.map { [.text("n"), .number($0, decimals: 2)] }
    let sheet = Sheet(
      name: "one", lines: [.title("Title"), .link("there", toSheet: "one")],
      table: SheetTable(
        name: "Table1", headings: ["What", "How many"], rows: rows, labelColumns: 1))
    let workbook = Workbook(
      title: "T", author: "", day: try #require(Self.day), isRightToLeft: false, sheets: [sheet])
    let path = "\(folder.path)/w.xlsx"
    try WorkbookFile.write(workbook, to: path)
    return (workbook, path)
  }

  /// `q1` is the address of a cell, and names that differ in case alone are one to a spreadsheet.
  @Test func tableNamesAreNoAddresses() {
    var names = TableNames()
    #expect(
      ["q1", "a-b", "a_b", "A_B", "é"].map { names.name($0) }
        == ["Table_q1", "Table_a_b", "Table_a_b_2", "Table_A_B_3", "Table__"])
  }

  @Test func notesHaveTheNumbersTheyAreGiven() throws {
    let figures = try SmallFigures(
      tables: "title: Attendance",
      with: "title: Attendance\n    footnotes: [{on: title, text: One}, {on: yes, text: Two}]")
    let table = try #require(figures.released["attendance"])
    let printed = try TablePrinter(
      table, percentDecimals: 0, noteMarks: .numbers([4, 2], .english)
    ).print()
    #expect(printed.title == "Attendance [note 4]")
    #expect(printed.footnotes.map(\.line) == ["[note 4] One", "[note 2] Two"])
    #expect(printed.lines.contains { $0.label == "Yes [note 2]" })
  }

  /// What stands in a cell is what was meant, whatever signs it has; above all it is no formula.
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", " =1", "'=1", "\"=1\"", "1-5", "11/12", "0012",
    "1E5",
    "004", "true", "#N/A", "_x0041_", "_x000D_", "a_xZZZZ_b", "line\nline", "a & b < c > \"d\"",
    "é 😀 ﷽",
    " blanks ", "{=1}", "http://example.org", "mailto:a@b.c", "internal:x", "2024-01-01",
  ])
  func textsStayWhatTheyAre(text: String) throws {
    let folder = try Workdir()
    let (workbook, path) = try written([text], to: folder)
    #expect(try Container.cells(ofWorkbook: path)[0].rows[3] == [text, "1"])
    try WrittenWorkbook(path).require(workbook)
  }

  @Test func numbersStayWhatTheyAre() throws {
    let folder = try Workdir()
    let (workbook, path) = try written(
      [], numbers: [0, -0.5, 66.6666666666667, 1e15, 0.000123, 123_456_789.25], to: folder)
    try WrittenWorkbook(path).require(workbook)
    let column = try Container.cells(ofWorkbook: path)[0].rows.dropFirst(3).map { $0[1] }
    #expect(
      column == ["0", "-0.5", "66.6666666666667", "1000000000000000", "0.000123", "123456789.25"])
  }

  /// A disk that was full for a while leaves a hole that only the cells tell of.
  @Test func aWorkbookThatIsAnotherIsRefused() throws {
    let folder = try Workdir()
    let (_, path) = try written(["yes"], to: folder)
    let meant = try written(["no"], to: try Workdir()).workbook
    #expect(throws: RunError.self) { try WrittenWorkbook(path).require(meant) }
  }

  @Test func theSameTwice() throws {
    let (first, second) = (try Workdir(), try Workdir())
    let one = try written(["a", "b"], to: first).path
    let other = try written(["a", "b"], to: second).path
    #expect(try FileSystem.bytes(of: one) == FileSystem.bytes(of: other))
  }

  /// Of 2/3 a table prints 67, and the cell has all of it that a spreadsheet keeps; of 50 from 100 that
  /// were rounded so that all add up to 100 the cell has what is printed.
  @Test(arguments: [
    ("67", Quantity.exact(Rational(Int128(200), over: Int128(3))), 66.666666666667),
    ("66", .exact(Rational(Int128(200), over: Int128(3))), 66),
    ("13", .exact(Rational(Int128(25), over: Int128(2))), 13),
    ("12", .count(12), 12), ("-0.50", .exact(Rational(Int128(-1), over: Int128(2))), -0.5),
    ("1.333", .exact(Rational(Int128(4), over: Int128(3))), 1.333333333333),
    // With the 15 digits of a spreadsheet it would be 13635525973.995, which shows as 974.00.
    (
      "13635525973.99", .exact(Rational(Int128(136_355_259_739_949_996), over: 10_000_000)),
      13_635_525_973.99
    ),
  ])
  func cellsAreExactWhereThatShowsTheSame(
    text: String, quantity: Quantity, expected: Double
  ) throws {
    #expect(try #require(PrintedNumber(text)).cell(of: quantity) == expected)
  }

  /// A spreadsheet keeps 15 digits, whatever the size, and the file has 16: with more it would not be
  /// what was to be written.
  @Test(arguments: [
    ("-0.00000000000015715336569405147", -1.57153365694051e-13),
    ("0.0000000000000000000000000006361234567890", 6.36123456789e-28),
    ("0.12345678901234567", 0.123456789012346),
  ])
  func cellsHaveFifteenDigits(text: String, expected: Double) throws {
    let quantity = Quantity.exact(try #require(Rational(text)))
    #expect(try #require(PrintedNumber(text)).cell(of: quantity) == expected)
  }

  @Test(arguments: ["[c]", "2024-01-01", "", "A B", "1.2.3", "+1", "1e5"])
  func shorthandIsNoNumber(text: String) {
    #expect(PrintedNumber(text) == nil)
  }

  @Test func sheetsHaveNamesOfTheirOwn() {
    var names = SheetNames()
    let long = String(repeating: "x", count: 40)
    #expect(names.name("Law") == "Law")
    #expect(names.name("law") == "law-2")
    #expect(names.name("a/b") == "a-b")
    #expect(names.name("History") == "History-2")
    #expect(names.name(long).count == 31)
    #expect(names.name(long).hasSuffix("-2"))
  }

  @Test func headingsDifferWhateverTheirCase() {
    let table = SheetTable(
      name: "T", headings: ["Yes", "yes", "", "YES"], rows: [], labelColumns: 1)
    #expect(table.headings == ["Yes", "yes (2)", "-", "YES (3)"])
  }
}
