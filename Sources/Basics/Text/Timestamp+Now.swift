import Glibc

extension Timestamp {
  /// The moment that is so many seconds after the beginning of 1970 in Greenwich; nil beyond the years
  /// 1 to 9999.
  package init?(secondsSince1970 seconds: Int) {
    let (days, time) = (Int(seconds.dividedFloor(86_400)), seconds.remainderFloor(86_400))
    // 719,162 days lie between 1 January of the years 1 and 1970.
    guard let day = CalendarDate(daysAfterYearOne: 719_162 + days) else { return nil }
    let clock = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    self.init("\(day)T\(clock.joined(separator: ":"))+00:00")
  }

  /// Seconds since the beginning of 1970, by the clock of this machine.
  package static var now: Int { time(nil) }
}

extension Int {
  fileprivate func dividedFloor(_ other: Int) -> Int {
    (self - remainderFloor(other)) / other
  }

  fileprivate func remainderFloor(_ other: Int) -> Int {
    (self % other + other) % other
  }
}
