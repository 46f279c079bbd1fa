import Glibc

extension CalendarDate {
  /// The day that it is in Greenwich.
  ///
  /// - Throws: `inputMissing` where the clock says a year that is none from 1 to 9999.
  package static func today() throws(RunError) -> CalendarDate {
    let daysSince1970 = time(nil) / 86_400
    // 719,162 days lie between 1 January of the years 1 and 1970.
    guard let today = CalendarDate(daysAfterYearOne: 719_162 + daysSince1970) else {
      throw RunError(
        path: "the clock of this machine", id: .file(.noDate),
        "found \(daysSince1970) days after 1970-01-01; expected a day of the years 1 to 9999. "
          + "Set the clock and run again")
    }
    return today
  }
}
