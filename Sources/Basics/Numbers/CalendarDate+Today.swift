import Glibc

extension CalendarDate {
  /// The day that it is in Greenwich.
  package static var today: CalendarDate {
    let daysSince1970 = time(nil) / 86_400
    // 719,162 days lie between 1 January of the years 1 and 1970.
    guard let today = CalendarDate(daysAfterYearOne: 719_162 + daysSince1970) else {
      fatalError("the clock of this machine is beyond the year 9999")
    }
    return today
  }
}
