import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
@testable import Publication
import Testing
import _TestSupport

extension SmallFigures {
  private struct NoTable: Error {}

  /// What a table of the plan looks like to a reader.
  fileprivate func readerTable(_ id: String) throws -> String {
    guard let table = released[id] else { throw NoTable() }
    try SpreadsheetTables.write(
      try TablePrinter(table, percentDecimals: 0).print(), to: collection.workdir.path,
      SpreadsheetLocale(of: .english))
    // Read as bytes, so that the byte order mark is kept.
    return String(
      decoding: try FileSystem.bytes(of: "\(collection.workdir.path)/\(id).csv"), as: UTF8.self)
  }
}

struct ReaderTableTests {
  @Test func tableAsAReaderSeesIt() throws {
    let figures = try SmallFigures()
    #expect(
      try figures.readerTable("sessions")
        == "\u{FEFF}How many sessions?\r\n\r\n"
        + "How many sessions?,Total,\"Total, mean\",\"Total, smallest\",\"Total, largest\"\r\n"
        + "How many sessions?,2,1.25,-0.5,3\r\n"
        + "Base: those who said how many,2,,,\r\n"
        + "No answer,0,,,\r\nNot applicable,0,,,\r\nNot asked,0,,,\r\nUnclear,0,,,\r\n"
        + "Did not reply,2,,,\r\nAll,4,,,\r\n")
  }

  @Test func percentagesStandBesideTheirBase() throws {
    let lines = try SmallFigures().readerTable("attendance").split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "\u{FEFF}Attendance")
    #expect(lines[1] == "Percentages are of the base: units that answered this question.")
    // Three of four answered this question, and none the one across.
    #expect(
      lines[2] == "Units that are in no column of “How was it?” are in the total alone.")
    #expect(lines[3] == "")
    #expect(
      lines[4].hasPrefix(
        "Did you attend?,Total,\"Total, per cent\",How was it?: Bad,\"How was it?: Bad, per cent\","
      ))
    #expect(lines[5] == "Yes,2,67,0,,0,,0,")
    #expect(lines[6] == "No,1,33,0,,0,,0,")
    #expect(lines[7] == "Base: units that answered this question,3,,0,,0,,0,")
  }

  /// What a spreadsheet would take for a formula (OWASP, "CSV Injection"), a number, a date or a truth
  /// value begins with a mark without width, so that it stays what it is.
  @Test(arguments: [
    ("=1+1", true), ("+1", true), ("-1", true), ("- none", true), ("@SUM(A1)", true), (" =a", true),
    ("＝a", true), ("'=a", true), ("\\\"=a", true), ("\\t=a", true), ("\\ra", true), ("1-5", true),
    ("11/12", true), ("0012", true), ("1E5", true), ("004", true), ("5 May", true),
    ("May 2024", true),
    ("1 May 2024 10:30 PM", true), ("١٢", true), ("12.5 %", true), ("TRUE", true), ("faux", true),
    ("Ümit", false), ("a = b", false), ("Is it so? - Yes", false), ("Trueman", false),
    ("1 to 5 years after entry", false), ("Percentages are of all 191 Member States.", false),
  ])
  func titlesStayTexts(title: String, isMarked: Bool) throws {
    let figures = try SmallFigures(
      tables: "title: Attendance", with: "title: \"\(title)\"")
    let table = try figures.readerTable("attendance")
    let start = table.unicodeScalars.dropFirst().first { $0 != "\"" }
    #expect((start == "\u{200E}") == isMarked, "\(table.prefix(20).debugDescription)")
  }

  /// Fields and decimals as spreadsheets of the language have them; a negative number stays a number.
  @Test func marksAreThoseOfTheLocale() throws {
    let figures = try SmallFigures()
    let table = try #require(figures.released["sessions"])
    let folder = try Workdir()
    try SpreadsheetTables.write(
      try TablePrinter(table, percentDecimals: 0).print(), to: folder.path,
      SpreadsheetLocale(of: .french))
    let text = String(
      decoding: try FileSystem.bytes(of: "\(folder.path)/sessions.csv"), as: UTF8.self)
    #expect(text.contains("\r\nHow many sessions?;2;\"1,25\";\"-0,5\";3\r\n"))
  }
}
