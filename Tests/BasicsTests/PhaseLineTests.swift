import Testing

@testable import Basics

@Suite struct PhaseLineTests {
  /// A third of 3,000 records in 4 seconds: 250 a second, and 2,000 more take 8.
  @Test func progress() {
    #expect(
      PhaseLine.progress(
        of: "a: normalize: records of a.csv", done: 1000, total: 3000, unit: "records", seconds: 4)
        == "a: normalize: records of a.csv, 33 % of 3,000 records, 250 a second, 8 s left")
  }

  @Test(arguments: [
    (done: 1, seconds: 119.0, left: "119 s left"), (1, 120, "2 min left"), (1, 121, "3 min left"),
    (2, 10, "100 % of 2.0 MB, 0.2 MB a second"),
    // More than was announced: never more than all of it, and no time below none.
    (3, 10, "100 % of 2.0 MB, 0.3 MB a second"),
  ])
  func timeLeft(done: Int, seconds: Double, left: String) {
    let line = PhaseLine.progress(
      of: "", done: done * 1_000_000, total: 2_000_000, unit: "bytes", seconds: seconds)
    #expect(line.hasSuffix(left))
  }

  /// Of what nobody can tell, nothing is told.
  @Test(arguments: [(0, 100, 1.0), (5, 0, 1.0), (5, 100, 0.0)])
  func unknown(done: Int, total: Int, seconds: Double) {
    #expect(
      PhaseLine.progress(of: "a: lists", done: done, total: total, unit: "", seconds: seconds)
        == "a: lists")
  }

  /// A line that wraps would stay on the terminal: the name gives way, the figures do not.
  @Test func aLongNameGivesWay() {
    let line = PhaseLine.progress(
      of: String(repeating: "n", count: 200), done: 1_234_567, total: 1_234_567_890, unit: "bytes",
      seconds: 1)
    #expect(line.count == 79)
    #expect(line.hasSuffix(", 0 % of 1,234.6 MB, 1.2 MB a second, 17 min left"))
  }

  @Test func timing() {
    #expect(
      PhaseLine.timing(of: "a: export: lists", wall: 61.0049, cpu: 0.9996)
        == "a: export: lists: 61.005 s, 1.000 s of processor")
  }
}
