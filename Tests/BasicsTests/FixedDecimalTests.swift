import Basics
import Testing

struct FixedDecimalTests {
  private static let numbersCases: [(String, String, String)] = [
    ("0", "0", "0"), ("12", "12000000000000000000", "12"), ("-0.5", "-500000000000000000", "-0.5"),
    ("-0", "0", "0"), ("007", "7000000000000000000", "7"), ("1.50", "1500000000000000000", "1.5"),
    (".75", "750000000000000000", "0.75"), ("-.5", "-500000000000000000", "-0.5"),
    ("0.000000000000000001", "1", "0.000000000000000001"),
    ("1.0384729384723", "1038472938472300000", "1.0384729384723"),
    (
      "-99999999999999999999.999999999999999999", "-99999999999999999999999999999999999999",
      "-99999999999999999999.999999999999999999"
    ),
  ]

  @Test(arguments: numbersCases)
  func numbers(text: String, parts: String, description: String) {
    let number = FixedDecimal(text)
    #expect(number.map { String($0.parts) } == parts)
    #expect(number?.description == description)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "1.", ".-5", "..5", ".5.", "+1", "--1", "1e3", "1,5", "1 000", " 1",
    "1.2.3",
    "0.0000000000000000001", "100000000000000000000", "1.0000000000000000000", "NaN", "0x10", "１",
    "1_0", "- 1",
  ])
  func otherTexts(text: String) {
    #expect(FixedDecimal(text) == nil)
  }

  @Test func otherDecimalMark() {
    #expect(FixedDecimal("1,5", decimalMark: ",") == FixedDecimal("1.5"))
    #expect(FixedDecimal("1٫5", decimalMark: "٫") == FixedDecimal("1.5"))
    #expect(FixedDecimal("1.5", decimalMark: "٫") == nil)
    #expect(FixedDecimal("1.5", decimalMark: ",") == nil)
  }

  @Test(arguments: [
    ("1.5", "1000", "1500"), ("0.1", "0.25", "0.025"), ("-2", "0.000001", "-0.000002"),
    ("0", "7", "0"),
    ("0.1", "0.000000000000000001", nil), ("99999999999999999999", "10", nil),
    ("99999999999999999999", "99999999999999999999", nil), ("-3", "-0.5", "1.5"),
  ])
  func products(left: String, right: String, expected: String?) throws {
    let product = try #require(FixedDecimal(left)).times(try #require(FixedDecimal(right)))
    #expect(product?.description == expected)
  }

  @Test(arguments: [("2", true), ("2.0", true), ("-2.5", false), ("0.000001", false)])
  func whole(text: String, expected: Bool) {
    #expect(FixedDecimal(text)?.isWhole == expected)
  }

  @Test func order() {
    let numbers = ["10", "9.5", "-1", "-1.5", "0"].compactMap { FixedDecimal($0) }
    #expect(numbers.sorted().map(\.description) == ["-1.5", "-1", "0", "9.5", "10"])
  }
}
