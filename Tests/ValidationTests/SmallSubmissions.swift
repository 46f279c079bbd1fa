import Basics
import Definition
import Interchange
import Questionnaire
import _TestSupport

@testable import Tabular
@testable import Validation

/// Submissions to the form of the small collection, whose questions are attended (yes, no), rating
/// (1 to 3), channels (mail, friend, web), sessions, day and remarks.
struct SmallSubmissions {
  let pipeline: PipelineDefinition

  /// - Parameter keys: Lines that `pipeline.yaml` has besides.
  init(_ keys: String = "") throws {
    let collection = try SmallCollection()
    if !keys.isEmpty {
      try collection.replace("rounding:\n", with: "\(keys)\nrounding:\n", in: "pipeline.yaml")
    }
    pipeline = try PipelineDefinition(folders(collection))
  }

  func question(_ name: String) throws -> Question {
    guard let question = pipeline.form[name] else { throw Missing(name: name) }
    return question
  }

  struct Missing: Error {
    let name: String
  }
}

/// A submission whose answer cells stand in one text, apart by blanks.
///
/// - Parameters:
///   - order: Where its record stands; that of the one it mends, or its number.
///   - line: Where it stands in the source; its number and one, for the header.
func submission(
  _ number: Int, _ cells: String, received: String = "2024-06-01", order: Int? = nil,
  source: Int = 1, unit: Int = 1
) throws -> Submission {
  guard let received = Timestamp(received) else { throw SmallSubmissions.Missing(name: received) }
  return Submission(
    number: number, order: order ?? number, source: source, record: number,
    position: RecordPosition(line: number + 1, offset: 0, length: 0), received: received,
    unit: unit,
    cells: row(cells))
}

/// A row of cells, each as wide as it is.
func row(_ text: String) -> StageRow {
  let cells = text.split(separator: " ")
  var ranges: [Range<Int>] = []
  for cell in cells {
    let start = ranges.last?.upperBound ?? 0
    ranges.append(start..<(start + cell.utf8.count))
  }
  return StageRow(bytes: Array(cells.joined().utf8), ranges: ranges)
}

/// What judging begins with: a result without declared rules.
func noResult() -> PartitionResult {
  PartitionResult(name: "AAA", tallies: DeclaredTallies([]))
}

/// The cells of a submission as text.
func cells(_ submission: Submission) -> String {
  (0..<submission.cells.count).map { String(decoding: submission.cells[$0], as: UTF8.self) }
    .joined(separator: " ")
}
