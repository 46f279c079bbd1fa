import Basics
import Definition
import Findings
import Interchange

/// Judges whether a record of a source can be used, when it was received, and what it calls its unit.
struct FateJudge: Sendable {
  private let source: PreparedSource
  private let moments: DateText
  private let tests: Set<TextKey>
  /// What says that a submission was not completed, where such are left out.
  private let incomplete: Set<TextKey>
  /// When all records were received, where no column says it.
  private let receivedByAll: String
  /// By the number of a text of the column, the moment that it means.
  private let received: [String?]

  init(_ source: PreparedSource) {
    self.source = source
    let moments = source.definition.conventions.dates
    self.moments = moments
    tests = Set((source.definition.testRecords?.values ?? []).map { TextKey($0) })
    let left = source.definition.incomplete.flatMap { $0.areKept ? nil : $0.values }
    incomplete = Set((left ?? []).map { TextKey($0) })
    receivedByAll =
      if case .date(let date) = source.definition.received { date.description } else { "" }
    received =
      source.mapping.received.map { column in
        source.texts[column].map { moments.timestamp($0.text) }
      } ?? []
  }

  func fate(of cursor: RecordCursor) throws(RunError) -> JudgedRecords.Fate {
    if let column = source.mapping.test, tests.contains(TextKey(try source.text(cursor, column))) {
      return .test
    }
    if !incomplete.isEmpty, let column = source.mapping.incomplete,
      incomplete.contains(TextKey(try source.text(cursor, column)))
    {
      return .incomplete
    }
    // The date first: a respondent becomes a unit only with a record that can be used.
    var received = receivedByAll
    if let column = source.mapping.received {
      guard let own = try moment(cursor, column) else {
        return .setAside(
          .undecidedDate(
            try source.text(cursor, column), in: source.columns[column].heading, moments))
      }
      received = own
    }
    guard let column = source.mapping.unit else {
      return .usable(
        received: received, unit: .none(name: "\(source.entry.file)#\(cursor.record)"))
    }
    if case .seen(let number) = cursor.field(column) {
      return .usable(received: received, unit: .seen(number, source.texts[column][number].text))
    }
    return .usable(received: received, unit: .text(try source.text(cursor, column)))
  }

  private func moment(_ cursor: RecordCursor, _ column: Int) throws(RunError) -> String? {
    if case .seen(let number) = cursor.field(column) { return received[number] }
    return moments.timestamp(try source.text(cursor, column))
  }
}
