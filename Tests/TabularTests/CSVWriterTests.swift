import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

struct CSVWriterTests {
  /// RFC 4180, sections 2.6 and 2.7.
  @Test(arguments: [
    ("", ""), ("a", "a"), (" a ", " a "), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("a\r\nb", "\"a\r\nb\""), ("\"", "\"\"\"\""),
    ("say \"yes\"", "\"say \"\"yes\"\"\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""),
    ("l’été", "l’été"),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func cellsAreQuotedOnlyWhereTheyMust(field: String, expected: String) {
    #expect(Array(CSVWriter.quoted(field).utf8) == Array(expected.utf8))
  }

  @Test func linesEndAsAskedFor() throws {
    let workdir = try Workdir()
    let unix = try CSVWriter(path: "\(workdir.path)/unix.csv", header: ["a", "b"])
    try unix.write(["1", "x\ny"])
    try unix.commit()
    #expect(try workdir.read("unix.csv") == "a,b\n1,\"x\ny\"\n")

    let dos = try CSVWriter(
      path: "\(workdir.path)/dos.csv", prefix: [0xEF, 0xBB, 0xBF], separator: UInt8(ascii: ";"),
      lineEnd: "\r\n")
    try dos.write(["é", "x\ny"])
    try dos.commit()
    let bytes = try FileSystem.bytes(of: "\(workdir.path)/dos.csv")
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("é;\"x\ny\"\r\n".utf8))
  }

  @Test func whatIsWrittenReadsBackEqual() throws {
    let rows = [
      ["a", "b,c", "\"d\""], ["", "", ""], ["\r\n", "\n", "\r"], ["é", "中", "\u{FEFF}"],
      [" ", "\0", "'"],
    ]
    let workdir = try Workdir()
    let path = "\(workdir.path)/file.csv"
    let writer = try CSVWriter(path: path, header: ["x", "y", "z"])
    for row in rows { try writer.write(row) }
    try writer.commit()
    let reader = try CSVReader(path: path)
    var found: [[String]] = []
    while try reader.next() {
      found.append((0..<reader.record.fieldCount).map { reader.record.text($0) ?? "" })
    }
    #expect(found == [["x", "y", "z"]] + rows)
  }

  @Test func nothingStandsInPlaceBeforeCommit() throws {
    let workdir = try Workdir()
    let writer = try CSVWriter(path: "\(workdir.path)/file.csv", header: ["a"])
    #expect(!workdir.exists("file.csv"))
    try writer.commit()
    #expect(workdir.exists("file.csv"))
  }
}
