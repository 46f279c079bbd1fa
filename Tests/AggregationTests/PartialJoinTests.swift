import Interchange
import Definition
import Basics
import Statistics
import Testing
import _TestSupport

@testable import Aggregation

/// Partials of a plan with one table, whose first cell lists the units of each.
struct PartialJoinTests {
  private let small: SmallPlan

  init() throws {
    small = try SmallPlan()
  }

  private func partial(_ replied: [String], late: [String] = []) -> Partial {
    var tally = Tally(small.counted.size)
    tally.restore(
      0, count: replied.count, values: Distribution(),
      units: (1...max(replied.count, 1)).map { ListedUnit(number: $0, instance: 0) })
    return Partial(replied: replied, late: late, tally: tally)
  }

  private func join(_ partials: [(name: String, partial: Partial)]) throws -> PartialJoin {
    try PartialJoin(partials, pipeline: small.pipeline, plan: small.counted)
  }

  /// In order of their keys by bytes, whichever partial they come from: capitals first.
  @Test func unitsAreNumberedAnew() throws {
    let joined = try join([("a", partial(["bo", "ed"])), ("b", partial(["Ada", "cy"]))])
    #expect(joined.population.units.map(\.key) == ["Ada", "bo", "cy", "ed"])
    #expect(joined.population.units.map(\.number) == [1, 2, 3, 4])
    #expect(joined.population.units.allSatisfy { $0.fate == .replied })
    #expect(joined.total.units[0].map(\.number) == [1, 2, 3, 4])
  }

  @Test func countsAddUpInEveryOrder() throws {
    let parts = [
      ("a", partial(["bo", "ed"])), ("b", partial(["ada"])), ("c", partial(["cy", "di", "flo"])),
    ]
    let (one, other) = (try join(parts), try join(parts.reversed()))
    #expect(one.total.counts[0] == 6)
    #expect(one.total.counts == other.total.counts)
    #expect(one.total.units == other.total.units)
    #expect(one.population.units.map(\.key) == other.population.units.map(\.key))
  }

  /// Late in one partial and in time in another is in time.
  @Test func lateUnitsAreThoseThatNowhereReplied() throws {
    let joined = try join([
      ("a", partial(["ada"], late: ["bo"])), ("b", partial(["bo"], late: ["cy"])),
    ])
    let fates = joined.population.units.map { "\($0.key) \($0.fate?.rawValue ?? "")" }
    #expect(fates == ["ada replied", "bo replied", "cy late"])
  }

  @Test func aUnitInTwoPartialsIsRefused() throws {
    let error = #expect(throws: RunError.self) {
      _ = try join([("a", partial(["ada", "bo"])), ("b", partial(["bo"]))])
    }
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.map(\.id.name) == ["unit-twice"])
    #expect(error?.problems.map(\.path) == ["b"])
    #expect(error?.description.contains("'bo' is counted here and in a too") == true)
  }
}
