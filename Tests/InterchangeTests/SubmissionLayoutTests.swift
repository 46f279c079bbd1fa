import Basics
import Definition
import Interchange
import Testing
import _TestSupport

struct SubmissionLayoutTests {
  @Test func columnsGoThroughAFile() throws {
    let collection = try SmallCollection()
    let form = try PipelineDefinition(folders(collection)).form
    let layout = SubmissionLayout(form: form, widths: Array(1...15))
    #expect(layout.names.count == 15)
    #expect(layout.names[SubmissionLayout.column(of: 0)] == "attended")
    try layout.write(to: collection.workdir.path)
    let read = try SubmissionLayout.read(from: collection.workdir.path, form: form)
    #expect(read.names == layout.names)
    #expect(read.widths == layout.widths)

    try collection.workdir.replace("attended,10", with: "came,10", in: "columns.csv")
    let error = #expect(throws: RunError.self) {
      _ = try SubmissionLayout.read(from: collection.workdir.path, form: form)
    }
    #expect(
      error?.description
        == "\(collection.workdir.path)/columns.csv: error: [other-form] the columns are not those "
        + "of \(collection.path("survey.csv")). Run 'make report' again")
  }

  @Test func unitsGoThroughAFile() throws {
    let workdir = try Workdir()
    try ReportingUnits([
      UnitEntry(number: 1, key: "NAM", partition: "NAM", fate: .replied),
      UnitEntry(number: 2, key: "a, b", partition: "respondents-0001", fate: .silent),
    ]).write(to: workdir.path)
    #expect(
      try workdir.read("units.csv")
        == "unit,key,partition,fate\n1,NAM,NAM,replied\n2,\"a, b\",respondents-0001,silent\n")
    let units = try UnitEntry.read(from: workdir.path)
    #expect(units.map(\.key) == ["NAM", "a, b"])
    #expect(units.map(\.fate) == [.replied, .silent])
  }
}
