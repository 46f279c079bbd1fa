import Findings

extension Objection {
  /// - Parameters:
  ///   - text: What the first record has there that says something else than those before.
  ///   - line: That of this record.
  ///   - file: Where it stands.
  static func commonDiffers(
    in column: String, text: String, line: Int, of file: String
  ) -> Objection {
    Objection(
      .commonDiffers,
      "the records of its submission differ in column '\(column)', which they are said to have in common: line "
        + "\(line) of '\(file)' has '\(text)', and those before it have not")
  }
}
