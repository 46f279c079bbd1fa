import Tabular
import Testing

@testable import Interchange

struct DateTextTests {
  private static let dateCases: [(SourceDefinition.DateOrder?, String, String?)] = [
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
    (nil, "38562", nil), (.dmy, "٢٩/٠٧/٢٠٠٥", nil),
  ]

  @Test(arguments: dateCases)
  func dates(order: SourceDefinition.DateOrder?, text: String, expected: String?) {
    #expect(DateText(order: order).date(text)?.description == expected)
  }

  private static let timestampCases: [(String, String?)] = [
    ("2024-06-03", "2024-06-03"), ("2024-06-03 08:28:09", "2024-06-03T08:28:09"),
    ("2024-06-03T08:28:09.123", "2024-06-03T08:28:09"), ("3/6/2024 8:28", "2024-06-03T08:28:00"),
    ("2024-06-03\u{A0}08:28", "2024-06-03T08:28:00"),
    ("2024-06-03 23:59:59", "2024-06-03T23:59:59"),
    ("2024-06-03 24:00", nil), ("2024-06-03 08:60", nil), ("2024-06-03 08:28:60", nil),
    ("2024-06-03 8", nil), ("2024-06-03 08:8", nil), ("2024-06-03 108:28", nil),
    ("2024-06-03 08:28 PM", nil), ("2024-06-03 08:28PM", nil), ("2024-06-03 08:28:", nil),
    // The offset from UTC is not known to the register of days: it is not guessed away.
    ("2024-06-03T08:28:09+02:00", nil), ("2024-06-03T08:28:09Z", nil), ("08:28", nil),
    ("2024-06-03 08:28:09.x", nil), ("2024-02-30 08:28", nil),
  ]

  @Test(arguments: timestampCases)
  func timestamps(text: String, expected: String?) {
    #expect(DateText(order: .dmy).timestamp(text) == expected)
  }
}
