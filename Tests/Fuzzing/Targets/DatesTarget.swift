import Basics

/// The text of a date or time of receipt, in any order and century.
struct DatesTarget {
  private static let orders: [DateOrder?] = [nil, .dmy, .mdy, .ymd]
  private static let centuries: [Int?] = [nil, 1900, 2000]

  func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let reader = DateText(
      order: input.choice(of: Self.orders), century: input.choice(of: Self.centuries))
    let text = String(decoding: input.rest, as: UTF8.self)
    guard let date = reader.date(text) else {
      check(reader.timestamp(text) == nil, "'\(text)' has a time and no day")
      return
    }
    guard let written = reader.timestamp(text), let stamp = Timestamp(written) else {
      return check(false, "'\(text)' is \(date), but \(reader.timestamp(text) ?? "no time")")
    }
    check(stamp.day == date, "'\(text)' is \(date) and \(written)")
    check(reader.timestamp(written) == written, "'\(written)' reads otherwise than it is written")
    // Day and month stand in the text, the month perhaps by its name; the year with all its digits,
    // or its last two.
    let numbers = text.split { !($0.isNumber) }.compactMap { Int($0) ?? Self.digits($0) }
    check(
      numbers.contains(date.day)
        && (numbers.contains(date.month) || Self.hasName(text))
        && (numbers.contains(date.year) || numbers.contains(date.year % 100)),
      "'\(text)' is \(date)")
  }

  /// Whether there is a word that may name a month, which "T" and "a.m." do not. Letters are compared
  /// without marks of format, such as those of direction, wherever they stand.
  private static func hasName(_ text: String) -> Bool {
    text.unicodeScalars.filter { $0.properties.generalCategory != .format }
      .split { !$0.properties.isAlphabetic }.contains { $0.count >= 3 }
  }

  /// Digits of other scripts.
  private static func digits(_ text: Substring) -> Int? {
    text.reduce(0) { number, letter in
      letter.wholeNumberValue.map { ((number ?? 0) &* 10) &+ $0 }
    }
  }
}
