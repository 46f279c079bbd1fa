import Basics
@testable import Register
import Tabular
import Testing
import _TestSupport

struct ValidityPeriodTests {
  /// The first day belongs to the period, the last one no longer.
  @Test(arguments: [
    ("2001-01-01", "2005-07-29", "2000-12-31", false),
    ("2001-01-01", "2005-07-29", "2001-01-01", true),
    ("2001-01-01", "2005-07-29", "2005-07-28", true),
    ("2001-01-01", "2005-07-29", "2005-07-29", false),
    ("", "2005-07-29", "0001-01-01", true), ("", "2005-07-29", "2005-07-29", false),
    ("2001-01-01", "", "9999-12-31", true), ("2001-01-01", "", "2000-12-31", false),
    ("", "", "2005-07-29", true), ("2001-01-01", "2001-01-02", "2001-01-01", true),
  ])
  func contains(from: String, to: String, day: String, expected: Bool) throws {
    let workdir = try Workdir()
    let path = try workdir.write("key,from,to\nx,\(from),\(to)\n", to: "periods.csv")
    let row = try #require(try CSVFile(path: path).rows.first)
    let period = try ValidityPeriod(row, from: "from", to: "to", path: path)
    #expect(try period.contains(date(day)) == expected)
  }

  @Test(arguments: [("2005-07-29", "2005-07-29"), ("2005-07-30", "2005-07-29")])
  func periodWithoutADay(from: String, to: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write("key,from,to\nx,\(from),\(to)\n", to: "periods.csv")
    let row = try #require(try CSVFile(path: path).rows.first)
    let error = #expect(throws: RunError.self) {
      _ = try ValidityPeriod(row, from: "from", to: "to", path: path)
    }
    #expect(
      error?.description
        == "\(path):2: error: [period] column 'from' has \(from) and 'to' \(to), so that no day is "
        + "between them; expected the first day and the day after the last")
  }

  private func period(_ text: String) throws -> ValidityPeriod {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    return ValidityPeriod(from: CalendarDate(iso: ends[0]), to: CalendarDate(iso: ends[1]))
  }

  /// Two periods that meet on a day have none in common.
  @Test(arguments: [
    ("2001-01-01..2005-07-29", "2005-07-29..", false),
    ("2001-01-01..2005-07-29", "2005-07-28..", true), ("..", "..", true),
    ("..2001-01-01", "2001-01-01..", false), ("..2001-01-02", "2001-01-01..", true),
    ("2001-01-01..2002-01-01", "2003-01-01..2004-01-01", false),
    ("2001-01-01..2004-01-01", "2002-01-01..2003-01-01", true),
  ])
  func overlaps(left: String, right: String, expected: Bool) throws {
    #expect(try period(left).overlaps(period(right)) == expected)
    #expect(try period(right).overlaps(period(left)) == expected)
  }

  @Test(arguments: [
    ("2001-01-01..", "2000-01-01..", true), ("..", "2000-01-01..", false),
    ("2001-01-01..", "..2005-07-29 2005-07-29..", true),
    ("2001-01-01..", "2005-07-29.. ..2005-07-29", true),
    ("2001-01-01..", "..2005-07-28 2005-07-29..", false),
    ("2001-01-01..2005-07-29", "..2005-07-29", true),
    ("2001-01-01..2005-07-30", "..2005-07-29", false), ("2001-01-01..", "", false),
  ])
  func isCovered(text: String, periods: String, expected: Bool) throws {
    let others = try periods.split(separator: " ").map { try period(String($0)) }
    #expect(try period(text).isCovered(by: others) == expected)
  }
}
