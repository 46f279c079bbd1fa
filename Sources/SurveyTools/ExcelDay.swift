package import Basics

/// A day as Excel shows one that it made of two numbers.
package enum ExcelDay {
  case full(CalendarDate)
  /// `5-Feb`, `May-02`: a month, and a day or the last two digits of a year.
  case month(Int, other: Int)

  /// - Parameter serial: The days since the last one of 1899; there is a 29 February 1900 in them.
  package init?(serial: Int) {
    guard serial > 60, serial < 2_958_466,
      let date = CalendarDate(daysAfterYearOne: Self.base + serial)
    else { return nil }
    self = .full(date)
  }

  /// 30 December 1899, in days after 1 January of the year 1.
  private static let base = 693_593

  /// Whether Excel shows a text with two numbers so: as day and month, in whatever order, or as
  /// month and year.
  package func shows(_ pair: (Int, Int)) -> Bool {
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
  package static func days(_ text: String) -> [ExcelDay] {
    let words = text.split(whereSeparator: { " -./".contains($0) })
    guard words.count >= 2 else { return [] }
    if let index = words.prefix(2).firstIndex(where: { month(String($0)) != nil }),
      let month = month(String(words[index])),
      let other = CalendarDate.number(words[1 - index])
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
  package static func pair(_ text: String) -> (Int, Int)? {
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

  /// Whether a text among labels is what Excel makes of one such as "5-2" or "2013/2": `5-Feb`,
  /// `Feb-05`, the day in full, or its number.
  ///
  /// A label may be a month for other reasons: nobody can tell, and a person is asked.
  package static func isMark(_ text: String) -> Bool {
    if CalendarDate(iso: text) != nil { return true }
    if let serial = CalendarDate.number(text) {
      return text.utf8.count == 5 && serialsOfThisAge.contains(serial)
    }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    guard words.count == 2, let name = words.first(where: { month($0.lowercased()) != nil }),
      let number = words.first(where: { $0 != name })
    else { return false }
    return (1...2).contains(number.utf8.count) && CalendarDate.number(number) != nil
  }

  /// The days from 1950 to 2049.
  private static let serialsOfThisAge = 18_264...54_788

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
