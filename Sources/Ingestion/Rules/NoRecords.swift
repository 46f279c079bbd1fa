import Findings

extension Objection {
  /// - Parameter blank: How many records hold nothing but blanks.
  static func noRecords(blank: Int) -> Objection {
    Objection(
      .noRecords,
      "the file has a header and no record under it"
        + (blank == 0 ? "" : "; \(blank) lines there hold nothing but separators and blanks"))
  }
}
