import Basics
import Questionnaire
import SurveyTools

/// What Excel makes of an answer when it opens and saves an export: errors, days instead of labels
/// such as "2-5", serial numbers of days, numbers without their zeros or their last digits.
///
/// A trace is reported with what may have stood there; nobody can tell which it was.
struct ExcelTrace {
  /// What may have happened, for the advice of a finding; nil where nothing points to Excel.
  ///
  /// - Parameter choices: The texts of the question's choices; none for another question.
  static func trace(in key: TextKey, to type: AnswerType, choices: [String] = []) -> String? {
    let text = key.text.inPlainForms
    if isError(key) { return "Excel wrote it for what it could not show" }
    if let number = ExactDecimal(text),
      let same = choices.first(where: { ExactDecimal($0) == number })
    {
      return "it is the number '\(same)' with other zeros, which Excel and its like add or drop"
    }
    let originals = originals(of: text, among: choices)
    if !originals.isEmpty {
      let quoted = originals.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
      return "Excel may have made it of \(quoted)"
    }
    switch type {
    case .date: return serialDay(text)
    case .integer, .decimal: return number(text)
    case .selectOne, .selectMultiple, .rank, .text: return nil
    }
  }

  /// The trace with what to do about it.
  static func advice(
    on key: TextKey, to type: AnswerType, choices: [String] = []
  ) -> String? {
    trace(in: key, to: type, choices: choices).map {
      "\($0): export the source again with the column as text, or mend the record"
    }
  }

  /// Whether a field is one of Excel's error values, or the marks of a column too narrow.
  static func isError(_ key: TextKey) -> Bool {
    SpreadsheetErrors.contain(key)
  }

  private static func serialDay(_ text: String) -> String? {
    // A number from 1900 to 2100 is rather a year.
    guard let serial = CalendarDate.number(text), !(1900...2100).contains(serial),
      let day = ExcelDay(serial: serial),
      case .full(let date) = day, (1900...2100).contains(date.year)
    else { return nil }
    return "it is Excel's number of \(date) (in workbooks of the 1904 system, of a day four years "
      + "later)"
  }

  private static func number(_ text: String) -> String? {
    if text.contains("e+"), text.allSatisfy({ $0.isNumber || "e+.,-".contains($0) }) {
      return "Excel may have shortened it, and its last digits are lost"
    }
    return ExcelDay.days(text).isEmpty ? nil : "Excel may have made this day of a number"
  }

  /// The choices that Excel would have turned into this text.
  private static func originals(of text: String, among choices: [String]) -> [String] {
    let serial = CalendarDate.number(text).flatMap { ExcelDay(serial: $0) }
    let days = ExcelDay.days(text) + (serial.map { [$0] } ?? [])
    return choices.filter { choice in
      guard let pair = ExcelDay.pair(choice) else { return false }
      return days.contains { $0.shows(pair) }
    }
  }
}
