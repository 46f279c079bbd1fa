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

  /// What a unit sent: the day on which it was received, and the answers.
  package struct Reply: Sendable {
    package let day: CalendarDate?
    package let answers: StageRow
  }

  /// The answers of each unit, in their order; nil for one that did not reply.
  package func answers(of units: [UnitEntry]) throws(RunError) -> [StageRow?] {
    var rows = [StageRow?](repeating: nil, count: units.count)
    try forEach(of: units) { unit, reader in
      rows[unit] = reader.row(from: SubmissionLayout.firstAnswer)
    }
    return rows
  }

  /// The same with the day of each.
  package func replies(of units: [UnitEntry]) throws(RunError) -> [Reply?] {
    var replies = [Reply?](repeating: nil, count: units.count)
    try forEach(of: units) { unit, reader throws(RunError) in
      let received = try reader.position(of: "received")
      replies[unit] = Reply(
        day: Timestamp(reader.text(received))?.day,
        answers: reader.row(from: SubmissionLayout.firstAnswer))
    }
    return replies
  }

  /// Goes through the rows of the units that replied, each with the index of its unit.
  private func forEach(
    of units: [UnitEntry], _ body: (Int, StageTableReader) throws(RunError) -> Void
  ) throws(RunError) {
    for partition in Set(units.filter { $0.fate == .replied }.map(\.partition)).sorted() {
      let reader = try StageTableReader(path: "\(validated)/\(partition).csv")
      let unit = try reader.position(of: "unit")
      while try reader.next() {
        try body(try reader.integer(unit) - 1, reader)
      }
    }
  }

  /// The answer states as they were counted.
  package func answerStates() throws(RunError) -> ReleasedAnswerStates {
    ReleasedAnswerStates(try CountedAnswerStates(folder: aggregated), .none)
  }
}
