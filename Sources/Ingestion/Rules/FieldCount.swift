import Findings

extension Objection {
  static func fieldCount(_ count: Int, columns: Int) -> Objection {
    Objection(
      .fieldCount,
      "the record has \(count) cells, but the header has \(columns) columns; "
        + (count > columns
          ? "a cell that holds the separator must be quoted" : "a cell or separator is missing"))
  }
}
