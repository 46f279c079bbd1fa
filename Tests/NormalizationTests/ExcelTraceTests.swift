import Basics
@testable import Normalization
@testable import Questionnaire
import Testing

/// What Excel 2016 and LibreOffice 7.4 make of texts typed into a field or opened from a CSV, and what
/// must be said of it.
struct ExcelTraceTests {
  private static let list = ChoiceList(name: "l", choices: [])
  private static let labels = [
    "1", "02", "2-5", "6-9", "10-12", "1/2", "mar1", "13-20", "more than 20",
  ]

  /// 41310 is 5 February 2013, 41396 2 May 2013 (Python: date(1899, 12, 30) + timedelta(41310)).
  @Test(arguments: [
    ("41310", "2-5"), ("41396", "2-5"), ("2-May", "2-5"), ("02-May", "2-5"), ("5-Feb", "2-5"),
    ("May-02", "2-5"), ("2/5/2013", "2-5"), ("05.02.2013", "2-5"), ("2013-02-05", "2-5"),
    ("2013-05-02 00:00:00", "2-5"), ("5-févr.", "2-5"), ("02. Mai", "2-5"), ("5-Фев", "2-5"),
    ("9-Jun", "6-9"), ("Dec-10", "10-12"), ("10-déc", "10-12"), ("12-Oct", "10-12"),
    ("1-Feb", "1/2"), ("1-Mar", "mar1"), ("Mar-01", "mar1"),
  ])
  func labelsThatBecameDays(text: String, label: String) {
    let trace = ExcelTrace.trace(in: TextKey(text), to: .selectOne(Self.list), choices: Self.labels)
    #expect(
      trace?.hasPrefix("Excel may have made it of ") == true, "\(trace ?? "")")
    #expect(trace?.contains("'\(label)'") == true, "\(trace ?? "")")
  }

  @Test(arguments: [
    "20-Dec", "41311", "2-6", "perhaps", "May", "2005", "31-Jan", "3", "maybe 5", "2-5 years",
  ])
  func textsThatAreNoTrace(text: String) {
    #expect(
      ExcelTrace.trace(in: TextKey(text), to: .selectOne(Self.list), choices: Self.labels) == nil)
  }

  @Test(arguments: [("2", "02"), ("1.0", "1"), ("01", "1"), ("2.00", "02")])
  func numbersWithOtherZeros(text: String, label: String) {
    let trace = ExcelTrace.trace(in: TextKey(text), to: .selectOne(Self.list), choices: Self.labels)
    #expect(trace?.hasPrefix("it is the number '\(label)' with other zeros") == true)
  }

  private static let others: [(String, AnswerType, String?)] = [
    ("38562", .date, "it is Excel's number of 2005-07-29 "), ("12", .date, nil),
    ("38562.5", .date, nil), ("20050729", .date, nil), ("soon", .date, nil),
    ("5-Feb", .decimal, "Excel may have made this day of a number"),
    ("2013-02-05", .integer, "Excel may have made this day of a number"),
    ("1.23E+11", .integer, "Excel may have shortened it, and its last digits are lost"),
    ("about 5", .integer, nil), ("12.5", .integer, nil),
    ("#NAME?", .text, "Excel wrote it for what it could not show"),
    ("########", .date, "Excel wrote it for what it could not show"),
    ("#1", .text, nil), ("#", .text, nil),
  ]

  @Test(arguments: others)
  func otherTraces(text: String, type: AnswerType, expected: String?) {
    let trace = ExcelTrace.trace(in: TextKey(text), to: type)
    #expect(expected.map { trace?.hasPrefix($0) == true } ?? (trace == nil), "\(trace ?? "")")
  }
}
