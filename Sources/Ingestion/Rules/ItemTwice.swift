import Findings

extension Objection {
  /// - Parameter line: Of the first of these records.
  static func itemTwice(_ item: String, line: Int) -> Objection {
    Objection(
      .itemTwice,
      "'\(item)' has several records in one submission, the first in line \(line), which say different things"
    )
  }

  /// A record that says what another one does.
  static func itemAgain(_ item: String, line: Int) -> Objection {
    Objection(
      .itemTwice,
      "'\(item)' has several records in one submission that say the same, the first in line \(line); it counts "
        + "once",
      severity: .query,
      suggestion: "delete the record in the export, unless it is of another submission")
  }

  static func noItem(in column: String) -> Objection {
    Objection(
      .itemTwice,
      "column '\(column)' is blank, so that nobody can tell which item the record is about",
      suggestion: "write the item into the record, in the export")
  }
}
