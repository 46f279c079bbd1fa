import Definition
import Questionnaire
import Testing
import _TestSupport

@testable import Normalization

struct InstanceAnswersTests {
  private static let most = "99999999999999999999999999999999999999"

  /// Numbers are summed without rounding, in any order; a sum of more than 38 digits has no field.
  @Test(arguments: [
    (["0.1", "0.2"], "0.3"), ([most, "1"], nil), ([most, "1", "-1"], most),
    (["0.0000000000000000000000000000000000001", "9"], "9.0000000000000000000000000000000000001"),
    (["100000000000000000000", "0.0000000000000000001"], nil),
    (["10000000000000000000", "0.000000000000000001"], "10000000000000000000.000000000000000001"),
  ])
  func sums(numbers: [String], expected: String?) throws {
    let collection = try SmallCollection()
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    let question = try #require(pipeline.form["sessions"])
    for numbers in [numbers, numbers.reversed()] {
      var answers = InstanceAnswers()
      for number in numbers { answers.add(.field(Array(number.utf8)), to: question) }
      #expect(answers.isTooLarge == (expected == nil))
      guard case .field(let field) = answers.answer(to: question) else {
        Issue.record("the sum of \(numbers) is no field")
        continue
      }
      #expect(String(decoding: field, as: UTF8.self) == expected ?? "")
    }
  }
}
