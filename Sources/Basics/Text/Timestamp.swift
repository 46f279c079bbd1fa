/// A day and, as far as they are known, the time of day and the offset from UTC, in the form in which
/// stages write when something was received: `2005-07-29`, `2005-07-29T14:03:00` or
/// `2005-07-29T14:03:00+02:00` (ISO 8601).
package struct Timestamp: Sendable, Equatable {
  package let text: String
  package let day: CalendarDate
  /// The moment in seconds, by which two can be told apart: a day without a time counts as its first
  /// moment, a time without an offset as one of UTC.
  package let seconds: Int
  /// How exactly it is known.
  private let precision: Precision

  private enum Precision {
    case day
    /// A time of whatever zone the one has who wrote it.
    case time
    case timeWithOffset
  }

  /// The farthest that a clock on Earth is from UTC, in seconds.
  private static let farthestOffset = 14 * 3600

  /// Whether nobody can tell which of two was earlier: both are of one second, or one is known by its day alone
  /// and the other is of that day, or only one has an offset and a clock elsewhere could make up the difference.
  package func isOrderOpen(to other: Timestamp) -> Bool {
    switch (precision, other.precision) {
    case (.day, _), (_, .day):
      // By the days that are written, or by the moments that they are taken for.
      day == other.day || (day < other.day) != (seconds < other.seconds)
    case (.time, .time), (.timeWithOffset, .timeWithOffset): seconds == other.seconds
    case (.time, .timeWithOffset), (.timeWithOffset, .time):
      abs(seconds - other.seconds) <= Self.farthestOffset
    }
  }

  /// Whether both are one moment, or one day, as exactly as they are known.
  package func isSameMoment(as other: Timestamp) -> Bool {
    seconds == other.seconds && precision == other.precision
  }

  /// Reads the three forms and nothing else.
  package init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// The same of bytes, for fields of which there are millions.
  package init?(_ bytes: ArraySlice<UInt8>) {
    var rest = FixedFields(rest: bytes)
    guard let day = rest.day() else { return nil }
    var seconds = day.dayNumber * 86_400
    var precision = Precision.day
    if rest.take("T") {
      precision = .time
      guard let hour = rest.number(digits: 2, below: 24), rest.take(":"),
        let minute = rest.number(digits: 2, below: 60), rest.take(":"),
        let second = rest.number(digits: 2, below: 60)
      else { return nil }
      seconds += hour * 3600 + minute * 60 + second
      let isEast = rest.take("+")
      if isEast || rest.take("-") {
        precision = .timeWithOffset
        guard let hours = rest.number(digits: 2, below: 24), rest.take(":"),
          let minutes = rest.number(digits: 2, below: 60)
        else { return nil }
        seconds -= (hours * 3600 + minutes * 60) * (isEast ? 1 : -1)
      }
    }
    guard rest.isAtEnd else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
    self.day = day
    self.seconds = seconds
    self.precision = precision
  }
}

/// Takes numbers of a fixed number of digits, and what stands between them, from the front of a text.
private struct FixedFields {
  var rest: ArraySlice<UInt8>

  var isAtEnd: Bool { rest.isEmpty }

  /// `2005-07-29`, a day that exists.
  mutating func day() -> CalendarDate? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  mutating func number(digits: Int, below end: Int = .max) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let digit = rest.popFirst(), (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= digit else {
        return nil
      }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number < end ? number : nil
  }

  /// Whether a character came next, which is taken then.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }
}
