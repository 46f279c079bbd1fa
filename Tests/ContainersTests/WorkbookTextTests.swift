import Basics
@testable import Containers
import Testing

/// Numbers, dates and escapes of workbooks; what is expected is what Excel shows.
struct WorkbookTextTests {
  /// As a file stores them, and as they are read.
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("41310", "41310"), ("100", "100"), ("-2.50", "-2.5"), ("0.1", "0.1"),
    ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.30000000000000004"),
    ("1E-5", "0.00001"), ("1.25E-7", "0.000000125"), ("1E15", "1000000000000000"),
    ("1E16", "10000000000000000"), ("12345678901234567890", "12345678901234567000"),
    ("1E20", "100000000000000000000"), ("1E21", "1000000000000000000000"),
    ("-1.5E37", "-15000000000000000000000000000000000000"), ("1E38", "1E+38"),
    ("1.5E300", "1.5E+300"), ("5E-324", "5E-324"),
    ("-1E-30", "-0.000000000000000000000000000001"),
    ("1.5E-37", "0.00000000000000000000000000000000000015"), ("1.5E-38", "1.5E-38"),
    ("9.99", "9.99"),
  ])
  func numbers(stored: String, text: String) throws {
    let value = try #require(Double(stored))
    #expect(NumberText.text(value) == text)
    #expect(Double(text) == value)
  }

  private static let datesCases: [(Double, Bool, String)] = [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (60, false, "1900-02-29"),
    (61, false, "1900-03-01"), (38_562, false, "2005-07-29"), (2_958_465, false, "9999-12-31"),
    (0, true, "1904-01-01"), (2_957_003, true, "9999-12-31"), (59, true, "1904-02-29"),
    (38_562.545138888889, false, "2005-07-29 13:05:00"),
    (38_562.999999999, false, "2005-07-30"), (38_562.5000058, false, "2005-07-29 12:00:00.501"),
  ]

  /// ECMA-376 part 1, 18.17.4.1 gives 1 for 1900-01-01, 2958465 for 9999-12-31, and in the system
  /// of 1904 0 and 2957003 for the first and the last day.
  @Test(arguments: datesCases)
  func dates(value: Double, is1904: Bool, text: String) {
    #expect(SerialDate.text(value, .date, is1904: is1904) == text)
  }

  @Test(arguments: [0.0, -1, 2_958_466, 1e300])
  func numbersThatAreNoDates(value: Double) {
    #expect(SerialDate.text(value, .date, is1904: false) == nil)
  }

  @Test func times() {
    #expect(SerialDate.text(38_562, .dateAndTime, is1904: false) == "2005-07-29 00:00:00")
    #expect(SerialDate.text(0.25, .time, is1904: false) == "06:00:00")
    #expect(SerialDate.text(0.25, .time, is1904: true) == "06:00:00")
    #expect(SerialDate.text(1.5, .elapsed, is1904: false) == "36:00:00")
    #expect(SerialDate.text(1.5, .number, is1904: false) == nil)
  }

  private static let formatsCases: [(String, CellFormats.Kind)] = [
    ("General", CellFormats.Kind.number), ("0.00", .number), ("0.00E+00", .number), ("@", .number),
    ("\"day\" 0", .number), ("0\\d", .number), ("[Red]0", .number), ("# ?/?", .number),
    ("_d0_)", .number), ("[$USD-409] #,##0.00", .number), ("0;[Red]-0;\"y\"", .number),
    ("yyyy-mm-dd", .date), ("d/m/yy;@", .date), ("[$-409]d\\-mmm\\-yyyy", .date), ("mmm", .date),
    ("DD.MM.YYYY", .date), ("yyyy-mm-dd hh:mm", .dateAndTime), ("m/d/yy h:mm AM/PM", .dateAndTime),
    ("h:mm", .time), ("mm:ss.0", .time), ("[h]:mm:ss", .elapsed), ("[mm]:ss", .elapsed),
    ("[SS]", .elapsed),
  ]

  @Test(arguments: formatsCases)
  func formats(code: String, kind: CellFormats.Kind) {
    #expect(CellFormats.kind(ofCode: code) == kind)
  }

  @Test(arguments: [
    ("a_x000D_\n", "a\r\n"), ("_x005F_x000D_", "_x000D_"), ("_x00E9_", "é"), ("_xD83D_", "_xD83D_"),
    ("_x00Z9_", "_x00Z9_"), ("_x000D", "_x000D"), ("a_b", "a_b"), ("__x0041_", "_A"), ("", ""),
  ])
  func escapes(text: String, expected: String) {
    #expect(EscapedText.decoded(Array(text.utf8)) == Array(expected.utf8))
  }
}
