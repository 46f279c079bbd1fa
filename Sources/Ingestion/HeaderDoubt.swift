/// Why it cannot be told where the records of a source begin.
struct HeaderDoubt: Error, Equatable {
  enum Cause: Equatable {
    /// The first row is like the records.
    case firstRowFits
    /// A row below the first is unlike the records.
    case rowBelowDiffers
    /// One field alone stands above a row of headings.
    case titleAbove
    /// Fields stand under blank headings.
    case blankHeadings
  }

  /// The numbers of header rows that are possible, from the smallest.
  let counts: [Int]
  /// The row that is one or the other, from 0.
  let row: Int
  let cause: Cause

  var message: String {
    switch cause {
    case .firstRowFits:
      "each field of this row is like those below it, or some are: it may be the first record of a file "
        + "without header"
    case .rowBelowDiffers:
      "this row stands below the headings and is not like the records: it may be a further header row"
    case .titleAbove: "one field stands above this row: a title may stand above the header"
    case .blankHeadings:
      "fields of this row stand under blank headings: it may be a further header row, or the header "
        + "itself under titles"
    }
  }
}
