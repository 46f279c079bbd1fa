/// Some rows and columns of a published list, as somebody wrote them down.
///
/// The file has the columns of the list that matter, and `why` where somebody likes to say it. A
/// blank field is not looked at. Rows of a list with the same key (see `keys`) are compared in their
/// order, and all of them; where there is to be none, the first field after the key is `absent`.
package struct PartialRows {
  /// What tells the rows of a list apart; of other lists all rows are compared.
  private static let keys = [
    "machine/cells.csv": ["table", "row", "column", "statistic"],
    "machine/lists.csv": ["table", "row", "column"],
    "machine/findings.csv": [],
  ]

  /// Whether rows of the list may be left out.
  package static func areUnderstood(in file: String) -> Bool { keys[file] != nil }

  private let keys: [String]
  private let columns: [String]
  private let rows: [[String: String]]

  package init(_ text: String, of file: String) {
    keys = Self.keys[file] ?? []
    columns = (CSVText.records(text).first ?? []).filter { $0 != "why" }
    rows = CSVText.rows(text)
  }

  /// What a list has otherwise; nil where nothing is.
  package func difference(from published: String) -> String? {
    let found = Dictionary(grouping: CSVText.rows(published), by: key)
    let first = columns.first { !keys.contains($0) }
    var (expectedLines, foundLines): ([String], [String]) = ([], [])
    var seen: Set<[String]> = []
    for row in rows where seen.insert(key(row)).inserted {
      for other in rows where key(other) == key(row) {
        expectedLines.append(
          line(other) { value, column in value.isEmpty && !keys.contains(column) ? "..." : value })
      }
      let group = found[key(row)] ?? []
      for other in group { foundLines.append(line(other) { value, _ in value }) }
      if group.isEmpty {
        foundLines.append(
          line(row) { value, column in
            keys.contains(column) ? value : column == first ? "absent" : ""
          })
      }
    }
    let expected = expectedLines.joined(separator: "\n")
    return ExpectedText(expected).difference(from: foundLines.joined(separator: "\n"))
      .map { "  \(columns.joined(separator: " | "))\n\($0)" }
  }

  private func key(_ row: [String: String]) -> [String] { keys.map { row[$0] ?? "" } }

  private func line(_ row: [String: String], _ text: (String, String) -> String) -> String {
    columns.map { column in text(row[column] ?? "(no column \(column))", column) }
      .joined(separator: " | ")
  }
}
