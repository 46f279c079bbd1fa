import Basics

/// How the records of a long file are put together, as a person says: the key `items` of a source.
package struct DraftItems: Sendable {
  /// The column that says which item a record is about.
  let column: String
  /// The columns that say which submission it is of, the unit first.
  let by: [String]
  /// The repeat whose instances the records are to be; nil where each item becomes questions of its own.
  let roster: String?

  package init(column: String, by: [String], roster: String?) {
    self.column = column
    self.by = by
    self.roster = roster
  }

  /// The line of the source.
  var line: String {
    let columns = by.map(YAMLText.quoted).joined(separator: ", ")
    let instances = roster.map { ", repeat: \(YAMLText.quoted($0))" } ?? ""
    return "items: {column: \(YAMLText.quoted(column)), by: [\(columns)]\(instances)}"
  }

  /// The line with which the records are read for the draft; none where they stay as they are.
  package var lineOfExport: String? { roster == nil ? line : nil }

  /// What the definition says of submissions of a unit on several days; a roster is drafted as of one.
  var resubmissions: String {
    roster == nil ? "resubmissions: merge  # items of a unit may come on several days\n" : ""
  }

  /// The same, where a column is of each item and not what they have in common.
  func without(_ day: ExportColumn) -> DraftItems {
    DraftItems(
      column: column, by: by.filter { !day.isCalled(TextKey($0)) }, roster: roster)
  }

  /// Whether a question is asked of a submission, and not of each of its items.
  func isInCommon(_ question: DraftQuestion) -> Bool {
    !question.columns.isEmpty
      && question.columns.allSatisfy { column, _ in
        by.contains { column.isCalled(TextKey($0)) }
      }
  }

  /// The most items that tables are drafted of.
  private static let most = 1_000

  /// The items of a roster, in their order: choices, though they are more than people choose among.
  func choices(in found: ExportColumn) -> [String]? {
    guard roster != nil, found.isCalled(TextKey(column)), found.elsewhere == 0,
      found.texts.count <= Self.most
    else { return nil }
    return found.texts.map(\.text)
  }

  /// - Throws: `dataRejected` where the export lacks a column of a roster; those of other items were read already.
  func require(in export: Export) throws(RunError) {
    guard roster != nil else { return }
    for name in [column] + by where export.column(called: [name]) == nil {
      let headings = export.columns.map(\.heading)
      throw RunError(
        path: "", line: nil, id: .csv(.missingColumn),
        "there is no column '\(name)' (items); expected one of the headings, \(Suggestion.allowed(headings))."
          + Suggestion.question(for: name, among: headings))
    }
  }
}
