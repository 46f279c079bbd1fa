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

/// A submission whose answer fields stand in one text, apart by blanks.
///
/// - Parameters:
///   - order: Where its record stands; that of the one it mends, or its number.
///   - line: Where it stands in the source; its number and one, for the header.
func submission(
  _ number: Int, _ fields: String, received: String = "2024-06-01", order: Int? = nil,
  source: Int = 1, unit: Int = 1
) throws -> Submission {
  guard let received = Timestamp(received) else { throw SmallSubmissions.Missing(name: received) }
  return Submission(
    number: number, order: order ?? number, source: source, record: number,
    position: RecordPosition(line: number + 1, offset: 0, length: 0), received: received,
    unit: unit,
    fields: row(fields))
}

/// A row of fields, each as wide as it is.
func row(_ text: String) -> StageRow {
  let fields = text.split(separator: " ")
  var ranges: [Range<Int>] = []
  for field in fields {
    let start = ranges.last?.upperBound ?? 0
    ranges.append(start..<(start + field.utf8.count))
  }
  return StageRow(bytes: Array(fields.joined().utf8), ranges: ranges)
}

/// What judging begins with: a result without declared rules.
func noResult() -> PartitionResult {
  PartitionResult(name: "AAA", tallies: DeclaredTallies([]))
}

/// The fields of a submission as text.
func fields(_ submission: Submission) -> String {
  (0..<submission.fields.count).map { String(decoding: submission.fields[$0], as: UTF8.self) }
    .joined(separator: " ")
}
