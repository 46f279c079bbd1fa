import Basics

/// A number that a workbook shows as a date or time, as ISO text (ECMA-376 part 1, 18.17.4).
///
/// In the system of 1900 day 1 is 1 January 1900, and day 60 the 29 February that 1900 did not
/// have; in that of 1904 day 0 is 1 January 1904.
enum SerialDate {
  private static let millisecondsADay = 86_400_000
  /// Days from 1 January of the year 1 to 31 December 1899 and to 1 January 1904.
  private static let (start1900, start1904) = (693_594, 695_055)

  /// - Returns: nil where the number is no date that Excel shows: the cell is a number then.
  static func text(_ value: Double, _ kind: CellFormats.Kind, is1904: Bool) -> String? {
    guard kind != .number, value >= 0, value < 2_958_466 else { return nil }
    // To a millisecond, as Excel shows it: a double is no nearer.
    let all = Int((value * Double(millisecondsADay)).rounded())
    let (day, time) = all.quotientAndRemainder(dividingBy: millisecondsADay)
    if kind == .elapsed { return clock(all) }
    if day == 0 && (!is1904 || kind == .time) {
      return kind == .time || time > 0 ? clock(time) : nil
    }
    guard let date = date(day, is1904: is1904) else { return nil }
    return time > 0 || kind != .date ? "\(date) \(clock(time))" : date
  }

  private static func date(_ day: Int, is1904: Bool) -> String? {
    if is1904 { return CalendarDate(daysAfterYearOne: start1904 + day)?.description }
    // As Excel shows it, though it is no date: who reads the answer must judge.
    if day == 60 { return "1900-02-29" }
    let days = start1900 + (day > 60 ? day - 1 : day)
    return CalendarDate(daysAfterYearOne: days)?.description
  }

  private static func clock(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let text = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
      .joined(separator: ":")
    return milliseconds % 1000 == 0 ? text : "\(text).\(padded(milliseconds % 1000, 3))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
