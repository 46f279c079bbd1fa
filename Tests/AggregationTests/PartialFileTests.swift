import Basics
import Statistics
import Testing
import _TestSupport

@testable import Aggregation

struct PartialFileTests {
  private static let size = TallySize(cells: 3, masses: 2, knownParts: 2)
  private let workdir: Workdir
  private var file: PartialFile {
    PartialFile(path: "\(workdir.path)/partial.csv", definition: "d1", size: Self.size, partsEnd: 2)
  }

  init() throws {
    workdir = try Workdir()
  }

  /// Two units replied and one was late; cell 0 counts both, cell 2 has the numbers 3 and 5, and lists the
  /// third instance of the second.
  private var partial: Partial {
    var tally = Tally(Self.size)
    tally.restore(
      0, count: 2, values: Distribution(),
      units: [ListedUnit(number: 1, instance: 0), ListedUnit(number: 2, instance: 0)])
    tally.restore(
      2, count: 2,
      values: Distribution(steps: [
        .init(value: 3, part: 0, mass: Mass(weight: 2 * ExactDecimal.one)),
        .init(value: 5, part: 1, mass: Mass(weight: ExactDecimal.one)),
      ]), units: [ListedUnit(number: 2, instance: 3)])
    tally.masses.restore(Mass(weight: 2 * ExactDecimal.one), ofPart: 0, at: 1)
    tally.masses.restore(Mass(weight: ExactDecimal.one), ofPart: 1)
    return Partial(replied: ["ada", "bo"], late: ["cy"], tally: tally)
  }

  private static let lines = [
    "record,key,count,numbers,units", "definition,d1,3,,", "replied,ada,,,", "replied,bo,,,",
    "late,cy,,,", "cell,0,2,,1 2", "cell,2,2,3:0:1:2:4 5:1:1:1:1,2:3", "mass,1,1,0:0:1:2:4,",
    "part,,1,0:1:1:1:1,", "end,,8,,",
  ]

  /// As the table of its columns says: cell 1 and mass 0, which are zero, are left out; the square
  /// of 2 is 4; eight records stand before the end.
  @Test func whatStandsInTheFile() throws {
    try file.write(partial)
    let found = CSVText.records(try workdir.read("partial.csv")).map { $0.joined(separator: ",") }
    #expect(found == Self.lines)
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    try file.write(partial)
    let read = try file.read()
    #expect(read.replied == ["ada", "bo"])
    #expect(read.late == ["cy"])
    #expect(read.tally.counts == partial.tally.counts)
    #expect(read.tally.units == partial.tally.units)
    #expect(read.tally.values.map(\.steps) == partial.tally.values.map(\.steps))
    for cell in 0..<2 {
      #expect(
        read.tally.masses.masses(at: cell).map(\.mass)
          == partial.tally.masses.masses(at: cell).map(\.mass))
    }
    #expect(read.tally.masses.wholes == partial.tally.masses.wholes)
  }

  @Test func otherDefinitionsAreRefused() throws {
    try file.write(partial)
    let others = [
      PartialFile(path: file.path, definition: "d2", size: Self.size, partsEnd: 2),
      PartialFile(
        path: file.path, definition: "d1", size: TallySize(cells: 4, masses: 2, knownParts: 2),
        partsEnd: 2),
    ]
    for other in others {
      let error = #expect(throws: RunError.self) { _ = try other.read() }
      #expect(error?.kind == .dataRejected)
      #expect(error?.problems.map(\.id.name) == ["other-definition"])
    }
  }

  /// A line that was changed, and what it became; nil where it was cut out.
  @Test(arguments: [
    (2, nil), (9, nil), (9, "end,,7,,"), (5, "cell,3,2,,1 2"), (5, "cell,0,-2,,1 2"),
    // A unit that is not among those that replied, and none at all.
    (5, "cell,0,2,,1 3"), (5, "cell,0,2,,0"), (5, "cell,0,2,,x"), (5, "cell,0,2,,1:0"),
    (5, "cell,0,2,,1:2:3"), (5, "cell,0,2,,1:"),
    // Numbers out of order, twice, of a part that there is not, of nobody, and heavier than all.
    (6, "cell,2,2,5:1:1:1:1 3:0:1:2:4,2"), (6, "cell,2,2,3:0:1:2:4 3:0:1:2:4,2"),
    (6, "cell,2,2,3:2:1:2:4,2"), (6, "cell,2,2,3:0:0:2:4,2"),
    (6, "cell,2,2,3:0:1:1000000001:4,2"), (6, "cell,2,2,3:0:1:2,2"),
    (7, "mass,2,1,0:0:1:2:4,"), (8, "part,,1,0:2:1:1:1,"), (4, "later,cy,,,"),
  ])
  func damagedFilesAreRefused(line: Int, changed: String?) throws {
    var lines = Self.lines
    if let changed { lines[line] = changed } else { lines.remove(at: line) }
    try workdir.write(lines.joined(separator: "\n") + "\n", to: "partial.csv")
    let error = #expect(throws: RunError.self) { _ = try file.read() }
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.map(\.id.name) == ["no-partial"])
  }

  /// The lines of the test are a partial as long as nobody changes one.
  @Test func theLinesAreAPartial() throws {
    try workdir.write(Self.lines.joined(separator: "\n") + "\n", to: "partial.csv")
    #expect(try file.read().replied == ["ada", "bo"])
  }
}
