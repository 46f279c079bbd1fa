import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

private let rows = [["1", "a", "-0.5"], ["22", ".", "t"], ["333", "", "12"]]

/// Writes the rows in three columns of the widths 3, 2 and 4.
private func write(_ rows: [[String]], to path: String) throws {
  let writer = try StageTableWriter(
    path: path,
    columns: [
      .init("number", width: 3), .init("code,letter", width: 2), .init("value", width: 4),
    ])
  for row in rows {
    for field in row { writer.append(field) }
    try writer.endRow()
  }
  try writer.commit()
}

private func read(_ path: String) throws -> [[String]] {
  let reader = try StageTableReader(path: path)
  var rows: [[String]] = []
  while try reader.next() {
    rows.append(reader.columns.indices.map { reader.text($0) })
  }
  return rows
}

struct StageTableReaderTests {
  @Test func rowsAsWritten() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/table.csv"
    try write(rows, to: path)
    #expect(try read(path) == rows)

    let reader = try StageTableReader(path: path)
    #expect(reader.columns == ["number", "code,letter", "value"])
    #expect(try reader.position(of: "value") == 2)
    #expect(try reader.next())
    #expect(reader.line == 2)
    #expect(try reader.integer(0) == 1)
    #expect(reader.code(1) == UInt8(ascii: "a"))
    #expect(Array(reader.bytes(2)) == Array("-0.5".utf8))
  }

  @Test func tableWithoutRows() throws {
    let workdir = try Workdir()
    try write([], to: "\(workdir.path)/table.csv")
    #expect(try read("\(workdir.path)/table.csv") == [])
  }

  /// What a spreadsheet or an editor makes of the file when it is saved again.
  @Test(arguments: [
    "number,\"code,letter\",value\r\n  1, a,-0.5\r\n 22, .,   t\r\n333,  ,  12\r\n",
    "number,\"code,letter\",value\r1,a,-0.5\r22,.,t\r333,,12\r",
    "\u{FEFF}number,\"code,letter\",value\n1,a,-0.5\n22,.,t\n333,,12\n",
    "\"number\",\"code,letter\",\"value\"\n\"1\",\"a\",\"-0.5\"\n\"22\",\".\",\"t\"\n\"333\",\"\",\"12\"\n",
    "number,\"code,letter\",value\n  1, a,-0.5\n22,.,t\n333,  ,  12\n",
    "number,\"code,letter\",value\n1  ,a ,-0.5\n22 ,. ,t   \n333,  ,12  \n",
    "number,\"code,letter\",value\n  1, a,-0.5\n 22, .,   t\n333,  ,  12",
    "number,\"code,letter\",value\n1,a,-0.5\n\n22,.,t\n\n\n333,,12\n\n",
    "number,\"code,letter\",value\n  1, a,-0.5\n 22, .,   t\n\"333\",,12\n",
  ])
  func fileSavedAgainGivesEqualRows(text: String) throws {
    let workdir = try Workdir()
    #expect(try read(try workdir.write(text, to: "table.csv")) == rows)
  }

  /// Rows of equal length whose commas stand elsewhere are not taken at the first row's positions.
  @Test func cellsThatMovedWithinARow() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a,b\n  1,2\n3,  4\n55,66\n", to: "table.csv")
    #expect(try read(path) == [["1", "2"], ["3", "4"], ["55", "66"]])
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,4,5\n", 3, 3), ("a,b\n1,2\n3\n", 3, 1), ("a,b\n1,2,3\n", 2, 3),
    ("a,b\n 1,2\n,,,,\n", 3, 5),
  ])
  func rowWithAnotherNumberOfCells(text: String, line: Int, count: Int) throws {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "table.csv")
    let error = #expect(throws: RunError.self) { _ = try read(path) }
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(path):\(line): error: [field-count] this row has \(count) fields, but the header has 2. "
        + "Delete the folder and run 'make report' again")
  }

  @Test func lineCountsBlankLinesToo() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a,b\n1,2\n\n3,x\n", to: "table.csv")
    let reader = try StageTableReader(path: path)
    while try reader.next(), reader.text(0) != "3" {}
    #expect(reader.line == 4)
    let error = #expect(throws: RunError.self) { _ = try reader.integer(1) }
    #expect(
      error?.description
        == "\(path):4: error: [damaged-field] column 'b' has 'x'; expected a whole number. "
        + "Delete the folder and run 'make report' again")
  }

  /// The header of a re-saved table need not stand on the first line, nor on one.
  @Test(arguments: [("\na,b\n1,2\n", 3), ("\"a\nx\",b\r\n1,2\n", 3), ("a,b\n\n 1,2\n", 3)])
  func lineUnderTheHeader(text: String, line: Int) throws {
    let workdir = try Workdir()
    let reader = try StageTableReader(path: try workdir.write(text, to: "table.csv"))
    #expect(try reader.next())
    #expect(reader.line == line)
    #expect(try reader.integer(1) == 2)
  }

  @Test func tableOverManyBlocks() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/table.csv"
    let writer = try StageTableWriter(
      path: path, columns: [.init("number", width: 6), .init("code", width: 1)])
    // 9 bytes a row, so that rows lie across the ends of blocks of 2^18 bytes.
    let count = 100_000
    for number in 0..<count {
      writer.append(number)
      writer.append([UInt8(ascii: "a") + UInt8(number % 26)])
      try writer.endRow()
    }
    try writer.commit()
    let reader = try StageTableReader(path: path)
    var number = 0
    while try reader.next() {
      guard try reader.integer(0) == number,
        reader.code(1) == UInt8(ascii: "a") + UInt8(number % 26)
      else { break }
      number += 1
    }
    #expect(number == count)
  }

  @Test func emptyFile() throws {
    let workdir = try Workdir()
    let path = try workdir.write("", to: "table.csv")
    let error = #expect(throws: RunError.self) { _ = try StageTableReader(path: path) }
    #expect(
      error?.description
        == "\(path):1: error: [no-header] the file has no header row; expected a stage table. "
        + "Delete the folder and run 'make report' again")
  }

  @Test func unknownColumn() throws {
    let workdir = try Workdir()
    let path = try workdir.write("a;b\n1;2\n", to: "table.csv")
    let reader = try StageTableReader(path: path)
    let error = #expect(throws: RunError.self) { _ = try reader.position(of: "a") }
    #expect(
      error?.description
        == "\(path):1: error: [missing-column] the stage table has no column 'a'. "
        + "Delete the folder and run 'make report' again")
  }
}
