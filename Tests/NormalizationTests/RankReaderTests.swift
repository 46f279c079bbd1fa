import Definition
@testable import Normalization
import Questionnaire
import SurveyTools
import Testing
import _TestSupport

struct RankReaderTests {
  /// The small collection with its channels ranked: mail, friend, web.
  private func question() throws -> (Question, ChoiceList, SourceDefinition) {
    let collection = try SmallCollection()
    try collection.replace("select_multiple channel,", with: "rank channel,", in: "survey.csv")
    try collection.replace(
      "    received: {column: Received}\n",
      with: "    received: {column: Received}\n    no-answer: [N/A]\n    separator: \" \"\n",
      in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    let question = try #require(pipeline.form["channels"])
    guard case .rank(let list) = question.type else { throw NoList() }
    return (question, list, try #require(pipeline.sources.first))
  }

  private struct NoList: Error {}

  private static let rankCases: [(String, RankReader.Mark)] = [
    ("1", .number(0)), ("3", .number(2)), (" 2 ", .number(1)), ("2.0", .number(1)), ("", .blank),
    (" ", .blank), ("N/A", .blank), ("0", .unclear), ("4", .unclear), ("-1", .unclear),
    ("1.5", .unclear), ("first", .unclear), ("99999999999999999999", .unclear),
  ]

  @Test(arguments: rankCases)
  func ranks(text: String, expected: RankReader.Mark) throws {
    let (question, list, source) = try question()
    #expect(
      RankReader(list, source.conventions(of: question), ticks: HeaderConvention.plain.tool.ticks)
        .rank(text) == expected)
  }

  /// A nought is no rank but where the tool has ticks in an order.
  @Test func noughtsOfOrderedTicks() throws {
    let (question, list, source) = try question()
    let reader = RankReader(
      list, source.conventions(of: question), ticks: HeaderConvention.surveySolutions.tool.ticks)
    #expect(reader.rank("0") == .blank)
    #expect(reader.rank("2") == .number(1))
    #expect(reader.rank("-1") == .unclear)
  }

  private static let choiceCases: [(String, RankReader.Mark)] = [
    ("mail", .number(0)), ("Web", .number(2)), ("ami ou collègue", .number(1)), ("", .blank),
    ("n/a", .blank), ("radio", .unclear), ("1", .unclear),
  ]

  @Test(arguments: choiceCases)
  func choices(text: String, expected: RankReader.Mark) throws {
    let (question, list, source) = try question()
    #expect(
      RankReader(list, source.conventions(of: question), ticks: HeaderConvention.plain.tool.ticks)
        .choice(text) == expected)
  }

  private static let cellCases: [([(code: Int, rank: Int)], String?)] = [
    ([(0, 2), (1, 0), (2, 1)], "cab"), ([(2, 0)], "__a"), ([], "."),
    // A tie, a gap, an option twice.
    ([(0, 0), (1, 0), (2, 1)], nil), ([(0, 0), (1, 2)], nil), ([(0, 1)], nil),
    ([(0, 0), (0, 1)], nil),
  ]

  @Test(arguments: cellCases)
  func fields(ranked: [(code: Int, rank: Int)], expected: String?) throws {
    let (question, list, source) = try question()
    #expect(
      RankReader(list, source.conventions(of: question), ticks: HeaderConvention.plain.tool.ticks)
        .field(ranked)
        == expected.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("web mail friend", "bca"), ("Friend, colleague web", "_ab"), ("mail", "a__"),
    ("web web", nil), ("web radio", nil), ("web mail web", nil),
  ])
  func oneCell(text: String, expected: String?) throws {
    let (question, _, source) = try question()
    let outcome = AnswerReader(question, source: source, convention: .kobo).read(text)
    if let expected {
      #expect(outcome == .field(Array(expected.utf8), how: "option list"))
    } else {
      guard case .unclear = outcome else {
        Issue.record("'\(text)' was read")
        return
      }
    }
  }
}
