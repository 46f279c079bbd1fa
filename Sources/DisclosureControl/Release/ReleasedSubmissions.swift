package import Basics
package import Definition
package import Interchange
package import Tabular

/// The submissions that count, with the units that sent them: released where replies are public, and
/// to nobody where they were given in confidence.
package struct ReleasedSubmissions: Sendable {
  private let validated: String
  private let aggregated: String

  /// - Returns: Nil where the collection has `disclosure`.
  package init?(_ definition: CollectionDefinition) {
    guard definition.pipeline.disclosure == nil else { return nil }
    validated = definition.folders.folder(of: .validate)
    aggregated = definition.folders.folder(of: .aggregate)
  }

  package func units() throws(RunError) -> [UnitEntry] {
    try UnitEntry.read(from: validated)
  }

  /// The answers of each unit, in their order; nil for one that did not reply.
  package func answers(of units: [UnitEntry]) throws(RunError) -> [StageRow?] {
    var rows = [StageRow?](repeating: nil, count: units.count)
    for partition in Set(units.filter { $0.fate == .replied }.map(\.partition)).sorted() {
      let reader = try StageTableReader(path: "\(validated)/\(partition).csv")
      let unit = try reader.position(of: "unit")
      while try reader.next() {
        rows[try reader.integer(unit) - 1] = reader.row(from: SubmissionLayout.firstAnswer)
      }
    }
    return rows
  }

  /// The answer states as they were counted.
  package func answerStates() throws(RunError) -> ReleasedAnswerStates {
    ReleasedAnswerStates(try CountedAnswerStates(folder: aggregated), .none)
  }
}
