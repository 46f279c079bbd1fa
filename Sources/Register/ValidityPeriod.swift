package import Basics
package import Tabular

/// The days on which a fact holds: from the first day, up to but not with the last.
///
/// An open end means that the fact holds over the whole horizon of the registers on that side.
package struct ValidityPeriod: Sendable, Equatable {
  package let from: CalendarDate?
  package let to: CalendarDate?

  package func contains(_ day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let to, day >= to { return false }
    return true
  }

  /// Reads the two date columns of a register row.
  ///
  /// - Throws: `badDefinition` with the line where a field is no ISO date, or the period has no day.
  package init(_ row: CSVFile.Row, from: String, to: String, path: String) throws(RunError) {
    self.from = try Self.date(row, column: from, path: path)
    self.to = try Self.date(row, column: to, path: path)
    if let first = self.from, let last = self.to, first >= last {
      throw RunError(
        path: path, line: row.line, id: .register(.period),
        "column '\(from)' has \(first) and '\(to)' \(last), so that no day is between them; "
          + "expected the first day and the day after the last")
    }
  }

  init(from: CalendarDate?, to: CalendarDate?) {
    self.from = from
    self.to = to
  }

  /// Whether any day is in both.
  package func overlaps(_ other: ValidityPeriod) -> Bool {
    if let to, let first = other.from, to <= first { return false }
    if let last = other.to, let from, last <= from { return false }
    return true
  }

  /// Whether every day is in one of several periods.
  func isCovered(by periods: [ValidityPeriod]) -> Bool {
    guard let period = periods.first(where: { $0.holdsStart(of: self) }) else { return false }
    guard let end = period.to else { return true }
    if let to, to <= end { return true }
    return ValidityPeriod(from: end, to: to).isCovered(by: periods)
  }

  private func holdsStart(of other: ValidityPeriod) -> Bool {
    guard let first = other.from else { return from == nil }
    return contains(first)
  }

  static func date(
    _ row: CSVFile.Row, column: String, path: String
  ) throws(RunError) -> CalendarDate? {
    let field = row[column]
    if field.isEmpty { return nil }
    guard let date = CalendarDate(iso: field) else {
      throw RunError(
        path: path, line: row.line, id: .yaml(.notADate),
        "column '\(column)' has '\(field)'; expected a date such as 2005-07-29, or nothing")
    }
    return date
  }
}

extension ValidityPeriod: CustomStringConvertible {
  package var description: String {
    switch (from, to) {
    case (nil, nil): "at all times"
    case (let from?, nil): "from \(from) on"
    case (nil, let to?): "before \(to)"
    case (let from?, let to?): "from \(from) and before \(to)"
    }
  }
}
