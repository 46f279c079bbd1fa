import Testing

@testable import Ingestion

/// Which records show by the types of the columns that their fields are moved, or of another table.
struct ColumnTypesTests {
  /// Identifier, day, yes or no, age, three choices, and whatever people write.
  private static let types = ColumnTypes(
    (0..<24).map { number in
      [
        "R\(100 + number)", "2026-03-\(10 + number % 15)", number % 2 == 0 ? "Yes" : "No",
        number % 8 == 0 ? "unknown" : "\(20 + number)", ["Good", "Fair", "Bad"][number % 3],
        number % 5 == 0 ? "" : "remark \(number * 7)x",
      ]
    }, columns: 6)

  @Test(arguments: [
    // A separator too many, and the last field lost.
    ["R200", "", "2026-03-11", "Yes", "44", "Good"],
    ["R200", "2026-03-11", "", "No", "31", "Bad"],
    // One lost, and a blank at the end.
    ["R200", "Yes", "44", "Good", "cheap", ""],
    // Within the record alone.
    ["R200", "Yes", "44", "", "Good", "cheap"],
  ])
  func cellsThatAreMoved(fields: [String]) {
    #expect(Self.types.shift(of: fields, in: 0..<6)?.isCertain == true)
  }

  @Test(arguments: [
    ["R200", "2026-03-11", "Yes", "No", "Good", ""],
    ["R200", "2026-03-11", "Yes", "44", "29", ""],
  ])
  func oneCellMayBeASlip(fields: [String]) throws {
    let shift = try #require(Self.types.shift(of: fields, in: 0..<6))
    #expect(!shift.isCertain)
  }

  @Test(arguments: [
    ["R200", "2026-03-11", "Yes", "44", "Good", "a, b"],
    // What somebody wrote, what stands for no answer, and what several have written.
    ["R200", "2026-03-11", "My own", "about forty", "So so", "Yes"],
    ["R200", "2026-03-11", "N/A", "n/a", "", "-"],
    ["R200", "2026-03-11", "Yes", "unknown", "Good", "44"],
    // Two fields that changed positions are moved to different sides.
    ["R200", "2026-03-11", "", "Good", "44", ""],
    ["", "", "", "", "", ""],
  ])
  func cellsInTheirColumns(fields: [String]) {
    #expect(Self.types.shift(of: fields, in: 0..<6)?.isCertain != true)
    #expect(Self.types.stranger(in: fields, atLeast: 1) == nil || fields[0].isEmpty)
  }

  /// Two Yes-or-No questions with a number each: "No" to how many is an answer twice over.
  @Test func answersThatRepeatTheQuestionBefore() {
    let types = ColumnTypes(
      (0..<24).map { number in
        let word = number % 2 == 0 ? "Yes" : "No"
        return [word, "\(number)", word, "\(number)"]
      }, columns: 4)
    #expect(types.shift(of: ["No", "No", "No", "No"], in: 0..<4)?.isCertain == false)
  }

  /// Rows of one matrix have the same choices, of which some happen to be missing in a row.
  @Test func rowsOfAMatrix() {
    let types = ColumnTypes(
      (0..<24).map { number in
        [["A", "B", "C"][number % 3], ["A", "B"][number % 2], ["B", "C"][number % 2]]
      }, columns: 3)
    #expect(types.shift(of: ["C", "C", "A"], in: 0..<3) == nil)
  }

  @Test func headingsOfAnotherTable() {
    #expect(
      Self.types.stranger(in: ["Code", "Meaning", "", "", "", ""], atLeast: 2) == 0)
    #expect(Self.types.stranger(in: ["Code", "", "Meaning", "", "", ""], atLeast: 2) == nil)
    // A single field as it should be makes it a record.
    #expect(
      Self.types.stranger(in: ["nobody", "sometime", "Yes", "", "", ""], atLeast: 1) == nil)
  }

  /// What fewer than four records have tells nothing.
  @Test func fewRecordsHaveNoTypes() {
    let types = ColumnTypes(
      [["R1", "2", "Yes"], ["R2", "3", "No"], ["R3", "4", "No"]], columns: 3)
    #expect(types.stranger(in: ["Code", "Meaning", "x"], atLeast: 1) == nil)
    #expect(types.shift(of: ["R4", "Yes", "2"], in: 0..<3) == nil)
  }
}
