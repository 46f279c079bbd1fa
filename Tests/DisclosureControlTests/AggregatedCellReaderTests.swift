import Basics
import Interchange
import Statistics
import Testing
import _TestSupport

@testable import DisclosureControl

/// The counts of stage 4 as its lists have them, written by hand; one that is damaged is never 0.
struct AggregatedCellReaderTests {
  private static let lists = [
    "cells.csv": "table,row,column,count,base\nt1,yes,all,3,5\nt1,no,all,2,5\n",
    "values.csv": "table,row,column,number,part,units,weight,squares\n"
      + "t1,yes,all,-2.5,0,3,3,3\n",
    "weights.csv": "table,row,column,part,units,weight,squares\n"
      + "t1,yes,all,0,3,3,3\n",
    "behind.csv": "table,row,column,unit,instance\n"
      + "t1,yes,all,NAM,\nt1,no,all,FRA,1\nt1,no,all,FRA,2\n",
  ]

  private static func written() throws -> Workdir {
    let workdir = try Workdir()
    for (name, text) in lists { try workdir.write(text, to: name) }
    return workdir
  }

  private static func read(
    _ workdir: Workdir, rows: [String] = ["yes", "no"]
  ) throws -> [AggregatedCell] {
    var reader = try AggregatedCellReader(workdir.path)
    let cells = try rows.map {
      try reader.next(CellAddress(table: "t1", row: $0, column: "all"))
    }
    try reader.requireEnd()
    return cells
  }

  @Test func cells() throws {
    let cells = try Self.read(try Self.written())
    #expect(cells.map(\.count) == [3, 2])
    #expect(cells.map(\.base) == [5, 5])
    #expect(cells.map { $0.units.map(\.unit) } == [["NAM"], ["FRA", "FRA"]])
    #expect(cells.map { $0.units.map(\.instance) } == [[nil], [1, 2]])
    #expect(cells[0].values.minimum == ExactDecimal("-2.5"))
    #expect(cells[0].values.count == 3)
    #expect(cells[0].masses.map(\.mass.weight) == [3 * ExactDecimal.one])
    #expect(cells[1].values.isEmpty && cells[1].masses.isEmpty)
  }

  /// Another cell than the plan has next, or none, was not counted, whatever else stands there.
  @Test(arguments: [["no", "yes"], ["yes", "no", "maybe"], ["yes", "noo"], ["yes", "n"]])
  func otherCells(rows: [String]) throws {
    let workdir = try Self.written()
    let error = #expect(throws: RunError.self) { try Self.read(workdir, rows: rows) }
    #expect(error?.kind == .internalFault)
  }

  @Test(arguments: [
    ("cells.csv", 2, "3,5", "3,5.0", "column 'base' has '5.0'; expected a whole number"),
    ("cells.csv", 3, "2,5", ",5", "column 'count' has ''; expected a whole number"),
    (
      "cells.csv", 4, "t1,no,all,2,5", "t1,no,all,2,5\nt1,odd,all,1,5",
      "'t1/odd/all' is no cell of the plan, or not in its order"
    ),
    ("values.csv", 2, "-2.5", "-25e-1", "column 'number' has '-25e-1'; expected a number"),
    ("values.csv", 2, "yes", "nay", "'t1/nay/all' is no cell of cells.csv, or not in its order"),
    ("weights.csv", 2, ",3,3,3", ",3,,3", "column 'weight' has ''; expected a sum of weights"),
    ("behind.csv", 4, "FRA,2", "FRA,x", "column 'instance' has 'x'; expected a whole number"),
    (
      "behind.csv", 2, "t1,yes", "t2,yes",
      "'t2/yes/all' is no cell of cells.csv, or not in its order"
    ),
  ])
  func damage(name: String, line: Int, good: String, bad: String, message: String) throws {
    let workdir = try Self.written()
    try workdir.replace(good, with: bad, in: name)
    let error = #expect(throws: RunError.self) {
      try Self.read(workdir)
    }
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(workdir.path)/\(name):\(line): error: [damaged-field] \(message). "
        + "Delete the folder and run 'make report' again")
  }
}
