import Tabular
import Testing
import _TestSupport

struct StageTableWriterTests {
  @Test func cellsAreAlignedToTheRight() throws {
    let workdir = try Workdir()
    let writer = try StageTableWriter(
      path: "\(workdir.path)/table.csv",
      columns: [
        .init("number", width: 3), .init("code,letter", width: 2), .init("value", width: 4),
      ])
    for row in [["1", "a", "-0.5"], ["22", ".", "t"], ["333", "", "12"]] {
      for field in row { writer.append(field) }
      try writer.endRow()
    }
    try writer.commit()
    #expect(
      try workdir.read("table.csv")
        == "number,\"code,letter\",value\n  1, a,-0.5\n 22, .,   t\n333,  ,  12\n")
  }

  @Test func numbersAndCount() throws {
    let workdir = try Workdir()
    let writer = try StageTableWriter(
      path: "\(workdir.path)/table.csv", columns: [.init("a", width: 2), .init("b", width: 1)])
    for number in [7, 42] {
      writer.append(number)
      writer.append([UInt8(ascii: "?")])
      try writer.endRow()
    }
    #expect(writer.count == 2)
    try writer.commit()
    #expect(try workdir.read("table.csv") == "a,b\n 7,?\n42,?\n")
  }
}
