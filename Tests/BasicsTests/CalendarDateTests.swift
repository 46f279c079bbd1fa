import Basics
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    "2005-07-29", "0001-01-01", "9999-12-31", "2004-02-29", "2000-02-29", "2023-02-28",
  ])
  func datesThatExist(text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(arguments: [
    "", "2005", "2005-07", "2005-7-29", "05-07-29", "2005-07-9", "2005/07/29", "20050729",
    "2005-07-29 ", " 2005-07-29", "2005-07-29T00:00", "2005-02-29", "1900-02-29", "2005-02-30",
    "2005-04-31", "2005-13-01", "2005-00-10", "2005-01-00", "0000-01-01", "+005-01-01",
    "-2005-01-01", "2005-+7-29", "٢٠٠٥-٠٧-٢٩", "2005-07-2９", "2005-07-29-01", "2005--07-29",
  ])
  func otherTexts(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func order() throws {
    let dates = try ["2005-07-29", "2004-12-31", "2005-06-30", "2005-07-02"].map {
      try #require(CalendarDate(iso: $0))
    }
    #expect(
      dates.sorted().map(\.description)
        == ["2004-12-31", "2005-06-30", "2005-07-02", "2005-07-29"])
  }

  /// Against Python's `date.toordinal()`, which counts from 1 January of the year 1.
  @Test(arguments: [
    ("0001-01-01", 1), ("1970-01-01", 719163), ("2000-02-29", 730179), ("2000-03-01", 730180),
    ("2005-07-29", 732156), ("2024-12-31", 739251), ("9999-12-31", 3652059),
  ])
  func dayNumbers(text: String, ordinal: Int) throws {
    #expect(try #require(CalendarDate(iso: text)).dayNumber == ordinal + 305)
  }

  private static let numbersCases: [(String, Int?)] = [
    ("0", 0), ("007", 7), ("42", 42), ("", nil), ("+1", nil), ("-1", nil), ("1 ", nil),
    ("１", nil), ("1_000", nil), ("99999999999999999999", nil),
  ]

  @Test(arguments: numbersCases)
  func numbers(text: String, expected: Int?) {
    #expect(CalendarDate.number(text) == expected)
  }

  /// As `date.toordinal()` of Python numbers them, less one.
  @Test(arguments: [
    (0, "0001-01-01"), (364, "0001-12-31"), (365, "0002-01-01"), (1460, "0004-12-31"),
    (36_523, "0100-12-31"), (146_095, "0400-12-30"), (146_096, "0400-12-31"),
    (146_097, "0401-01-01"), (693_594, "1899-12-31"), (730_178, "2000-02-29"),
    (732_155, "2005-07-29"), (3_652_058, "9999-12-31"),
  ])
  func daysAfterYearOne(days: Int, text: String) {
    #expect(CalendarDate(daysAfterYearOne: days)?.description == text)
  }

  @Test func daysOutsideTheCalendar() {
    #expect(CalendarDate(daysAfterYearOne: -1) == nil)
    #expect(CalendarDate(daysAfterYearOne: 3_652_059) == nil)
  }

  /// Of bytes as of a text, up to the largest number that there is.
  @Test(arguments: [
    "0", "007", "9223372036854775807", "9223372036854775808", "92233720368547758070",
    "", "-1", "+1", "1 ", "1a", "١",
  ])
  func numbersOfBytes(text: String) {
    let number = CalendarDate.number(Array(text.utf8)[...])
    #expect(number == CalendarDate.number(text))
    #expect(number == ["0": 0, "007": 7, "9223372036854775807": Int.max][text])
  }
}
