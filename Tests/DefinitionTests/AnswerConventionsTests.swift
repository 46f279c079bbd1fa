import Basics
import Definition
import Questionnaire
import Testing
import _TestSupport

struct AnswerConventionsTests {
  private func pipeline(_ keys: String) throws -> PipelineDefinition {
    let collection = try SmallCollection()
    try collection.replace(
      "    received: {column: Received}\n", with: "    received: {column: Received}\n\(keys)",
      in: "pipeline.yaml")
    return try PipelineDefinition(folders(collection))
  }

  private func conventions(of question: String, _ keys: String) throws -> AnswerConventions {
    let pipeline = try pipeline(keys)
    return try #require(pipeline.sources.first).conventions(
      of: try #require(pipeline.form[question]))
  }

  private static let keys = """
        no-answer: ["N/A"]
        decimal-mark: ","
        thousands-mark: "\u{A0}"
        date-order: mdy
        separator: "|"
        noughts: answer
        answers:
          sessions: {no-answer: ["-99", "99"], decimal-mark: ".", thousands-mark: "’"}
          channels: {noughts: unknown, separator: ", "}
          day: {date-order: dmy}

    """

  @Test func whatHoldsForAllQuestions() throws {
    let found = try conventions(of: "remarks", Self.keys)
    #expect(found.noAnswer == ["N/A"])
    #expect(found.numbers.decimalMark == ",")
    #expect(found.numbers.thousandsMark == " ")
    #expect(found.dateOrder == .mdy)
    #expect(found.separator == "|")
    #expect(found.noughtsAreAnswers == true)
  }

  @Test func whatHoldsForOneQuestionInstead() throws {
    let sessions = try conventions(of: "sessions", Self.keys)
    #expect(sessions.noAnswer == ["-99", "99"])
    #expect(sessions.numbers.decimalMark == ".")
    #expect(sessions.numbers.thousandsMark == "'")
    #expect(sessions.dateOrder == .mdy)
    let channels = try conventions(of: "channels", Self.keys)
    #expect(channels.noughtsAreAnswers == false)
    #expect(channels.separator == ", ")
    #expect(channels.noAnswer == ["N/A"])
    #expect(try conventions(of: "day", Self.keys).dateOrder == .dmy)
  }

  @Test func centuries() throws {
    let keys = "    date-order: mdy\n    century: 2000\n"
    #expect(try conventions(of: "day", keys).century == 2000)
  }

  /// A choice that is declared to be no answer, for its question alone, is none.
  @Test func aChoiceMayMeanNoAnswerToItsQuestion() throws {
    let keys = "    answers: {attended: {no-answer: [\"no\"]}}\n"
    #expect(try conventions(of: "attended", keys).noAnswer == ["no"])
  }
}
