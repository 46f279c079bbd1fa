import Foundation
import Testing
import _TestSupport

/// How the separator of a source is told, and what is said where nothing tells it.
struct DialectTests {
  private func ingest(_ text: String) throws -> (source: [String: String]?, run: CommandRun) {
    let collection = try SmallCollection()
    try collection.workdir.write(text, to: "Input/small/replies-1.csv")
    let run = try StageRunner(collection.workdir, collection: "small").run("ingest")
    let entry = "Output/small/ingested/sources.csv"
    guard run.status == 0 else { return (nil, run) }
    return (CSVText.rows(try collection.workdir.read(entry)).first, run)
  }

  /// Excel's line, as it writes it and as tools write it.
  @Test(arguments: ["sep=;", "SEP=;", "\"sep=;\"", "\u{FEFF}sep=;"])
  func separatorLine(line: String) throws {
    let (source, run) = try ingest("\(line)\r\nWho;remarks\r\nAnna;a,b\r\n")
    #expect(source?["delimiter"] == "semicolon", "\(run.error)")
    #expect(source?["delimiter_why"] == "the line sep=")
    #expect(source?["records"] == "1")
  }

  /// Titles that are not declared: which lines to skip is said, and nothing is read.
  @Test func titlesAboveTheHeader() throws {
    let (_, run) = try ingest(
      "A survey of things\nPrinted 3 May; all\n\nWho,Received,remarks\nA,2024-05-01,x\n"
        + "B,2024-05-01,y\nC,2024-05-01,z\n")
    #expect(run.status == 65)
    #expect(
      run.error.hasPrefix(
        "Input/small/replies-1.csv:1: error: [undecided-delimiter] no separator splits most records "
          + "like the header; expected comma, semicolon, tab or '|'. Split by comma, the first record "
          + "has 1 and most have 3 fields, first in line 4: if titles stand above the header, set "
          + "'skip-lines: 3'. Else set 'delimiter' of the source"), "\(run.error)")
  }

  /// Records that double quotes spoil, and another quoting would not.
  @Test(arguments: [
    (
      "Who\tremarks\nA\t\"x\nB\t5\" pipe\nC\ty\n",
      "Split by tab all have 2 fields with 'quoting: none': set it"
    ),
    (
      "Who,remarks\nA,\"a \\\"b\\\", c\"\nB,\"\\\"x\\\", y\"\n",
      "Split by comma all have 2 fields with 'quoting: backslash': set it"
    ),
  ])
  func anotherQuoting(text: String, advice: String) throws {
    let (_, run) = try ingest(text)
    #expect(run.status == 65)
    #expect(run.error.contains(advice), "\(run.error)")
  }

  @Test(arguments: ["", "\n\r\n\n", "\u{FEFF}"])
  func emptyFile(text: String) throws {
    let (_, run) = try ingest(text)
    #expect(run.status == 65)
    #expect(
      run.error.hasPrefix(
        "Input/small/replies-1.csv:1: error: [no-header] found no records; expected a heading"),
      "\(run.error)")
  }
}
