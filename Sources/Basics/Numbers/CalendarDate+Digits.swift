extension CalendarDate {
  /// Year, month and day as a number of eight digits, which sorts as the dates do.
  package var digits: ExactDecimal { ExactDecimal(year * 10_000 + month * 100 + day) }

  package init?(digits: ExactDecimal) {
    guard let number = digits.whole else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
