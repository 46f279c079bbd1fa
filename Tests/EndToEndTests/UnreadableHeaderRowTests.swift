import Testing
import _TestSupport

/// A header row of Qualtrics whose inner quotes nobody doubled: the rows above it are no respondents.
struct UnreadableHeaderRowTests {
  private static let export = """
    StartDate,Q1
    Start Date,Do you have a law?
    {"ImportId":"startDate"},{"ImportId":"QID1"}
    2024-05-01 10:00:00,Yes
    2024-05-02 10:00:00,No
    2024-05-03 10:00:00,Yes

    """

  private func ingest(_ text: String, quoting: String) throws -> (CommandRun, Workdir) {
    let workdir = try Workdir()
    try workdir.write(
      """
      title: Laws
      cut-off: 2024-06-30
      unit: respondent
      sources:
        - {file: r.csv, unit: record, received: {column: StartDate}\(quoting)}

      """, to: "Pipelines/some/pipeline.yaml")
    try workdir.write("type,name,label\ntext,Q1,Law\n", to: "Pipelines/some/survey.csv")
    try workdir.write("list_name,name,label\n", to: "Pipelines/some/choices.csv")
    try workdir.write("tables: [{rows: response}]\n", to: "Pipelines/some/tables.yaml")
    try workdir.write(text, to: "Input/some/r.csv")
    return (try StageRunner(workdir, collection: "some").runAll(), workdir)
  }

  @Test func isRefusedWithTheWayToReadIt() throws {
    let (run, _) = try ingest(Self.export, quoting: "")
    #expect(run.status == 65)
    #expect(run.error.contains("r.csv:3: error: [stray-quote]"))
    #expect(run.error.contains("Set 'quoting: none'"))
  }

  @Test func isReadWithoutQuoting() throws {
    let (run, workdir) = try ingest(Self.export, quoting: ", quoting: none")
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try workdir.read("Output/some/published/machine/balance.csv").contains(
        "records,3\naccepted,3\n"))
  }

  /// A damaged record is set aside as ever.
  @Test func aDamagedFirstRecord() throws {
    let (_, workdir) = try ingest(
      "StartDate,Q1\n2024-05-01 10:00:00,a \"law\"\n2024-05-02 10:00:00,No\n", quoting: "")
    #expect(
      try workdir.read("Output/some/published/machine/balance.csv")
        .contains("records,2\naccepted,1\nquarantined,1\n"))
  }
}
