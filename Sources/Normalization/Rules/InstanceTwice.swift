import Findings

extension Objection {
  /// - Parameter file: Where it stands, if that is another file.
  static func instanceTwice(_ key: String, onLine line: Int, of file: String?) -> Objection {
    Objection(
      .instanceTwice,
      "its key '\(key)' stands on line \(line)\(file.map { " of '\($0)'" } ?? "") already: it would be "
        + "counted twice")
  }

  /// - Parameters:
  ///   - line: Of the first of the records about an item.
  ///   - file: Where that stands, if it is another file.
  static func itemRivals(line: Int, of file: String?) -> Objection {
    Objection(
      .instanceTwice,
      "its item has several records in one submission, which say different things, the first in line "
        + "\(line)\(file.map { " of '\($0)'" } ?? "")",
      suggestion: "delete the record that is wrong in the export, and run again")
  }

  /// A record that says what another one of its item does.
  static var instanceAgain: Objection {
    Objection(
      .instanceTwice,
      "its item has another record in the same submission, which says the same: it counts once",
      severity: .query,
      suggestion: "delete the record in the export, unless it is about another item")
  }
}
