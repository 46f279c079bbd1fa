/// What one tool alone writes into every export.
package enum ToolSignature: Sendable {
  /// These headings, anywhere in the first row.
  case headings([String])
  /// Something that takes a closer look: what is found in the first records, or nil.
  case rows(@Sendable ([[String]]) -> String?)

  /// What the first records of an export have of it.
  func evidence(in rows: [[String]]) -> String? {
    switch self {
    case .headings(let expected):
      guard let first = rows.first, expected.allSatisfy(first.contains) else { return nil }
      return "the header has \(expected.map { "'\($0)'" }.joined(separator: ", "))"
    case .rows(let look):
      return look(rows)
    }
  }
}
