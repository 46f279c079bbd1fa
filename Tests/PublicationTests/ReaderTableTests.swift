import Basics
import DisclosureControl
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
      try TablePrinter(table, percentDecimals: 0).print(), to: collection.workdir.path)
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
    #expect(lines[2] == "")
    #expect(
      lines[3].hasPrefix(
        "Did you attend?,Total,\"Total, per cent\",How was it?: Bad,\"How was it?: Bad, per cent\","
      ))
    #expect(lines[4] == "Yes,2,67,0,,0,,0,")
    #expect(lines[5] == "No,1,33,0,,0,,0,")
    #expect(lines[6] == "Base: units that answered this question,3,,0,,0,,0,")
  }

  /// What a spreadsheet would take for a formula (OWASP, "CSV Injection").
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "-1"), ("-0.5", "-0.5"), ("- none", "'- none"),
    ("@SUM(A1)", "'@SUM(A1)"), ("a=1", "a=1"), ("=a,b", "\"'=a,b\""), ("-1+1", "'-1+1"),
    ("Ümit", "Ümit"), (" =1", "' =1"), ("＝1", "'＝1"), ("=1;2", "\"'=1;2\""),
  ])
  func titlesAreNoFormulas(title: String, expected: String) throws {
    let figures = try SmallFigures(
      tables: "title: Attendance", with: "title: \"\(title)\"")
    let table = try figures.readerTable("attendance")
    #expect(table.hasPrefix("\u{FEFF}\(expected)\r\n"), "\(table.prefix(20).debugDescription)")
  }

  @Test func tabAndCarriageReturnInFrontAreNoFormulas() throws {
    for escape in ["\\t", "\\r"] {
      let figures = try SmallFigures(
        tables: "title: Attendance", with: "title: \"\(escape)=1\"")
      let table = try figures.readerTable("attendance")
      let start = table.unicodeScalars.dropFirst().prefix { $0 != "=" }
      #expect(start.contains("'"))
    }
  }
}
