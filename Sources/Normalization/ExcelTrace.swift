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
    if let number = FixedDecimal(text),
      let same = choices.first(where: { FixedDecimal($0) == number })
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

  /// Whether a cell is one of Excel's error values, or the marks of a column too narrow.
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

/// A day as Excel shows one that it made of two numbers.
enum ExcelDay {
  case full(CalendarDate)
  /// `5-Feb`, `May-02`: a month, and a day or the last two digits of a year.
  case month(Int, other: Int)

  /// - Parameter serial: The days since the last one of 1899; there is a 29 February 1900 in them.
  init?(serial: Int) {
    guard serial > 60, serial < 2_958_466,
      let date = CalendarDate(daysAfterYearOne: Self.base + serial)
    else { return nil }
    self = .full(date)
  }

  /// 30 December 1899, in days after 1 January of the year 1.
  private static let base = 693_593

  /// Whether Excel shows a text with two numbers so: as day and month, in whatever order, or as
  /// month and year.
  func shows(_ pair: (Int, Int)) -> Bool {
    func isPair(_ left: Int, _ right: Int) -> Bool {
      pair == (left, right) || pair == (right, left)
    }
    switch self {
    case .full(let date):
      return isPair(date.month, date.day) || (date.day == 1 && isPair(date.month, date.year % 100))
    case .month(let month, let other): return isPair(month, other)
    }
  }

  /// The days that a text may show; several where the order of its numbers is open.
  static func days(_ text: String) -> [ExcelDay] {
    let words = text.split(whereSeparator: { " -./".contains($0) })
    guard words.count >= 2 else { return [] }
    if let place = words.prefix(2).firstIndex(where: { month(String($0)) != nil }),
      let month = month(String(words[place])),
      let other = CalendarDate.number(words[1 - place])
    {
      return [.month(month, other: other % 100)]
    }
    let numbers = words.prefix(3).compactMap { CalendarDate.number($0) }
    guard numbers.count == 3 else { return [] }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    let days = [
      CalendarDate(year: first, month: second, day: third),
      CalendarDate(year: third, month: second, day: first),
      CalendarDate(year: third, month: first, day: second),
    ]
    return days.compactMap { $0 }.filter { $0.year > 1899 }.map { .full($0) }
  }

  /// The two numbers of a text such as "2-5", "1/2" or "MAR1", which Excel takes for a day.
  static func pair(_ text: String) -> (Int, Int)? {
    let words = text.split(whereSeparator: { " -./".contains($0) })
    if words.count == 2, words.allSatisfy({ $0.utf8.count <= 2 }),
      let first = CalendarDate.number(words[0]), let second = CalendarDate.number(words[1])
    {
      return (first, second)
    }
    let letters = text.prefix { $0.isLetter }
    let rest = text[letters.endIndex...].drop { " -./".contains($0) }
    guard let month = month(String(letters)), rest.utf8.count <= 2,
      let other = CalendarDate.number(rest)
    else { return nil }
    return (month, other)
  }

  /// The month that a word begins, in English, French, Spanish, Russian or German.
  private static func month(_ word: String) -> Int? {
    guard (3...5).contains(word.count) else { return nil }
    return months.firstIndex { names in names.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }

  private static let months = [
    ["jan", "ene", "янв"], ["feb", "fév", "фев"], ["mar", "мар", "mär"],
    ["apr", "avr", "abr", "апр"],
    ["may", "mai", "май", "мая"], ["jun", "juin", "июн"], ["jul", "juil", "июл"],
    ["aug", "aoû", "ago", "авг"], ["sep", "сен"], ["oct", "okt", "окт"], ["nov", "ноя"],
    ["dec", "déc", "dic", "dez", "дек"],
  ]
}
