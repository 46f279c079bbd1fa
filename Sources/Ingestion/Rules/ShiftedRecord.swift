import Findings

extension Objection {
  static func shiftedRecord(_ shift: ColumnTypes.Shift) -> Objection {
    let (column, home) = (shift.column + 1, shift.home + 1)
    let field =
      "field \(column) has '\(shift.field.prefix(40))', which is nothing that column \(column) "
      + "has and fits column \(home)"
    guard shift.isCertain else {
      return Objection(
        .shiftedRecord,
        "\(field): the record may be shifted, or the respondent meant that question",
        severity: .query,
        suggestion:
          "look at the line in the source; where it is shifted, ask for a new export or mend a "
          + "copy of it")
    }
    return Objection(
      .shiftedRecord,
      "fields stand one column too far to the \(home < column ? "right" : "left"): \(field), and so on "
        + "beside it; a separator is missing at one point, and one too many at another")
  }
}
