import Basics
@testable import Interchange
import Testing

struct DateTextTests {
  private static let dateCases: [(DateOrder?, String, String?)] = [
    (nil, "2005-07-29", "2005-07-29"), (.mdy, "2005-07-29", "2005-07-29"),
    (nil, "2005-07-29T08:28", "2005-07-29"), (nil, "2005-07-29 8:28:09", "2005-07-29"),
    (nil, "29/07/2005", nil), (nil, "07/29/2005", nil), (nil, "2005/07/29", nil),
    (.dmy, "29/07/2005", "2005-07-29"), (.dmy, "29.7.2005", "2005-07-29"),
    (.dmy, "29-07-2005", "2005-07-29"), (.dmy, "3/4/2005", "2005-04-03"),
    (.mdy, "3/4/2005", "2005-03-04"), (.mdy, "07/29/2005", "2005-07-29"),
    (.mdy, "29/07/2005", nil), (.dmy, "07/29/2005", nil), (.ymd, "2005/7/29", "2005-07-29"),
    (.ymd, "2005.07.29", "2005-07-29"), (.dmy, "2005/07/29", nil),
    // Two digits leave the century open.
    (.dmy, "29/07/05", nil), (.ymd, "05/07/29", nil),
    (.dmy, "29/02/2005", nil), (.dmy, "29/02/2004", "2004-02-29"), (.dmy, "31/04/2005", nil),
    (.dmy, "29/07", nil), (.dmy, "29 July 2005", nil), (.dmy, "29/07/2005/1", nil),
    (.dmy, "-29/07/2005", nil), (.dmy, "", nil), (nil, "", nil), (nil, "2005-7-29", nil),
    (nil, "38562", nil),
    // Digits of other scripts and full-width forms.
    (.dmy, "٢٩/٠٧/٢٠٠٥", "2005-07-29"), (nil, "٢٠٠٥-٠٧-٢٩", "2005-07-29"),
    (.ymd, "２００５／７／２９", "2005-07-29"), (nil, "٢٠٠٥-٠٢-٣٠", nil), (nil, "²005-07-29", nil),
  ]

  @Test(arguments: dateCases)
  func dates(order: DateOrder?, text: String, expected: String?) {
    #expect(DateText(order: order).date(text)?.description == expected)
  }

  private static let yearCases: [(DateOrder, Int, String, String?)] = [
    (.mdy, 2000, "5/1/24", "2024-05-01"), (.dmy, 1900, "29/07/05", "1905-07-29"),
    (.ymd, 2000, "05/07/29", "2005-07-29"), (.dmy, 2000, "29/02/23", nil),
    (.dmy, 2000, "1/1/5", nil), (.dmy, 2000, "1/1/005", nil),
    (.dmy, 2000, "29/07/2005", "2005-07-29"),
  ]

  /// Years of two digits only where their century is declared.
  @Test(arguments: yearCases)
  func years(
    order: DateOrder, century: Int, text: String, expected: String?
  ) {
    #expect(DateText(order: order, century: century).date(text)?.description == expected)
  }

  private static let timestampCases: [(String, String?)] = [
    ("2024-06-03", "2024-06-03"), ("2024-06-03 08:28:09", "2024-06-03T08:28:09"),
    ("2024-06-03T08:28:09.123", "2024-06-03T08:28:09"), ("3/6/2024 8:28", "2024-06-03T08:28:00"),
    ("2024-06-03\u{A0}08:28", "2024-06-03T08:28:00"),
    ("2024-06-03 23:59:59", "2024-06-03T23:59:59"),
    ("2024-06-03 24:00", nil), ("2024-06-03 08:60", nil), ("2024-06-03 08:28:60", nil),
    ("2024-06-03 8", nil), ("2024-06-03 08:8", nil), ("2024-06-03 108:28", nil),
    ("2024-06-03 08:28PM", nil), ("2024-06-03 08:28:", nil),
    ("2024-06-03 08:28:09.x", nil), ("2024-06-03 08:28:09.", nil), ("2024-02-30 08:28", nil),
    ("08:28", nil), ("2024-06-03T", nil), ("T2024-06-03", nil), ("2024-06-03TT08:28", nil),
    ("2024-06-03 T08:28", nil), ("2024-06-03T 08:28", nil), ("T", nil), (" ", nil),
    (" 2024-06-03 ", "2024-06-03"), ("2024-06-03  08:28", "2024-06-03T08:28:00"),
  ]

  /// The day and time stay those of the respondent's place.
  private static let offsetCases: [(String, String?)] = [
    ("2024-06-03T10:11:12.000+02:00", "2024-06-03T10:11:12+02:00"),
    ("2024-06-03T23:30:00-05:00", "2024-06-03T23:30:00-05:00"),
    ("2024-06-03T10:11:12Z", "2024-06-03T10:11:12+00:00"),
    ("2024-06-03T10:11:12+0330", "2024-06-03T10:11:12+03:30"),
    ("2024-06-03 10:11+05", "2024-06-03T10:11:00+05:00"),
    ("2024-06-03T10:11:12+14:00", "2024-06-03T10:11:12+14:00"),
    ("2024-06-03T10:11:12+14:30", nil), ("2024-06-03T10:11:12+02:60", nil),
    ("2024-06-03T10:11:12+2:00", nil), ("2024-06-03T10:11:12+", nil),
    ("2024-06-03T10:11:12+02:00Z", nil), ("2024-06-03T10:11:12ZZ", nil),
    ("2024-06-03T10:11:12 +02:00", nil), ("2024-06-03T10:11:12z", nil),
    ("2024-06-03Z", nil), ("2024-06-03T10:11:12+020", nil), ("2024-06-03T10:11:12+a2:00", nil),
  ]

  /// As SurveyMonkey and Google Forms write times.
  private static let longClockCases: [(String, String?)] = [
    ("3/6/2024 10:11:12 AM", "2024-06-03T10:11:12"), ("3/6/2024 8:28 PM", "2024-06-03T20:28:00"),
    ("3/6/2024 12:00:00 AM", "2024-06-03T00:00:00"), ("3/6/2024 12:30 pm", "2024-06-03T12:30:00"),
    ("3/6/2024 8:28\u{202F}PM", "2024-06-03T20:28:00"),
    ("3/6/2024 10:11:12 PM GMT+2", "2024-06-03T22:11:12+02:00"),
    ("3/6/2024 10:11:12 GMT-3:30", "2024-06-03T10:11:12-03:30"),
    ("3/6/2024 10:11:12 UTC", "2024-06-03T10:11:12+00:00"),
    ("3/6/2024 13:00 PM", nil), ("3/6/2024 0:30 AM", nil), ("3/6/2024 8:28 XM", nil),
    ("3/6/2024 8:28 PM PM", nil), ("3/6/2024 8:28 PM EST", nil), ("3/6/2024 8:28 GMT+2 PM", nil),
    ("3/6/2024 8:28 GMT+", nil), ("3/6/2024 8:28 GMT+123", nil), ("3/6/2024 PM", nil),
    ("2024-06-03T10:11:12Z AM", nil),
  ]

  @Test(arguments: timestampCases + offsetCases + longClockCases)
  func timestamps(text: String, expected: String?) {
    #expect(DateText(order: .dmy).timestamp(text) == expected)
  }
}
