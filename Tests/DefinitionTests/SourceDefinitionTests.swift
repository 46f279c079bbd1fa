import Basics
import Definition
import Register
import SurveyTools
import Tabular
import Testing
import _TestSupport

struct SourceDefinitionTests {
  private func source(_ keys: String) throws -> SourceDefinition {
    let collection = try SmallCollection()
    try collection.replace(
      "    received: {column: Received}\n", with: "    received: {column: Received}\n\(keys)",
      in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(folders(collection))
    return try #require(pipeline.sources.first)
  }

  @Test func defaults() throws {
    let source = try source("")
    #expect(source.convention == nil)
    #expect(source.encoding == nil)
    #expect(source.delimiter == nil)
    #expect(source.dialect == .canonical)
    #expect(source.skippedLines == 0)
    #expect(source.sheet == nil)
    #expect(source.unit == .column("Who"))
    #expect(source.identifier == .name)
    #expect(source.dateOrder == nil)
    #expect(source.conventions.separator == nil)
    #expect(source.conventions.noughtsAreAnswers == nil)
    #expect(source.conventions.noAnswer.isEmpty)
    #expect(source.testRecords == nil)
    #expect(source.version == nil)
  }

  @Test func everyKey() throws {
    let source = try source(
      """
          convention: kobo
          encoding: Windows-1252
          quoting: backslash
          skip-lines: 2
          comment: "//"
          sheet: Replies & more
          noughts: answer
          delimiter: tab
          date-order: dmy
          separator: " | "
          no-answer: ["N/A", "-"]
          columns: {"Came?": attended}
          ignore: [Name]
          test-records: {column: status, values: [Preview, Test]}
          version: 2023-10-01

      """)
    #expect(source.encoding == "Windows-1252")
    #expect(source.convention == .kobo)
    #expect(source.delimiter == 0x09)
    #expect(source.dialect == CSVDialect(hasBackslashEscapes: true, comment: [0x2F, 0x2F]))
    #expect(source.sheet == "Replies & more")
    #expect(source.skippedLines == 2)
    #expect(source.conventions.noughtsAreAnswers == true)
    #expect(source.dateOrder == .dmy)
    #expect(source.conventions.separator == " | ")
    #expect(source.conventions.noAnswer == ["N/A", "-"])
    #expect(source.columns.map(\.heading) == ["Came?"])
    #expect(source.columns.map(\.question) == ["attended"])
    #expect(source.ignored == ["Name"])
    #expect(source.testRecords?.column == "status")
    #expect(source.testRecords?.values == ["Preview", "Test"])
    #expect(source.version?.description == "2023-10-01")
  }

  /// Anonymous forms name nobody: each record is a respondent of its own.
  @Test func recordsAsUnits() throws {
    let collection = try SmallCollection()
    try collection.replace("{column: Who}", with: "record", in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(folders(collection))
    #expect(pipeline.sources.first?.unit == .record)
  }

  /// Records that somebody mended are read as the file they came from.
  @Test(arguments: [
    ("replies-1.csv", true), ("mended/replies-1.csv", true), ("mended/mended/replies-1.csv", false),
    ("mended/replies-1.csv.csv", true), ("replies-1.csv.csv", true),
    ("mended/other.csv.csv", false),
    ("mended/replies-1.csv.txt", false),
    ("old/replies-1.csv", false), ("replies-1.txt", false),
  ])
  func matches(file: String, expected: Bool) throws {
    #expect(try source("").matches(file) == expected)
  }
}
