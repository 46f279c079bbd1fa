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
    (.dmy, "29/07", nil), (.dmy, "29/07/2005/1", nil),
    (.dmy, "-29/07/2005", nil), (.dmy, "", nil), (nil, "", nil), (nil, "2005-7-29", nil),
    (nil, "38562", nil),
    // Digits of other scripts and full-width forms.
    (.dmy, "٢٩/٠٧/٢٠٠٥", "2005-07-29"), (nil, "٢٠٠٥-٠٧-٢٩", "2005-07-29"),
    (.ymd, "２００５／７／２９", "2005-07-29"), (nil, "٢٠٠٥-٠٢-٣٠", nil), (nil, "²005-07-29", nil),
  ]

  private static let monthCases: [(DateOrder?, String, String?)] = [
    (nil, "29 July 2005", "2005-07-29"), (nil, "July 29, 2005", "2005-07-29"),
    (.mdy, "29-Jul-2005", "2005-07-29"), (nil, "29. Juli 2005", "2005-07-29"),
    (nil, "1 août 2005", "2005-08-01"), (nil, "5 de mayo de 2024", "2024-05-05"),
    (nil, "29 июля 2005", "2005-07-29"), (nil, "2005 July 29", "2005-07-29"),
    (nil, "29 Juli 2005 10:00", "2005-07-29"), (nil, "Sept. 3, 2005", "2005-09-03"),
    (nil, "29-Jul-05", nil), (nil, "July 2005", nil), (nil, "29 July", nil),
    (nil, "31 June 2005", nil),
    (nil, "29 jui 2005", nil), (nil, "29 Ju 2005", nil), (nil, "29 July 2005 noon", nil),
    (nil, "29 July 2005 July", nil), (nil, "July July 2005", nil), (nil, "29 Market 2005", nil),
  ]

  /// A month that is a word needs no order, but for a year of two digits.
  @Test(arguments: monthCases)
  func monthsInWords(order: DateOrder?, text: String, expected: String?) {
    #expect(DateText(order: order).date(text)?.description == expected)
  }

  private static let eraCases: [(DateOrder?, String, String?)] = [
    (.dmy, "1/10/2569", "2026-10-01"), (nil, "2569-10-01", "2026-10-01"),
    (nil, "2569-10-01T08:30:00+07:00", "2026-10-01"), (nil, "1 October 2569", "2026-10-01"),
    // 2024 was a leap year, as 2567, which is none of the common era.
    (.dmy, "29/2/2567", "2024-02-29"), (nil, "2567-02-29", "2024-02-29"), (.dmy, "29/2/2568", nil),
    (.dmy, "1/10/2026", nil), (nil, "2026-10-01", nil), (nil, "2400-01-01", "1857-01-01"),
  ]

  @Test(arguments: eraCases)
  func yearsOfTheBuddhistEra(order: DateOrder?, text: String, expected: String?) {
    #expect(DateText(order: order, era: .buddhist).date(text)?.description == expected)
  }

  @Test func twoDigitsOfTheBuddhistEra() {
    let dates = DateText(order: .dmy, century: 2500, era: .buddhist)
    #expect(dates.date("1/10/69")?.description == "2026-10-01")
  }

  /// A year that nobody writes in the era that is declared is no date, and the advice says why.
  @Test func aDateOfTheOtherEra() {
    let common = DateText(order: .dmy)
    #expect(common.date("1/10/2569") == nil)
    #expect(common.eraAdvice("1/10/2569")?.contains("'era: buddhist'") == true)
    #expect(common.eraAdvice("31/2/2569") == nil)
    #expect(common.date("1/10/2399")?.year == 2399)
    let buddhist = DateText(order: .dmy, era: .buddhist)
    #expect(buddhist.eraAdvice("1/10/2026")?.contains("'era: common'") == true)
    #expect(buddhist.eraAdvice("1/10/2569") == nil)
  }

  private static let stampCases: [(String, DateOrder, String?)] = [
    ("2024/01/07 7:41:40 午後 GMT+9", DateOrder.ymd, "2024-01-07T19:41:40+09:00"),
    ("2020/03/20 11:58:49 오후 GMT+9", .ymd, "2020-03-20T23:58:49+09:00"),
    ("2017/06/14 12:34:49 上午 GMT+8", .ymd, "2017-06-14T00:34:49+08:00"),
    ("2022/02/13 10:26:52 p. m. GMT-3", .ymd, "2022-02-13T22:26:52-03:00"),
    ("2022/02/13 10:26:52 a.\u{A0}m. GMT-3", .ymd, "2022-02-13T10:26:52-03:00"),
    ("2026/09/16 12:00:00 ÖS GMT+3", .ymd, "2026-09-16T12:00:00+03:00"),
    ("2026/08/30 9:27:14 م غرينتش+3", .ymd, "2026-08-30T21:27:14+03:00"),
    ("2026/02/03 1:34:04 PM MEZ", .ymd, "2026-02-03T13:34:04+01:00"),
    ("2025/06/03 4:03:39 PM OESZ", .ymd, "2025-06-03T16:03:39+03:00"),
    ("2026/07/29 3:08:24 PM UTC+3", .ymd, "2026-07-29T15:08:24+03:00"),
    ("12/02/2026 19.07.17", .dmy, "2026-02-12T19:07:17"),
    ("2024/01/07 13:41:40 午後", .ymd, nil), ("2024/01/07 7:41:40 xx GMT+9", .ymd, nil),
    ("2024/01/07 7:41:40 PM XYZ", .ymd, nil), ("12/02/2026 19.07", .dmy, nil),
  ]

  /// The time stamps of Google's own download, in the languages of survey-tool exports, and those of
  /// its sheet.
  @Test(arguments: stampCases)
  func stampsInManyLanguages(text: String, order: DateOrder, expected: String?) {
    #expect(DateText(order: order).timestamp(text) == expected)
  }

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
