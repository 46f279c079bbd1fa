import SurveyTools
import Testing

@testable import Ingestion

struct HeaderReadingTests {
  private typealias Column = HeaderReading.Column

  private func columns(_ rows: [[String]], _ convention: HeaderConvention) -> [Column] {
    HeaderReading(rows: rows, declared: convention).columns
  }

  @Test func noHeader() {
    #expect(
      columns([["a", "b"]], .noHeader) == [Column(heading: "#1"), Column(heading: "#2")])
  }

  @Test func headings() {
    #expect(
      columns([["a", ""], ["1", "2"]], .plain) == [Column(heading: "a"), Column(heading: "")])
  }

  /// The row of texts may be shorter than the header.
  @Test func identifiersAndTexts() {
    let rows = [["Q1", "Q2"], ["Who?"], ["{\"ImportId\":\"QID1\"}"]]
    #expect(
      columns(rows, .qualtrics) == [Column(heading: "Q1", label: "Who?"), Column(heading: "Q2")])
  }

  @Test func questionsAndOptions() {
    let rows = [
      ["Respondent ID", "Which?", "", "Why?", "Who?"],
      ["", "Mail", "Web", "Open-Ended Response"],
    ]
    #expect(
      columns(rows, .surveymonkey) == [
        Column(heading: "Respondent ID"), Column(heading: "Which?", option: "Mail"),
        Column(heading: "Which?", option: "Web"), Column(heading: "Why?"),
        Column(heading: "Who?"),
      ])
  }

  @Test func decided() {
    let proved = HeaderReading(rows: [["redcap_event_name"]], declared: nil)
    #expect(proved.convention == .redcap)
    let unknown = HeaderReading(rows: [["a"]], declared: nil)
    #expect(unknown.convention == .plain)
    #expect(unknown.reason == "nothing of another convention")
    let declared = HeaderReading(rows: [["redcap_event_name"]], declared: .kobo)
    #expect(declared.convention == .kobo)
    #expect(declared.reason == "declared")
  }
}
