import Basics

/// The first and the last version of the form that had a question or a choice, as its row says.
struct VersionDays {
  /// Nil from the first version on.
  let since: CalendarDate?
  /// Nil up to the last version.
  let until: CalendarDate?
  let problems: [RunError.Problem]

  /// - Parameters:
  ///   - since: The field of the column of that name.
  ///   - until: Likewise.
  init(since: String, until: String, path: String, line: Int) {
    var problems: [RunError.Problem] = []
    func day(_ field: String, _ column: String) -> CalendarDate? {
      if field.isEmpty { return nil }
      if let day = CalendarDate(iso: field) { return day }
      problems.append(
        RunError.Problem(
          path: path, line: line, id: .yaml(.notADate),
          message: "column '\(column)' has '\(field)'; expected a date such as 2005-07-29"))
      return nil
    }
    self.since = day(since, SurveyColumn.since.rawValue)
    self.until = day(until, SurveyColumn.until.rawValue)
    if let first = self.since, let last = self.until, last < first {
      problems.append(
        RunError.Problem(
          path: path, line: line, id: .form(.noVersion),
          message:
            "column 'since' has \(first) and 'until' \(last), so that no version of the form had it; "
            + "expected the first and the last version. Correct one of the two"))
    }
    self.problems = problems
  }
}
