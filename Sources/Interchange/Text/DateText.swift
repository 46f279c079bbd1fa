package import Tabular

/// Reads dates as exports have them: ISO always, other orders only as the pipeline declares.
package struct DateText: Sendable {
  package let order: SourceDefinition.DateOrder?

  package init(order: SourceDefinition.DateOrder?) {
    self.order = order
  }

  /// A day; a time after it is allowed and dropped.
  package func date(_ text: String) -> CalendarDate? {
    moment(text)?.date
  }

  /// A day with its time of day, if it has one, as ISO text: `2024-06-03T08:28:09`.
  package func timestamp(_ text: String) -> String? {
    guard let (date, time) = moment(text) else { return nil }
    return time.map { "\(date)T\($0)" } ?? date.description
  }

  private func moment(_ text: String) -> (date: CalendarDate, time: String?)? {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "T" || $0 == "\u{A0}" })
    guard let first = words.first, words.count <= 2, let date = day(String(first)) else {
      return nil
    }
    guard words.count == 2 else { return (date, nil) }
    return time(words[1]).map { (date, $0) }
  }

  private func day(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    guard let order else { return nil }
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { CalendarDate.number($0) }
    guard numbers.count == 3 else { return nil }
    let year = order == .ymd ? 0 : 2
    // Two digits leave the century open, and nobody here guesses it.
    guard parts[year].utf8.count == 4 else { return nil }
    switch order {
    case .dmy: return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    case .mdy: return CalendarDate(year: numbers[2], month: numbers[0], day: numbers[1])
    case .ymd: return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
  }

  /// `8:28`, `08:28:09` or `08:28:09.123`, on the 24-hour clock; fractions are dropped.
  private func time(_ text: Substring) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count <= 2, parts[1].utf8.count == 2 else {
      return nil
    }
    let seconds = parts.count == 3 ? parts[2].split(separator: ".")[...] : ["00"]
    guard let last = seconds.first, seconds.count <= 2, last.utf8.count == 2,
      seconds.dropFirst().allSatisfy({ CalendarDate.number($0) != nil }),
      let hour = CalendarDate.number(parts[0]), let minute = CalendarDate.number(parts[1]),
      let second = CalendarDate.number(last), hour < 24, minute < 60, second < 60
    else { return nil }
    return [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
