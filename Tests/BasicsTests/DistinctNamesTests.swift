import Basics
import Testing

struct DistinctNamesTests {
  @Test func noTwoDifferInCaseAlone() {
    var names = DistinctNames(taken: ["Unit"])
    let wanted = ["unit", "q1", "Q1", "q1", "q1_2", "É", "é"]
    #expect(
      wanted.map { names.name(for: $0) } == [
        "unit_2", "q1", "Q1_2", "q1_3", "q1_2_2", "É", "é_2",
      ])
  }

  @Test func numberedOtherwise() {
    var names = DistinctNames()
    let found = (1...3).map { _ in names.name(for: "sheet") { "sheet (\($0))" } }
    #expect(found == ["sheet", "sheet (2)", "sheet (3)"])
  }
}
