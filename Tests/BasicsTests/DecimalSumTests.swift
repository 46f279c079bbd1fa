import Basics
import Testing

struct DecimalSumTests {
  private static func sum(_ texts: [String]) throws -> DecimalSum {
    var sum = DecimalSum()
    for text in texts { sum.add(try #require(ExactDecimal(text))) }
    return sum
  }

  private static let most = "99999999999999999999999999999999999999"
  private static let least = "0.00000000000000000000000000000000000001"

  /// Worked out with Python's decimal at a hundred digits; nil where no number has so many.
  @Test(arguments: [
    ([], "0"), (["0.1", "0.2"], "0.3"), (["-7", "7.5"], "0.5"),
    ([most, "1"], nil), ([most, "1", "-2"], "99999999999999999999999999999999999998"),
    ([most, "-99999999999999999999999999999999999998", least, "-\(least)"], "1"),
    ([least, least], "0.00000000000000000000000000000000000002"), ([most, least], nil),
    (["0.5", "0.0000000000000000005", "0.4999999999999999995"], "1"),
    (["-0.0000000000000000001", "-0.0000000000000000009"], "-0.000000000000000001"),
  ])
  func sums(texts: [String], expected: String?) throws {
    #expect(try Self.sum(texts).decimal?.description == expected)
    #expect(try Self.sum(texts.reversed()).decimal?.description == expected)
    var parts = try Self.sum(Array(texts.dropFirst()))
    parts += try Self.sum(Array(texts.prefix(1)))
    #expect(parts.decimal?.description == expected)
  }

  /// What no number holds is still exact.
  @Test func sumsBeyondNumbers() throws {
    let sum = try Self.sum([Self.most, Self.most, Self.least])
    #expect(
      sum.rational.fullText
        == "199999999999999999999999999999999999998.00000000000000000000000000000000000001")
  }
}
