import Questionnaire
import Testing

@testable import Normalization

struct JoinedInstancesTests {
  private static let most = "99999999999999999999999999999999999999"

  /// Numbers are summed without rounding, in any order; a sum of more than 38 digits has no field.
  @Test(arguments: [
    (["0.1", "0.2"], "0.3"), ([most, "1"], nil), ([most, "1", "-1"], most),
    (["0.0000000000000000000000000000000000001", "9"], "9.0000000000000000000000000000000000001"),
    (["100000000000000000000", "0.0000000000000000001"], nil),
    (["10000000000000000000", "0.000000000000000001"], "10000000000000000000.000000000000000001"),
  ])
  func sums(numbers: [String], expected: String?) {
    for numbers in [numbers, numbers.reversed()] {
      let sum = JoinedInstances.sum(of: numbers.map { Array($0.utf8)[...] }, as: .decimal)
      #expect(sum.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
  }
}
