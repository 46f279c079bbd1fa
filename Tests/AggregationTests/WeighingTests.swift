import Tabulation
import Interchange
import Basics
import Definition
import Statistics
import Tabular
import Testing
import _TestSupport

@testable import Aggregation
@testable import Tabular

/// Weights by `sessions`, strata by `attended`.
struct WeighingTests {
  private func weighing(_ weights: String) throws -> (Weighing, SmallPlan) {
    let small = try SmallPlan("weights: \(weights)\ntables:\n- rows: attended\n")
    return (try #require(small.counted.weighing), small)
  }

  private func strata(_ weights: String) throws -> (WeightedStrata, SmallPlan) {
    let (weighing, small) = try weighing(weights)
    return (WeightedStrata(weights: try #require(weighing.weights)), small)
  }

  /// - Parameter cells: attended and sessions.
  private func weigh(
    _ weights: String, attended: String = "a", sessions: String = "1"
  ) throws -> (weight: Int128, stratum: Int) {
    let (weighing, small) = try weighing(weights)
    let population = small.population([("ada", .replied)])
    var unit = population.answers(
      of: population.units[0], number: 1, fields: row("\(attended) . . \(sessions) . ."))
    try weighing.weigh(&unit, key: "ada", path: "replies.csv", line: 5)
    return (unit.weight, unit.part)
  }

  private func row(_ text: String) -> StageRow {
    var ranges: [Range<Int>] = []
    for cell in text.split(separator: " ") {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<(start + cell.utf8.count))
    }
    return StageRow(bytes: Array(text.utf8.filter { $0 != 0x20 }), ranges: ranges)
  }

  /// In parts of one; 0 is a weight.
  @Test(arguments: [("1", 1), ("0", 0), ("1000000000", 1_000_000_000)])
  func ownWeights(sessions: String, weight: Int) throws {
    #expect(
      try weigh("{question: sessions}", sessions: sessions).weight == Int128(weight)
        * ExactDecimal.one)
  }

  @Test(arguments: [
    (".", "no-weight"), ("?", "weight"), ("-1", "weight"), ("1000000001", "weight"),
  ])
  func weightsThatCannotBe(sessions: String, rule: String) {
    let error = #expect(throws: RunError.self) {
      _ = try weigh("{question: sessions}", sessions: sessions)
    }
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.map(\.id.name) == [rule])
    #expect(error?.problems.map(\.path) == ["replies.csv"])
    #expect(error?.problems.map(\.line) == [5])
  }

  private static let byAttendance = "{post-stratify: attended, totals: {yes: 30, no: 10}}"

  @Test func strataAreNumberedAsTheCodesAre() throws {
    #expect(try weigh(Self.byAttendance, attended: "a").stratum == 0)
    #expect(try weigh(Self.byAttendance, attended: "b").stratum == 1)
    #expect(try weigh(Self.byAttendance, attended: "b").weight == ExactDecimal.one)
    let error = #expect(throws: RunError.self) {
      _ = try weigh(Self.byAttendance, attended: ".")
    }
    #expect(error?.problems.map(\.id.name) == ["no-stratum"])
  }

  /// Without post-stratification all replied units are one stratum of unknown size.
  @Test func oneStratumOfOwnWeights() throws {
    let (strata, small) = try strata("{question: sessions}")
    let found = try strata.strata(
      [Mass(units: 4)], small.population([]), path: "tables.yaml")
    #expect(found.map(\.name) == [""])
    #expect(found.map(\.population) == [nil])
    #expect(found.map(\.mass) == [Mass(units: 4)])
  }

  @Test func strataHaveTheTotalsOfThePlan() throws {
    let (strata, small) = try strata(Self.byAttendance)
    let found = try strata.strata(
      [Mass(units: 4), Mass(units: 1)], small.population([]), path: "tables.yaml")
    #expect(found.map(\.name) == ["yes", "no"])
    #expect(found.map(\.population) == [30, 10])
  }

  /// Nobody of a stratum, somebody of it who weighs nothing, somebody of one without units.
  @Test(arguments: [
    ("{yes: 30, no: 10}", Mass(), "empty-stratum", "nobody replied of the 10 units"),
    (
      "{yes: 30, no: 10}", Mass(weight: 0), "empty-stratum",
      "whoever replied of the 10 units of the stratum 'no' weighs 0"
    ),
    (
      "{yes: 30, no: 0}", Mass(units: 2), "stratum-without-total",
      "2 units of the stratum 'no' replied"
    ),
  ])
  func strataThatNobodyStandsFor(
    totals: String, mass: Mass, rule: String, message: String
  ) throws {
    let (strata, small) = try strata("{post-stratify: attended, totals: \(totals)}")
    let error = #expect(throws: RunError.self) {
      _ = try strata.strata(
        [Mass(units: 4), mass], small.population([]), path: "tables.yaml")
    }
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.map(\.id.name) == [rule])
    #expect(error?.description.contains(message) == true)
  }

  /// A stratum that has no units needs nobody.
  @Test func emptyStratumOfNobody() throws {
    let (strata, small) = try strata("{post-stratify: attended, totals: {yes: 30, no: 0}}")
    let found = try strata.strata(
      [Mass(units: 4), Mass()], small.population([]), path: "tables.yaml")
    #expect(found.map(\.population) == [30, 0])
  }
}
