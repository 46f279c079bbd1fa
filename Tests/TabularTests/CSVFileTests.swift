import Basics
import Foundation
import Tabular
import Testing
import _TestSupport

struct CSVFileTests {
  @Test func rowsKnowTheirLinesAndColumns() throws {
    let workdir = try Workdir()
    let path = try workdir.write(
      "\u{FEFF}name,label\r\n\r\na,\"one\r\ntwo\"\r\n,\r\nb,three", to: "choices.csv")
    let file = try CSVFile(path: path, requiring: ["name"])
    #expect(file.header == ["name", "label"])
    #expect(file.rows.map { $0["name"] } == ["a", "b"])
    #expect(file.rows.map { $0["label"] } == ["one\r\ntwo", "three"])
    #expect(file.rows.map { $0[at: 1] } == ["one\r\ntwo", "three"])
    #expect(file.rows.map(\.line) == [3, 6])
    #expect(file.rows.map { $0["nothing"] } == ["", ""])
  }

  @Test func unnamedColumnsMayStandTwice() throws {
    let workdir = try Workdir()
    let file = try CSVFile(path: try workdir.write("a,,\n1,2,3\n", to: "file.csv"))
    #expect(file.rows.map { $0["a"] } == ["1"])
    #expect(file.rows.map { $0[""] } == [""])
  }

  @Test(arguments: [
    (
      "a,b,a\n", 1, "column-twice",
      "the header has column 'a' twice; expected each name once"
    ),
    (
      "name,value\nx,1\n\"y\nz\",2,3\n", 3, "field-count",
      "this record has 3 fields, but the header has 2. "
        + "Quote a field that holds a comma or a line end"
    ),
    (
      "name,value\nx\n", 2, "field-count",
      "this record has 1 fields, but the header has 2. "
        + "Quote a field that holds a comma or a line end"
    ),
    (
      "nmae,value\n", 1, "missing-column",
      "there is no column 'name'; expected the columns name,value. Is it 'nmae'? Then write 'name' there"
    ),
    (
      "name;value\nx;1\n", 1, "separator",
      "the header is one field with semicolons in it; expected commas between the columns. "
        + "Save the file again as CSV with commas"
    ),
    ("", 1, "missing-column", "there is no column 'name'; expected the columns name,value."),
    (
      "name,value\nx,\"1\n", 2, "open-quote",
      "a quote is opened and never closed; expected a closing quote before a separator or the end "
        + "of the line"
    ),
    (
      "name,value\n\nx,1\"2\n", 3, "stray-quote",
      "a quote stands inside a field or is followed by text; expected fields with quotes to be "
        + "quoted as a whole, with each inner quote doubled"
    ),
  ])
  func errors(text: String, line: Int, rule: String, message: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write(text, to: "file.csv")
    let error = #expect(throws: RunError.self) {
      _ = try CSVFile(path: path, requiring: ["name", "value"])
    }
    #expect(error?.description == "\(path):\(line): error: [\(rule)] \(message)")
    #expect(error?.kind == .badDefinition)
  }

  @Test func missingDefinitionNamesTheNearestFile() throws {
    let workdir = try Workdir()
    try workdir.write("", to: "survy.csv")
    let path = "\(workdir.path)/survey.csv"
    let error = #expect(throws: RunError.self) { _ = try CSVFile(path: path) }
    #expect(error?.kind == .badDefinition)
    #expect(
      error?.description
        == "\(path): error: [missing-file] cannot open the file: No such file or directory; "
        + "expected 'survey.csv' in this folder. Put it there. Did you mean 'survy.csv'?")
    let other = #expect(throws: RunError.self) { _ = try CSVFile(path: path, kind: .dataRejected) }
    #expect(other?.kind == .inputMissing)
  }

  @Test func cellThatIsNotUTF8() throws {
    let workdir = try Workdir()
    let path = try workdir.write(Data("name\nx\n".utf8) + [0xE9, 0x0A], to: "file.csv")
    let error = #expect(throws: RunError.self) { _ = try CSVFile(path: path, kind: .dataRejected) }
    #expect(
      error?.description
        == "\(path):3: error: [not-utf-8] field 1 is not UTF-8; expected UTF-8. "
        + "Save the file again as UTF-8")
    #expect(error?.kind == .dataRejected)
  }
}
