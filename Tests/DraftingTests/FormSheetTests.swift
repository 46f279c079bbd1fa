import Tabular
import Testing
import _TestSupport

@testable import Drafting

struct FormSheetTests {
  private func sheet(_ text: String, isOfWorkbook: Bool = false) throws -> FormSheet {
    let workdir = try Workdir()
    try workdir.write(text, to: "survey.csv")
    return FormSheet(
      try CSVFile(path: "\(workdir.path)/survey.csv"), isOfWorkbook: isOfWorkbook)
  }

  private static let text = "type,name,label\ntext,a,\"A,\nlong\"\n\ninteger,b,B\n"

  /// A row is found by its line in the sheet as it is written, and says where somebody wrote it.
  @Test func placesOfRows() throws {
    var sheet = try sheet(Self.text)
    #expect(sheet.row(onLine: 1) == nil)
    #expect(sheet.row(onLine: 2) == 0)
    // The blank row is not written again.
    #expect(sheet.row(onLine: 4) == 1)
    #expect(sheet.rows.map(\.line) == [2, 5])
    #expect(try self.sheet(Self.text, isOfWorkbook: true).rows.map(\.line) == [2, 4])
    sheet.remove(0)
    #expect(sheet.row(onLine: 2) == 0)
    #expect(sheet.cell(0, "name") == "b")
  }

  /// Notes stand in a column of their own, which comes with the first note.
  @Test func notes() throws {
    let workdir = try Workdir()
    var sheet = try sheet("type,name\ntext,a\ninteger,b\n")
    try sheet.write(to: "\(workdir.path)/x.csv")
    #expect(try workdir.read("x.csv") == "type,name\ntext,a\ninteger,b\n")
    sheet.note(1, "first")
    sheet.note(1, "second")
    sheet.note(1, "first")
    sheet.set(0, "label", to: "A")
    try sheet.write(to: "\(workdir.path)/x.csv")
    #expect(
      try workdir.read("x.csv")
        == "type,name,label,review\ntext,a,A,\ninteger,b,,\"first; second\"\n")
  }

  /// A column of notes that is there keeps what it has.
  @Test func notesBesideOthers() throws {
    let workdir = try Workdir()
    var sheet = try sheet("review,type,name\nmine,text,a\n,text,b\n")
    sheet.note(0, "new")
    try sheet.write(to: "\(workdir.path)/x.csv")
    #expect(try workdir.read("x.csv") == "review,type,name\n\"mine; new\",text,a\n,text,b\n")
  }
}
