import Interchange
import Questionnaire
import Testing
import _TestSupport

@testable import Normalization

struct TickReaderTests {
  private func reader(_ convention: HeaderConvention = .kobo) throws -> TickReader {
    let collection = try SmallCollection()
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    guard case .selectMultiple(let list) = try #require(pipeline.form["channels"]).type else {
      throw NoList()
    }
    return TickReader(list, source: try #require(pipeline.sources.first), convention: convention)
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

  private static let cellCases: [(HeaderConvention, [TickReader.Tick], String?)] = [
    (.kobo, [.ticked, .nought, .blank], "a__"), (.kobo, [.nought, .nought, .nought], "___"),
    (.kobo, [.blank, .blank, .blank], "."), (.kobo, [.ticked, .unclear, .blank], nil),
    (.redcap, [.nought, .nought, .nought], "."), (.redcap, [.nought, .ticked, .ticked], "_bc"),
  ]

  @Test(arguments: cellCases)
  func cells(convention: HeaderConvention, ticks: [TickReader.Tick], expected: String?) throws {
    let cell = try reader(convention).cell(ticks.enumerated().map { ($0.offset, $0.element) })
    #expect(cell == expected.map { Array($0.utf8) })
  }
}
