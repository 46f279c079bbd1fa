import Findings

extension Objection {
  /// - Parameter line: Where the other table begins in the source.
  static func secondTable(line: Int) -> Objection {
    Objection(
      .secondTable,
      "another table seems to begin in line \(line), below a blank one: no field there is like those of "
        + "the records above, and at least one is of another kind; the record stands there or below"
    )
  }

  /// - Parameter field: One of another kind than its column, from 0.
  static func secondTable(_ field: Int, text: String) -> Objection {
    Objection(
      .secondTable,
      "no field is like those of the other records, and several are of another kind, such as "
        + "'\(text.prefix(40))' in field \(field + 1): headings or another table may stand here")
  }
}
