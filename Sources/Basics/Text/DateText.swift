/// Reads dates as exports have them: ISO always, other orders only as the pipeline declares.
package struct DateText: Sendable {
  package let order: DateOrder?
  /// The first year that two digits can mean, such as 2000; nil where they mean none.
  private let century: Int?
  private let era: DateEra

  package init(order: DateOrder?, century: Int? = nil, era: DateEra = .common) {
    self.order = order
    self.century = century
    self.era = era
  }

  /// Why a text is no date, where it is one in the other era.
  package func eraAdvice(_ text: String) -> String? {
    guard DateText(order: order, century: century, era: era.other).date(text) != nil else {
      return nil
    }
    return
      "it is a date of the \(era.other.rawValue) era: declare 'era: \(era.other.rawValue)' of the source, "
      + "or of the question under 'answers'"
  }

  /// A day; a time after it is allowed and dropped.
  package func date(_ text: String) -> CalendarDate? {
    moment(text)?.date
  }

  /// A day with its time of day and its offset from UTC, as far as it has them, as ISO text:
  /// `2024-06-03T08:28:09`, `2024-06-03T08:28:09+02:00`.
  ///
  /// The day is the one that stands there: that of the calendar where the respondent was.
  package func timestamp(_ text: String) -> String? {
    guard let (date, time) = moment(text) else { return nil }
    return time.map { "\(date)T\($0)" } ?? date.description
  }

  private func moment(_ text: String) -> (date: CalendarDate, time: String?)? {
    let isBlank = { (character: Character) in character == " " || character == "\u{A0}" }
    let start = text.inPlainForms.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return nil }
    let trimmed = start[...last]
    if let named = named(trimmed) { return named }
    guard let end = trimmed.firstIndex(where: { $0 == "T" || isBlank($0) }) else {
      return day(String(trimmed)).map { ($0, nil) }
    }
    guard let date = day(String(trimmed[..<end])) else { return nil }
    let rest = trimmed[trimmed.index(after: end)...]
    return time(trimmed[end] == "T" ? rest : rest.drop(while: isBlank)).map { (date, $0) }
  }

  /// A day whose month is a word, with what follows: `5 May 2024 10:00`, `May 5, 2024`, `05-mai-24`.
  /// The word tells the month, so that only two numbers of two digits need an order.
  private func named(_ text: Substring) -> (date: CalendarDate, time: String?)? {
    guard text.contains(where: { $0.isLetter && $0 != "T" && $0 != "Z" }) else { return nil }
    var parts: [Substring] = []
    var rest = text
    while parts.count < 3 {
      rest = rest.drop { " \u{A0},-/".contains($0) }
      let part = rest.prefix { !" \u{A0},-/".contains($0) }
      if part.isEmpty { return nil }
      // Spanish and Portuguese have a word between the numbers: "5 de mayo de 2024".
      if part.lowercased() != "de" { parts.append(part) }
      rest = rest.dropFirst(part.count)
    }
    guard let index = parts.firstIndex(where: { MonthNames.month($0) != nil }),
      let month = MonthNames.month(parts[index])
    else { return nil }
    parts.remove(at: index)
    let numbers = parts.map { part in
      let digits = part.last == "." ? part.dropLast() : part
      return digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : ""
    }
    guard let date = date(numbers[0], month: month, numbers[1]) else { return nil }
    let after = rest.drop { " \u{A0},".contains($0) }
    if after.isEmpty { return (date, nil) }
    return time(after).map { (date, $0) }
  }

  private func date(_ first: Substring, month: Int, _ second: Substring) -> CalendarDate? {
    let isFirst = first.utf8.count == 4 || second.utf8.count != 4 && order == .ymd
    let (year, day) = isFirst ? (first, second) : (second, first)
    guard (1...2).contains(day.utf8.count), let day = CalendarDate.number(day),
      var number = CalendarDate.number(year)
    else { return nil }
    if year.utf8.count == 2, let century, order != nil {
      number += century
    } else if year.utf8.count != 4 {
      return nil
    }
    return date(year: number, month: month, day: day)
  }

  /// A day of a year as it is written.
  private func date(year: Int, month: Int, day: Int) -> CalendarDate? {
    era.year(year).flatMap { CalendarDate(year: $0, month: month, day: day) }
  }

  private func isoDay(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = CalendarDate.number(parts[0]),
      let month = CalendarDate.number(parts[1]), let day = CalendarDate.number(parts[2])
    else { return nil }
    return date(year: year, month: month, day: day)
  }

  private func day(_ text: String) -> CalendarDate? {
    if let date = isoDay(text) { return date }
    guard let order else { return nil }
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    guard parts.count == 3 else { return nil }
    var numbers = parts.compactMap { CalendarDate.number($0) }
    guard numbers.count == 3 else { return nil }
    let year = order == .ymd ? 0 : 2
    // Two digits leave the century open, and nobody here guesses it.
    if parts[year].utf8.count == 2, let century {
      numbers[year] += century
    } else if parts[year].utf8.count != 4 {
      return nil
    }
    switch order {
    case .dmy: return date(year: numbers[2], month: numbers[1], day: numbers[0])
    case .mdy: return date(year: numbers[2], month: numbers[0], day: numbers[1])
    case .ymd: return date(year: numbers[0], month: numbers[1], day: numbers[2])
    }
  }

  /// `8:28`, `08:28:09` or `08:28:09.123` with an offset right after it; or as SurveyMonkey and
  /// Google Forms write it, `8:28:09 PM` and `8:28:09 PM GMT+2`. Fractions are dropped.
  private func time(_ text: Substring) -> String? {
    var words = text.split(whereSeparator: { " \u{A0}\u{202F}".contains($0) })
    guard words.count > 1 else { return ownTime(text) }
    var time = words.removeFirst()[...]
    var offset = ""
    if let zone = words.last, let read = greenwich(zone) ?? DayTime.offset(zone) {
      offset = read
      words.removeLast()
    }
    if !words.isEmpty {
      guard let moved = onLongClock(time, words.joined()) else { return nil }
      time = moved[...]
    }
    return clock(time).map { $0 + offset }
  }

  private func ownTime(_ text: Substring) -> String? {
    guard let index = text.firstIndex(where: { "Z+-".contains($0) }) else { return clock(text) }
    guard let clock = clock(text[..<index]), let offset = offset(text[index...]) else { return nil }
    return clock + offset
  }

  /// A time of the 12-hour clock on that of 24 hours: 12 AM is midnight, 12 PM is noon.
  private func onLongClock(_ text: Substring, _ half: String) -> String? {
    guard let isAfternoon = DayTime.isAfternoon(half),
      let hour = CalendarDate.number(text.prefix { $0 != ":" }), (1...12).contains(hour)
    else { return nil }
    return "\(hour % 12 + (isAfternoon ? 12 : 0))" + text.drop { $0 != ":" }
  }

  /// `GMT`, `UTC+2` or `GMT+5:30` as an offset.
  private func greenwich(_ text: Substring) -> String? {
    let zone = text.hasPrefix("غرينتش") ? "GMT\(text.dropFirst(6))"[...] : text
    guard zone.hasPrefix("GMT") || zone.hasPrefix("UTC") else { return nil }
    guard let sign = zone.dropFirst(3).first else { return "+00:00" }
    let parts = zone.dropFirst(4).split(separator: ":", omittingEmptySubsequences: false)
    guard let hour = parts.first, (1...2).contains(hour.utf8.count), parts.count <= 2 else {
      return nil
    }
    let minutes = parts.count == 2 ? ":\(parts[1])" : ""
    return offset("\(sign)\(hour.utf8.count == 1 ? "0" : "")\(hour)\(minutes)")
  }

  private func clock(_ time: Substring) -> String? {
    // Italian has points: 19.07.17.
    let isPointed = !time.contains(":") && time.count { $0 == "." } == 2
    let text = isPointed ? time.split(separator: ".").joined(separator: ":")[...] : time
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count <= 2, parts[1].utf8.count == 2 else {
      return nil
    }
    let seconds =
      parts.count == 3 ? parts[2].split(separator: ".", omittingEmptySubsequences: false) : ["00"]
    guard let last = seconds.first, seconds.count <= 2, last.utf8.count == 2,
      seconds.dropFirst().allSatisfy({ CalendarDate.number($0) != nil }),
      let hour = CalendarDate.number(parts[0]), let minute = CalendarDate.number(parts[1]),
      let second = CalendarDate.number(last), hour < 24, minute < 60, second < 60
    else { return nil }
    return [hour, minute, second].map(Self.padded).joined(separator: ":")
  }

  /// `Z`, `+02`, `+0200` or `+02:00` as `+02:00` (ISO 8601); no zone is farther than 14 hours.
  private func offset(_ text: Substring) -> String? {
    if text == "Z" { return "+00:00" }
    var digits = text.dropFirst()
    if digits.utf8.count == 5, digits.dropFirst(2).first == ":" {
      digits.remove(at: digits.index(digits.startIndex, offsetBy: 2))
    }
    guard let sign = text.first, sign == "+" || sign == "-", [2, 4].contains(digits.utf8.count),
      let hour = CalendarDate.number(digits.prefix(2)),
      let minute = digits.utf8.count == 2 ? 0 : CalendarDate.number(digits.dropFirst(2)),
      hour * 60 + minute <= 14 * 60, minute < 60
    else { return nil }
    return "\(sign)\(Self.padded(hour)):\(Self.padded(minute))"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// The order of day, month and year in a date that is not ISO.
package enum DateOrder: String, Sendable, CaseIterable {
  case dmy
  case mdy
  case ymd
}
