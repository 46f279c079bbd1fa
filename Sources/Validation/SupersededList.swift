import Basics
import Findings
import Interchange
import Tabular

/// The submissions that do not count since another one does.
///
/// `superseded.csv`: `unit,submission,received,source,line,by_submission,by_received,reason,questions`.
/// The reason is one of
/// - `duplicate`: all answers and free texts are those of the one that counts;
/// - `later one counts`;
/// - `order unknown`: another one counts, though nobody can tell which is the later one;
/// - `merged`: the one that counts took over the answers to `questions`, which it left blank;
/// - `mended`: the other one is the same record, mended.
struct SupersededList {
  let results: [PartitionResult]
  let sources: [SourceEntry]
  /// Whether submissions are merged, so that of two that do not contradict each other nothing is lost.
  let mergesAll: Bool
  /// The free texts of the submissions that must be compared by them.
  let texts: [Int: Set<String>]

  /// The submissions of which free texts decide whether they are alike, or contradict each other.
  static func submissionsWithTexts(_ results: [PartitionResult]) -> Set<Int> {
    var numbers: Set<Int> = []
    for result in results {
      for item in result.superseded where item.likeness.sharedTexts > 0 {
        numbers.insert(item.receipt.number)
        numbers.insert(item.by.number)
      }
      for item in result.contradictions where !item.isInCodes && item.sharedTexts > 0 {
        numbers.insert(item.receipt.number)
        numbers.insert(item.giver.number)
      }
    }
    return numbers
  }

  func write(to path: String) throws(RunError) {
    let writer = try CSVWriter(
      path: path,
      header: [
        "unit", "submission", "received", "source", "line", "by_submission", "by_received",
        "reason", "questions",
      ])
    for item in results.lazy.flatMap(\.superseded) {
      let (reason, questions) = reason(of: item)
      try writer.write(
        [item.unit] + item.receipt.fields(sources)
          + [String(item.by.number), item.by.received, reason, questions])
    }
    try writer.commit()
  }

  /// Reports submissions that say different things and of which nobody can tell the later one: which one counts
  /// is a matter of where they stand, or of what was mended.
  func writeContradictions(to writer: CSVWriter) throws(RunError) {
    for item in results.lazy.flatMap(\.superseded) where isContradiction(item) {
      let outcome: ContradictionOutcome =
        if case .merged = item.reason {
          .countsWithTheRest
        } else {
          item.by.source == item.receipt.source && item.by.received == item.receipt.received
            ? .furtherDown : .counts
        }
      try write(item.receipt, against: item.by, unit: item.unit, outcome, to: writer)
    }
    for item in results.lazy.flatMap(\.contradictions)
    where item.isInCodes || haveOtherTexts(item.receipt, item.giver, shared: item.sharedTexts) {
      try write(item.receipt, against: item.giver, unit: item.unit, .isTakenOver, to: writer)
    }
  }

  private func write(
    _ receipt: PartitionResult.Receipt, against other: PartitionResult.Receipt, unit: String,
    _ outcome: ContradictionOutcome, to writer: CSVWriter
  ) throws(RunError) {
    let objection = Objection.contradictingDuplicates(
      unit: unit, received: receipt.received, other: other.received, onLine: other.position.line,
      of: other.source == receipt.source ? nil : sources[other.source - 1].file, outcome)
    let position = Position(source: sources[receipt.source - 1].file, record: receipt.position)
    try writer.write(
      Finding(objection, at: position, unit: unit, submission: receipt.number).fields)
  }

  /// Whether two submissions say different things, and only where they stand tells which one counts.
  private func isContradiction(_ item: PartitionResult.Superseded) -> Bool {
    guard item.likeness.isOrderOpen, !isDuplicate(item) else { return false }
    let contradicts =
      item.likeness.contradicts
      || haveOtherTexts(item.receipt, item.by, shared: item.likeness.sharedTexts)
    // Who mends a record means it to count.
    let isMended = item.by.source != item.receipt.source && sources[item.by.source - 1].isMended
    return switch item.reason {
    case .mended: false
    // What the one leaves out is the other's.
    case .merged: contradicts
    case .later: contradicts || !isMended && !mergesAll
    }
  }

  /// The units of which another submission replaced one with other answers, once for each.
  var unitsOfReplaced: [String] {
    results.lazy.flatMap(\.superseded).filter { item in
      guard case .later = item.reason else { return false }
      return !isDuplicate(item)
    }.map(\.unit)
  }

  private func reason(of item: PartitionResult.Superseded) -> (String, questions: String) {
    switch item.reason {
    case .mended: ("mended", "")
    case .merged(let names): ("merged", names.joined(separator: " "))
    case .later where isDuplicate(item): ("duplicate", "")
    case .later: (item.likeness.isOrderOpen ? "order unknown" : "later one counts", "")
    }
  }

  private func isDuplicate(_ item: PartitionResult.Superseded) -> Bool {
    item.likeness.isSameInCodes
      && !haveOtherTexts(item.receipt, item.by, shared: item.likeness.sharedTexts)
  }

  /// Whether a question that both answered by a text has another one in each.
  ///
  /// - Parameter shared: How many such questions there are.
  private func haveOtherTexts(
    _ one: PartitionResult.Receipt, _ other: PartitionResult.Receipt, shared: Int
  ) -> Bool {
    shared > 0
      && (texts[one.number] ?? []).intersection(texts[other.number] ?? []).count < shared
  }
}

extension PartitionResult.Receipt {
  /// `submission,received,source,line` of a list.
  func fields(_ sources: [SourceEntry]) -> [String] {
    [String(number), received, sources[source - 1].file, String(position.line)]
  }
}
