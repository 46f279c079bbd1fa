import Basics
import Tabular
import Testing
import _TestSupport

struct StageRowTests {
  private static let columns: [StageTableWriter.Column] = [
    .init("number", width: 2), .init("a", width: 1), .init("b", width: 3), .init("c", width: 2),
  ]

  /// The rows of a file from the column after the number on.
  private func rows(_ text: String) throws -> [StageRow] {
    let workdir = try Workdir()
    let reader = try StageTableReader(path: try workdir.write(text, to: "table.csv"))
    var rows: [StageRow] = []
    while try reader.next() { rows.append(reader.row(from: 1)) }
    return rows
  }

  private func fields(_ row: StageRow) -> [String] {
    (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
  }

  /// As written, and as a spreadsheet saves it again.
  @Test(arguments: [
    "number,a,b,c\n 1,x,  y,zz\n22,.,abc, t\n", "number,a,b,c\r\n1,x,y,zz\r\n22,.,abc,t\r\n",
  ])
  func holdsTheCells(text: String) throws {
    let rows = try rows(text)
    #expect(rows.map(fields) == [["x", "y", "zz"], [".", "abc", "t"]])
    #expect(rows[1].code(1) == UInt8(ascii: "c"))
    #expect(rows[0] != rows[1])
    #expect(try rows == self.rows("number,a,b,c\n 1,x,  y,zz\n22,.,abc, t\n"))
  }

  @Test func emptyCellHasNoCode() throws {
    #expect(try rows("number,a,b,c\n1,,y,z\n")[0].code(0) == nil)
  }

  /// Each field by a shorter one, one as long and a longer one.
  @Test(arguments: 0..<3, ["k", "kl", "klmno"])
  func replacesACell(field: Int, new: String) throws {
    var row = try rows("number,a,b,c\n 1,x,abc,zz\n")[0]
    row.replace(field, with: Array(new.utf8))
    var expected = ["x", "abc", "zz"]
    expected[field] = new
    #expect(fields(row) == expected)
  }

  /// A row whose fields stand elsewhere than in the new table, and one that fits.
  @Test(arguments: ["number,a,b,c\n 1,x,  y,zz\n", "number,a,b,c\n1,x,y,zz\n"])
  func isWrittenIntoItsColumns(text: String) throws {
    let workdir = try Workdir()
    let writer = try StageTableWriter(path: "\(workdir.path)/new.csv", columns: Self.columns)
    writer.append(7)
    writer.append(try rows(text)[0])
    try writer.endRow()
    try writer.commit()
    #expect(try workdir.read("new.csv") == "number,a,b,c\n 7,x,  y,zz\n")
  }

  @Test func numbersAreReadAsTheyWereWritten() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/table.csv"
    let marks = StageTableWriter.Marks(zero: UInt8(ascii: "."), negative: UInt8(ascii: "*"))
    let numbers: [Int32] = [0, -1, 9, 10, 9_999]
    let columns = (1...6).map { StageTableWriter.Column("c\($0)", width: 4) }
    let writer = try StageTableWriter(path: path, columns: columns)
    writer.append(5)
    let fields = numbers.map { FourByteField($0, marks: marks) }
    writer.append([9, 0, 1, 2, 3, 4, 9][1..<6], of: fields)
    try writer.endRow()
    try writer.commit()
    #expect(try workdir.read("table.csv").hasSuffix("\n   5,   .,   *,   9,  10,9999\n"))

    let reader = try StageTableReader(path: path)
    #expect(try reader.next())
    var found: [Int32] = []
    try reader.integers(from: 1, marks: marks, into: &found)
    #expect(found == numbers)
  }

  /// Against the rule itself, over all fields of some letters.
  @Test func fourDigitsAtOnce() {
    let marks = StageTableWriter.Marks(zero: UInt8(ascii: "."), negative: UInt8(ascii: "*"))
    let letters = Array(" 01589.*!-:A".utf8) + [0x00, 0x15, 0x60, 0xA0, 0xB1, 0xFF]
    func expected(_ field: [UInt8]) -> Int32? {
      if field == Array("   .".utf8) { return 0 }
      if field == Array("   *".utf8) { return -1 }
      let digits = field.drop { $0 == UInt8(ascii: " ") }
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int32(String(decoding: digits, as: UTF8.self))
    }
    var differing: [[UInt8]] = []
    for first in letters {
      for second in letters {
        for third in letters {
          for fourth in letters {
            let field = [first, second, third, fourth]
            let word = field.reversed().reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
            if FourByteField.number(word, marks) != expected(field) { differing.append(field) }
          }
        }
      }
    }
    #expect(differing == [])
  }

  @Test func numberThatIsNoneIsAnError() throws {
    let workdir = try Workdir()
    let reader = try StageTableReader(path: try workdir.write("a,b\n1,x\n", to: "table.csv"))
    #expect(try reader.next())
    var found: [Int32] = []
    #expect(throws: RunError.self) {
      try reader.integers(from: 0, marks: .init(zero: 0x2E, negative: 0x2A), into: &found)
    }
  }
}
