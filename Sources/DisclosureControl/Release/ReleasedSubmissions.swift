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

  package func units() throws(RunError) -> ReportingUnits {
    try UnitEntry.read(from: validated)
  }

  package func forEachUnit(
    _ body: (UnitEntry) throws(RunError) -> Void
  ) throws(RunError) {
    try UnitEntry.forEach(in: validated, body)
  }

  /// The names of the files that records came in, by their number.
  package func sources() throws(RunError) -> [Int: String] {
    Dictionary(
      try SourceEntry.read(from: validated).map { ($0.number, $0.file) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Goes through the rows of what counts, as `SubmissionLayout` has them.
  ///
  /// - Parameter repeatName: The repeat whose instances are meant; nil for the submissions.
  package func forEachRow(
    ofInstances repeatName: String? = nil, _ body: (StageTableReader) throws(RunError) -> Void
  ) throws(RunError) {
    var partitions: Set<String> = []
    try forEachUnit { unit in
      if unit.fate == .replied { partitions.insert(unit.partition) }
    }
    let folder =
      repeatName.map { SubmissionLayout.folder(ofInstances: $0, in: validated) } ?? validated
    for partition in partitions.sorted() {
      let path = "\(folder)/\(partition).csv"
      // Nobody of a partition may have an instance.
      guard repeatName == nil || FileSystem.exists(path) else { continue }
      let reader = try StageTableReader(path: path)
      while try reader.next() { try body(reader) }
    }
  }

  /// What a unit sent: the day on which it was received, and the answers.
  package struct Reply: Sendable {
    package let day: CalendarDate?
    package let answers: StageRow
  }

  /// The answers of each unit, in their order; nil for one that did not reply.
  package func answers(of units: ReportingUnits) throws(RunError) -> [StageRow?] {
    var rows = [StageRow?](repeating: nil, count: units.count)
    try forEach(of: units) { unit, reader in
      rows[unit] = reader.row(from: SubmissionLayout.firstAnswer)
    }
    return rows
  }

  /// The same with the day of each.
  package func replies(of units: ReportingUnits) throws(RunError) -> [Reply?] {
    var replies = [Reply?](repeating: nil, count: units.count)
    try forEach(of: units) { unit, reader throws(RunError) in
      let received = try reader.position(of: "received")
      replies[unit] = Reply(
        day: Timestamp(reader.text(received))?.day,
        answers: reader.row(from: SubmissionLayout.firstAnswer))
    }
    return replies
  }

  /// On which days how many of the submissions that count were received.
  package func days() throws(RunError) -> [CalendarDate: Int] {
    try ReceiptDays.read(from: validated)
  }

  /// Goes through the rows of the units that replied, each with the index of its unit.
  private func forEach(
    of units: ReportingUnits, _ body: (Int, StageTableReader) throws(RunError) -> Void
  ) throws(RunError) {
    for partition in units.partitions(of: { $0 == .replied }).sorted() {
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
