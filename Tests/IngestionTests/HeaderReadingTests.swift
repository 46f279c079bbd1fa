import SurveyTools
import Testing

@testable import Ingestion

struct HeaderReadingTests {
  private typealias Column = HeaderReading.Column

  private func columns(_ rows: [[String]], _ convention: HeaderConvention) throws -> [Column] {
    try HeaderReading(rows: rows, convention: convention, count: nil).columns
  }

  @Test func noHeader() throws {
    #expect(
      try columns([["a", "b"]], .noHeader) == [Column(heading: "#1"), Column(heading: "#2")])
  }

  @Test func headings() throws {
    #expect(
      try columns([["a", ""], ["1", "2"]], .plain) == [Column(heading: "a"), Column(heading: "")])
  }

  /// The row of texts may be shorter than the header.
  @Test func identifiersAndTexts() throws {
    let rows = [["Q1", "Q2"], ["Who?"], ["{\"ImportId\":\"QID1\"}"]]
    #expect(
      try columns(rows, .qualtrics) == [
        Column(heading: "Q1", label: "Who?"), Column(heading: "Q2"),
      ])
  }

  @Test func questionsAndOptions() throws {
    let rows = [
      ["Respondent ID", "Which?", "", "Why?", "Who?"],
      ["", "Mail", "Web", "Open-Ended Response"],
    ]
    #expect(
      try columns(rows, .surveymonkey) == [
        Column(heading: "Respondent ID"), Column(heading: "Which?", option: "Mail"),
        Column(heading: "Which?", option: "Web"), Column(heading: "Why?"),
        Column(heading: "Who?"),
      ])
  }

  @Test func decided() throws {
    let proved = try HeaderReading(rows: [["redcap_event_name"]], convention: nil, count: nil)
    #expect(proved.convention == .redcap)
    let unknown = try HeaderReading(rows: [["a"]], convention: nil, count: nil)
    #expect(unknown.convention == .plain)
    #expect(unknown.reason == "nothing of another convention")
    let declared = try HeaderReading(rows: [["redcap_event_name"]], convention: .kobo, count: nil)
    #expect(declared.convention == .kobo)
    #expect(declared.reason == "declared")
  }
}
