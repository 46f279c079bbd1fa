import Containers
import Testing
import _TestSupport

/// Labels that no cell can hold as they are, in the workbook that is always published.
struct WorkbookTextTests {
  /// A chart repeats the labels of a question, and has no way to write what XML has no sign for.
  @Test(arguments: [
    ("Ye\u{1}s", "Ye\u{FFFD}s"), ("Yes\u{FFFF}", "Yes\u{FFFD}"), ("Y\tes", "Y\tes"),
    (String(repeating: "é", count: 40_000), String(repeating: "é", count: 32_766) + "…"),
  ])
  func labels(label: String, cell: String) throws {
    let replies = try Respondents(
      form: "select_one own,q1,First?,,,\n", choices: "own,yes,\(label)\nown,no,No\n",
      replies: "Who,Received,q1\nA,2005-06-01,yes\nB,2005-06-01,no\n")
    try replies.workdir.write(
      "tables:\n  - {rows: q1, statistics: [count, percent]}\n", to: "Pipelines/replies/tables.yaml"
    )
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error.prefix(300))")
    let path = "\(replies.workdir.path)/Output/replies/published/workbook.xlsx"
    let cells = try Container.cells(ofWorkbook: path).flatMap { $0.rows.joined() }
    #expect(cells.contains(cell))
  }
}
