import Definition
@testable import Normalization
import Questionnaire
import SurveyTools
import Testing
import _TestSupport

struct TickReaderTests {
  private func reader(
    _ convention: HeaderConvention = .kobo, _ collection: SmallCollection? = nil
  ) throws -> TickReader {
    let collection = try collection ?? SmallCollection()
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    let question = try #require(pipeline.form["channels"])
    guard case .selectMultiple(let list) = question.type else {
      throw NoList()
    }
    return TickReader(
      list, try #require(pipeline.sources.first).conventions(of: question), convention: convention)
  }

  private struct NoList: Error {}

  private static let tickCases: [(String, TickReader.Tick)] = [
    ("", .blank), (" ", .blank), ("0", .nought), ("No", .nought), ("Unchecked", .nought),
    ("1", .ticked), ("Checked", .ticked), ("x", .ticked), ("oui", .ticked),
    // The text of the option itself.
    ("Mail", .ticked), ("courriel", .ticked), ("Web", .unclear), ("2", .unclear),
  ]

  @Test(arguments: tickCases)
  func ticks(text: String, expected: TickReader.Tick) throws {
    #expect(try reader().tick(text, code: 0) == expected)
  }

  /// An option that is called like a nought: what its field says depends on what the tool writes.
  @Test(arguments: [
    (HeaderConvention.kobo, "0", TickReader.Tick.nought), (.redcap, "0", .nought),
    (.limesurvey, "0", .nought), (.surveymonkey, "0", .ticked), (.qualtrics, "0", .ticked),
    (.plain, "0", .unclear), (.redcap, "1", .ticked), (.plain, "1", .ticked),
  ])
  func optionNamedLikeANought(
    convention: HeaderConvention, text: String, expected: TickReader.Tick
  ) throws {
    let collection = try SmallCollection()
    try collection.replace("channel,mail,", with: "channel,0,", in: "choices.csv")
    #expect(try reader(convention, collection).tick(text, code: 0) == expected)
  }

  /// LimeSurvey can write 1 and 2 for Y and N; under "other" stands what people wrote.
  @Test func convertedNoughts() throws {
    let collection = try SmallCollection()
    try collection.replace("channel,web,", with: "channel,other,", in: "choices.csv")
    let reader = try reader(.limesurvey, collection)
    #expect(reader.tick("1", code: 0) == .ticked)
    #expect(reader.tick("2", code: 0) == .nought)
    #expect(reader.tick("2", code: 2) == .ticked)
  }

  /// SoSci Survey's 1 is "not chosen": what other tools mean by it is not understood in its exports.
  @Test(arguments: [
    (HeaderConvention.soSci, "1", TickReader.Tick.nought), (.soSci, "2", .ticked),
    (.soSci, "0", .unclear), (.soSci, "Yes", .unclear), (.soSci, "Mail", .ticked),
    (.unipark, "1", .ticked), (.unipark, "2", .unclear),
  ])
  func codesOfOneTool(
    convention: HeaderConvention, text: String, expected: TickReader.Tick
  ) throws {
    #expect(try reader(convention).tick(text, code: 0) == expected)
  }

  private static let cellCases: [(HeaderConvention, [TickReader.Tick], String?)] = [
    (.kobo, [.ticked, .nought, .blank], "a__"), (.kobo, [.nought, .nought, .nought], "___"),
    (.kobo, [.blank, .blank, .blank], "."), (.kobo, [.ticked, .unclear, .blank], nil),
    (.odk, [.nought, .nought, .nought], "."), (.redcap, [.nought, .nought, .nought], "."),
    (.redcap, [.nought, .ticked, .ticked], "_bc"),
  ]

  @Test(arguments: cellCases)
  func fields(convention: HeaderConvention, ticks: [TickReader.Tick], expected: String?) throws {
    let field = try reader(convention).field(ticks.enumerated().map { ($0.offset, $0.element) })
    #expect(field == expected.map { Array($0.utf8) })
  }
}
