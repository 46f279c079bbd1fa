import Findings
import Basics
import Interchange
import SurveyTools
import Tabular
import Testing
import _TestSupport

@testable import Validation

/// The list of what does not count, of two partitions and one source, `replies.csv`.
struct SupersededListTests {
  private static let source = SourceEntry(
    number: 1, file: "replies.csv", bytes: 0, sha256: "", container: "", textBytes: 0,
    encoding: "UTF-8", encodingReason: "", delimiter: ",", delimiterReason: "",
    convention: .plain, conventionReason: "", headerRows: 1, headerRowsReason: "", headerBytes: 0,
    columns: 0, widths: "", records: 0,
    blank: 0, comments: 0, quarantined: 0)

  private func item(
    _ number: Int, by other: Int, unit: String,
    _ reason: PartitionResult.Superseded.Reason = .later,
    isSameInCodes: Bool = false, sharedTexts: Int = 0, isOrderOpen: Bool = false,
    contradicts: Bool = false
  ) throws -> PartitionResult.Superseded {
    .init(
      receipt: .init(try submission(number, "a")), by: .init(try submission(other, "a")),
      unit: unit,
      reason: reason,
      likeness: .init(
        isSameInCodes: isSameInCodes, sharedTexts: sharedTexts, isOrderOpen: isOrderOpen,
        contradicts: contradicts))
  }

  private func list(
    _ partitions: [[PartitionResult.Superseded]], texts: [Int: Set<String>] = [:],
    mergesAll: Bool = false
  ) -> SupersededList {
    let results = partitions.map { items in
      var result = noResult()
      result.superseded = items
      return result
    }
    return SupersededList(
      results: results, sources: [Self.source], mergesAll: mergesAll, texts: texts)
  }

  /// `submission reason questions`, in the order of the list.
  private func written(_ list: SupersededList) throws -> [String] {
    let workdir = try Workdir()
    try list.write(to: "\(workdir.path)/superseded.csv")
    return CSVText.rows(try workdir.read("superseded.csv")).map {
      "\($0["submission"] ?? "") \($0["reason"] ?? "") \($0["questions"] ?? "")"
    }
  }

  /// Partition by partition, and in each as the choice told them.
  @Test func orderIsThatOfThePartitions() throws {
    let list = try list([
      [item(4, by: 9, unit: "ada"), item(3, by: 9, unit: "ada")], [], [item(1, by: 2, unit: "bo")],
    ])
    #expect(
      try written(list) == ["4 later one counts ", "3 later one counts ", "1 later one counts "])
  }

  @Test func whereItStandsAndWhatCountsInstead() throws {
    let workdir = try Workdir()
    try list([[item(3, by: 9, unit: "ada")]]).write(to: "\(workdir.path)/superseded.csv")
    #expect(
      CSVText.records(try workdir.read("superseded.csv")) == [
        [
          "unit", "submission", "received", "source", "line", "by_submission", "by_received",
          "reason", "questions",
        ],
        ["ada", "3", "2024-06-01", "replies.csv", "4", "9", "2024-06-01", "later one counts", ""],
      ])
  }

  /// Same codes are a duplicate; where there are free texts, only with the same of these.
  @Test func reasons() throws {
    let list = try list(
      [
        [
          item(1, by: 9, unit: "ada", isSameInCodes: true),
          item(2, by: 9, unit: "ada", isSameInCodes: true, sharedTexts: 2),
          item(3, by: 9, unit: "ada", isSameInCodes: true, sharedTexts: 2),
          item(4, by: 9, unit: "ada", .merged(["first", "third"]), isSameInCodes: true),
          item(5, by: 9, unit: "ada", .mended, isSameInCodes: true),
        ]
      ], texts: [2: ["x", "y"], 3: ["x", "z"], 9: ["y", "x"]])
    #expect(
      try written(list) == [
        "1 duplicate ", "2 duplicate ", "3 later one counts ", "4 merged first third", "5 mended ",
      ])
  }

  /// Only those whose free texts decide need be read again, and what counts instead of them.
  @Test func submissionsToReadAgain() throws {
    let list = try list([
      [item(1, by: 9, unit: "ada", sharedTexts: 1), item(2, by: 9, unit: "ada")],
      [item(3, by: 4, unit: "bo", sharedTexts: 1)],
    ])
    #expect(SupersededList.submissionsWithTexts(list.results) == [1, 9, 3, 4])
  }

  /// Of one source and moment, with other answers, and not mended.
  @Test func contradictions() throws {
    let list = try list([
      [
        item(1, by: 9, unit: "ada", isOrderOpen: true),
        item(2, by: 9, unit: "ada", isSameInCodes: true, isOrderOpen: true),
        item(3, by: 9, unit: "ada", .mended, isOrderOpen: true), item(4, by: 9, unit: "ada"),
      ]
    ])
    let rows = try contradictions(list)
    #expect(rows.map { $0["rule"] } == ["contradicting-duplicates"])
    #expect(rows.map { $0["submission"] } == ["1"])
    #expect(rows.map { $0["line"] } == ["2"])
    #expect(rows.first?["message"]?.contains("on line 10") == true)
  }

  /// Of two that are merged one may leave out what the other says: only what both answer can contradict.
  @Test func whatIsMergedContradictsInWhatBothAnswer() throws {
    let list = try list(
      [
        [
          item(1, by: 9, unit: "ada", .merged(["a"]), isOrderOpen: true),
          item(2, by: 9, unit: "ada", isOrderOpen: true),
          item(3, by: 9, unit: "ada", .merged(["a"]), isOrderOpen: true, contradicts: true),
          item(4, by: 9, unit: "ada", .merged(["a"]), contradicts: true),
          item(5, by: 9, unit: "ada", isOrderOpen: true, contradicts: true),
          // Of 6 a text is another one, of 7 it is the same, beside one that 9 has not.
          item(6, by: 9, unit: "ada", .merged(["a"]), sharedTexts: 1, isOrderOpen: true),
          item(7, by: 9, unit: "ada", .merged(["a"]), sharedTexts: 1, isOrderOpen: true),
        ]
      ], texts: [6: ["x"], 7: ["y", "z"], 9: ["y"]], mergesAll: true)
    let rows = try contradictions(list)
    #expect(rows.map { $0["submission"] } == ["3", "5", "6"])
    #expect(
      rows[0]["message"]?.hasSuffix("; that one counts, with what it leaves blank of this one")
        == true)
    #expect(rows[1]["message"]?.hasSuffix("; the one further down counts") == true)
  }

  private func contradictions(_ list: SupersededList) throws -> [[String: String]] {
    let workdir = try Workdir()
    let writer = try CSVWriter(path: "\(workdir.path)/findings.csv", header: Finding.header)
    try list.writeContradictions(to: writer)
    try writer.commit()
    return CSVText.rows(try workdir.read("findings.csv"))
  }
}
