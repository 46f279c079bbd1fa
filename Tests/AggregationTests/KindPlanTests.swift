import Basics
import Definition
import Interchange
import Statistics
import Tabular
import Testing
import _TestSupport

@testable import Aggregation

/// Counting by kind of unit against counting each unit by itself.
struct KindPlanTests {
  /// Tables of all forms: banners, crossed ones too, filters, bases, nets, several variables, numbers,
  /// dates, ticks, what derives from these and from each other, and lists.
  private static let tables = """
    variables:
      - name: load
        from: sessions
        codes: [{name: none, below: 1}, {name: few, from: 1, below: 4}, {name: many, from: 4}]
      - name: span
        overlapping: yes
        from: day
        codes: [{name: spring, from: 2024-03-01, below: 2024-06-01}, {name: early, below: 2024-04-01}]
      - name: keen
        codes:
          - {name: yes, where: "${load} = 'many' and selected(${channels}, 'web')"}
          - {name: no, where: "${load} != 'many'"}
      - name: mood
        from: rating
        codes: [{name: low, of: ['1']}, {name: high, of: ['2', '3']}]
      - name: unused
        codes: [{name: short, where: "${remarks} != ''"}]
    tables:
      - each: closed
        columns: [keen, {nest: [attended, mood]}]
      - {id: channels_by_rating, rows: channels, columns: [rating], base: respondents}
      - {id: who_came, rows: [attended, mood, {nest: [keen, channels]}]}
      - {id: filtered, rows: rating, where: "${sessions} > 2 and ${day} != ''", base: asked}
      - {id: scale, rows: rating, statistics: [count, mean, median], columns: [span],
         nets: [{name: top, top: 2}]}
      - {id: sessions, rows: sessions, columns: [channels]}
      - {id: days, rows: day, columns: [load]}
      - {id: spans, rows: span, base: "${attended} = 'yes'"}
      - {id: replies, rows: response, columns: [attended]}
      - {id: named, rows: mood, lists: all}
      - {id: loads, rows: load, columns: [{nest: [channels, rating]}]}
    """

  private static let fields: [[String]] = [
    ["a", "a", "a", "b", ".", "?"], ["a", "b", "c", "c", "/", ".", "~"],
    ["a__", "a_c", "_b_", "abc", ".", "/", "?"], ["0", "1", "3", "4", "17", "250", ".", "?"],
    ["2024-02-29", "2024-03-01", "2024-03-31", "2024-05-31", ".", "?"], ["t", ".", "~"],
  ]
  private static let widths = [1, 1, 3, 3, 10, 1]

  /// A validated folder of invented replies in partitions of 40; every ninth unit was late.
  private static func folder(_ workdir: Workdir, seed: UInt64, units: Int) throws -> String {
    var random = SplitMix64(seed: seed)
    let folder = "\(workdir.path)/validated"
    try workdir.write("", to: "validated/x")
    try SourceEntry.write([], to: folder)
    let names = SubmissionLayout.fixedColumns + (0..<6).map { "q\($0)" }
    let layout = SubmissionLayout(
      names: names, widths: [Int](repeating: 4, count: SubmissionLayout.firstAnswer) + widths)
    var entries: [UnitEntry] = []
    var writer: StageTableWriter?
    for number in 1...units {
      let partition = "p\(number / 40)"
      let isLate = number % 9 == 0
      if entries.last?.partition != partition {
        try writer?.commit()
        writer = try StageTableWriter(path: "\(folder)/\(partition).csv", columns: layout.columns)
      }
      // Keys in another order than numbers.
      entries.append(
        UnitEntry(
          number: number, key: "u\(number * 7919 % 10_007)", partition: partition,
          fate: isLate ? .late : .replied))
      let answers = fields.map { $0[Int.random(in: 0..<$0.count, using: &random)] }
      guard !isLate else { continue }
      for _ in 0..<(SubmissionLayout.firstAnswer - 1) { writer?.append(1) }
      writer?.append(number)
      for answer in answers { writer?.append(answer) }
      try writer?.endRow()
    }
    try writer?.commit()
    try ReportingUnits(entries).write(to: folder)
    return folder
  }

  /// What a plan counts as the stage does, and as a partial does that is joined.
  private static func totals(
    _ small: SmallPlan, _ folder: String, mostKinds: Int, jobs: Int
  ) throws -> [Tally] {
    let plan = CountedPlan(small.plan, mostKinds: mostKinds)
    let counted = try plan.count(folder, small.pipeline, input: "Input/small", jobs: jobs)
    let stage = try PartialJoin(of: folder, counted, pipeline: small.pipeline, plan: plan)
    let partial = try PartialJoin(
      [(folder, Partial(counted))], pipeline: small.pipeline, plan: plan)
    return [stage.total, partial.total]
  }

  private static func expectSame(_ one: Tally, _ other: Tally) {
    #expect(one.counts == other.counts)
    #expect(one.units == other.units)
    #expect(one.values.map(\.steps) == other.values.map(\.steps))
    for cell in 0..<one.masses.cells {
      let (left, right) = (one.masses.masses(at: cell), other.masses.masses(at: cell))
      #expect(left.map(\.key) == right.map(\.key))
      #expect(left.map(\.mass) == right.map(\.mass))
    }
    #expect(one.masses.inOrder.map(\.whole) == other.masses.inOrder.map(\.whole))
  }

  private static let withoutLists = tables.replacing("lists: all", with: "states: no")
  private static let weighted =
    "weights: {post-stratify: attended, totals: {yes: 3000, no: 1000}}\n"

  @Test(arguments: 0..<12)
  func kindsCountAsUnitsDo(seed: Int) throws {
    let workdir = try Workdir()
    let folder = try Self.folder(workdir, seed: UInt64(seed), units: seed % 4 == 3 ? 1 : 200)
    let small = try SmallPlan(seed % 2 == 0 ? Self.tables : Self.withoutLists)
    let plain = try Self.totals(small, folder, mostKinds: 0, jobs: 1)
    #expect(plain[0].counts.contains { $0 > 0 })
    // Room for all kinds, for those of some tables, and shared between threads.
    for (mostKinds, jobs) in [(1 << 20, 1), (1 << 20, 3), (5000, 2), (60, 2)] {
      for total in try Self.totals(small, folder, mostKinds: mostKinds, jobs: jobs) {
        Self.expectSame(total, plain[0])
      }
    }
    Self.expectSame(plain[0], plain[1])
  }

  /// Tables whose kinds are too many, that list units or that need each unit's weight.
  @Test func whatGoesThePlainRoad() throws {
    func plan(_ tables: String, _ mostKinds: Int = 1 << 20) throws -> KindPlan {
      let small = try SmallPlan(tables)
      let counters = TableCounters(small.plan.tables)
      return KindPlan(
        counters, small.plan.catalog.variables, isOneByOne: small.counted.weighing != nil,
        mostKinds: mostKinds)
    }
    // Two codes and four marks; three codes and four marks.
    let both = "tables:\n- {rows: attended, columns: [rating]}\n- rows: rating\n"
    #expect(try plan(both).groups.map(\.kindCount) == [6 * 7])
    #expect(try plan(both).others.isEmpty)
    #expect(try plan(both, 41).groups.map(\.kindCount) == [7])
    #expect(try !plan(both, 41).others.isEmpty)
    #expect(try plan(both, 6).groups.isEmpty)
    #expect(try plan("tables:\n- {rows: attended, lists: all}\n").groups.isEmpty)
    #expect(try plan(Self.weighted + "tables:\n- rows: attended\n").groups.isEmpty)
  }
}
