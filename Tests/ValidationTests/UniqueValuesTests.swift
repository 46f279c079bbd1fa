import Basics
import Findings
import Interchange
import Tabular
import Testing
import _TestSupport

@testable import Validation

/// Values that no two units may share, of two partitions.
struct UniqueValuesTests {
  private let workdir: Workdir

  init() throws {
    workdir = try Workdir()
  }

  private func finding(_ unit: String) -> Finding {
    Finding(
      Objection(.sameContent, ""), at: Position(source: "replies.csv"), unit: unit)
  }

  private func written(
    _ name: String, rules: Int = 1, _ values: [(rule: Int, unit: String, values: [String])]
  ) throws -> UniqueValues.Written? {
    var unique = UniqueValues(path: "\(workdir.path)/\(name).csv", rules: rules)
    for item in values {
      try unique.append(
        item.values, finding(item.unit), message: ["\(item.unit) has the number of ", "!"],
        rule: item.rule)
    }
    return try unique.finish()
  }

  private func findings(
    _ written: [UniqueValues.Written], rules: Int = 1
  ) throws -> (counts: [Int], messages: [String]) {
    let writer = try CSVWriter(path: "\(workdir.path)/findings.csv", header: Finding.header)
    let counts = try UniqueValues.findings(written, rules: rules, to: writer)
    try writer.commit()
    let rows = CSVText.rows(try workdir.read("findings.csv"))
    return (counts, rows.map { $0["message"] ?? "" })
  }

  @Test func partitionsWithoutValuesWriteNoFile() throws {
    #expect(try written("none", []) == nil)
    #expect(!workdir.exists("none.csv"))
  }

  /// Every later unit names the first, also one of another partition; the files go.
  @Test func laterUnitsAreReported() throws {
    let parts = [
      try written("one", [(0, "ada", ["7"]), (0, "bo", ["8"]), (0, "cy", ["7"])]),
      try written("two", [(0, "di", ["7"]), (0, "ed", ["9"])]),
    ].compactMap { $0 }
    let found = try findings(parts)
    #expect(found.counts == [2])
    #expect(found.messages == ["cy has the number of ada!", "di has the number of ada!"])
    #expect(!workdir.exists("one.csv") && !workdir.exists("two.csv"))
  }

  /// Several values are compared together, however they would look when joined.
  @Test func severalValuesAreOne() throws {
    let part = try written(
      "one", [(0, "ada", ["a,b", "c"]), (0, "bo", ["a", "b,c"]), (0, "cy", ["a", "b,c"])])
    let found = try findings([try #require(part)])
    #expect(found.messages == ["cy has the number of bo!"])
  }

  @Test func rulesAreApart() throws {
    let part = try written(
      "one", rules: 2, [(0, "ada", ["7"]), (1, "bo", ["7"]), (1, "cy", ["7"])])
    let found = try findings([try #require(part)], rules: 2)
    #expect(found.counts == [0, 1])
    #expect(found.messages == ["cy has the number of bo!"])
  }
}
