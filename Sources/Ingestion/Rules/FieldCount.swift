import Findings

extension Objection {
  /// - Parameter isSurplusBlank: Whether the fields beyond the last column are blank.
  static func fieldCount(_ count: Int, columns: Int, isSurplusBlank: Bool) -> Objection {
    Objection(
      .fieldCount,
      "the record has \(count) fields, but the header has \(columns) columns; "
        + (isSurplusBlank
          ? "those beyond are blank, but most records have none: a separator too many may have moved the "
            + "others. Where they are harmless, set 'surplus-blanks: yes' of the source"
          : count > columns
            ? "a field that holds the separator must be quoted" : "a field or separator is missing")
    )
  }
}
