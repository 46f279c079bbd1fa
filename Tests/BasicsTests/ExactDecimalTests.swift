import Basics
import Testing
import _TestSupport

struct ExactDecimalTests {
  /// Python: `Decimal` in a context of 60 digits, `quantize` with ROUND_HALF_UP.
  @Test(arguments: [
    (1, 3, "0.333333333333333333"), (-200, 3, "-66.666666666666666667"), (1, 8, "0.125"),
    (0, 5, "0"),
    (1, 7_000_000_000, "0.000000000142857143"), (5, 1 << 20, "0.00000476837158203125"),
  ])
  func quotientsAreRounded(numerator: Int, denominator: Int, expected: String) {
    let number = Rational(Int128(numerator), over: Int128(denominator))
    #expect(ExactDecimal(rounding: number)?.description == expected)
  }

  @Test func whatHasTooManyDigitsIsNoNumber() {
    let power = Rational("1" + String(repeating: "0", count: 37)) ?? Rational(0)
    #expect(ExactDecimal(rounding: power) == ExactDecimal("1" + String(repeating: "0", count: 37)))
    #expect(ExactDecimal(rounding: power * Rational(10)) == nil)
  }

  /// The least and greatest of every split are Python's: `10**38 - 1`, moved by `Decimal.scaleb`.
  @Test(arguments: [
    ("0", "0"), ("12", "12"), ("-0.5", "-0.5"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"),
    (".75", "0.75"), ("-.5", "-0.5"), ("-0.000", "0"), ("100", "100"), ("10.010", "10.01"),
    ("1.0384729384723", "1.0384729384723"),
    ("-99999999999999999999.999999999999999999", "-99999999999999999999.999999999999999999"),
    ("0.0000000000000000001", "0.0000000000000000001"),
    ("100000000000000000000", "100000000000000000000"),
    ("-99999999999999999999999999999999999999", "-99999999999999999999999999999999999999"),
    ("9999999999999999999999999.9999999999999", "9999999999999999999999999.9999999999999"),
    ("9.9999999999999999999999999999999999999", "9.9999999999999999999999999999999999999"),
    ("-.99999999999999999999999999999999999999", "-0.99999999999999999999999999999999999999"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    // Noughts before a number and at the end of its decimals are no digits of it.
    ("000000000000000000000000000000000000000001.0000000000000000000000000000000000000000", "1"),
    (
      "99999999999999999999999999999999999999.0000", "99999999999999999999999999999999999999"
    ),
    ("0.5000000000000000000000000000000000000000000000", "0.5"),
  ])
  func numbers(text: String, description: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.description == description)
    #expect(number.rational == Rational(text))
    // However it is written, it is the same number.
    #expect(ExactDecimal(description) == number)
    #expect(ExactDecimal(exactly: number.rational) == number)
    #expect(description.utf8.count <= ExactDecimal.longest)
  }

  @Test(arguments: [
    "", "-", ".", "-.", "1.", ".-5", "..5", ".5.", "+1", "--1", "1e3", "1,5", "1 000", " 1",
    "1.2.3", "NaN", "0x10", "１", "1_0", "- 1",
    // More than 38 digits: 39 nines are more than 128 bits hold.
    "100000000000000000000000000000000000000", "999999999999999999999999999999999999999",
    "1.00000000000000000000000000000000000001", "0.000000000000000000000000000000000000001",
    "1000000000000000000000000000000000000.01", "0.100000000000000000000000000000000000001",
  ])
  func otherTexts(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    "99999999999999999999.999999999999999999", "0.000000000000000001", "-7", "0",
  ])
  func commonNumbersHaveCommonParts(text: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.parts == number.mantissa)
    #expect(Rational(number.mantissa, over: ExactDecimal.one) == Rational(text))
    #expect(ExactDecimal(parts: number.mantissa) == number)
  }

  @Test(arguments: ["100000000000000000000", "0.0000000000000000001", "123456789012345678901.5"])
  func longNumbersHaveNoCommonParts(text: String) throws {
    #expect(try #require(ExactDecimal(text)).parts == nil)
  }

  @Test func otherDecimalMark() {
    #expect(ExactDecimal("1,5", decimalMark: ",") == ExactDecimal("1.5"))
    #expect(ExactDecimal("1٫5", decimalMark: "٫") == ExactDecimal("1.5"))
    #expect(ExactDecimal("1.5", decimalMark: "٫") == nil)
    #expect(ExactDecimal("1.5", decimalMark: ",") == nil)
  }

  @Test(arguments: [
    ("1.5", "1000", "1500"), ("0.1", "0.25", "0.025"), ("-2", "0.000001", "-0.000002"),
    ("0", "7", "0"),
    ("0.1", "0.000000000000000001", "0.0000000000000000001"),
    ("99999999999999999999", "10", "999999999999999999990"),
    ("99999999999999999999", "99999999999999999999", nil), ("-3", "-0.5", "1.5"),
    (
      "-10000000000000000000000000000000000000", "0.00000000000000000000000000000000000001",
      "-0.1"
    ),
    ("0.00000000000000000000000000000000000001", "0.1", nil),
    ("0.00000000000000000005", "0.00000000000000002", "0.000000000000000000000000000000000001"),
  ])
  func products(left: String, right: String, expected: String?) throws {
    let product = try #require(ExactDecimal(left)).times(try #require(ExactDecimal(right)))
    #expect(product?.description == expected)
  }

  @Test(arguments: [
    ("2", 2), ("2.0", 2), ("-2.5", nil), ("0.000001", nil), ("-7", -7),
    ("9223372036854775807", .max), ("9223372036854775808", nil),
    ("99999999999999999999999999999999999999", nil),
  ])
  func whole(text: String, expected: Int?) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.whole == expected)
    #expect(number.isWhole == !["-2.5", "0.000001"].contains(text))
  }

  @Test func order() {
    let numbers = [
      "99999999999999999999999999999999999999", "10", "9.5", "-1", "-1.5", "0",
      "0.00000000000000000000000000000000000001", "-0.00000000000000000000000000000000000001",
      "1.0000000000000000000000000000000000001", "1", "100000000000000000000",
      "99999999999999999999.5", "-99999999999999999999999999999999999999",
      "-1.0000000000000000001",
    ].compactMap { ExactDecimal($0) }
    // By Python: `sorted(map(Decimal, …))`.
    #expect(
      numbers.sorted().map(\.description) == [
        "-99999999999999999999999999999999999999", "-1.5", "-1.0000000000000000001", "-1",
        "-0.00000000000000000000000000000000000001", "0",
        "0.00000000000000000000000000000000000001", "1",
        "1.0000000000000000000000000000000000001", "9.5", "10", "99999999999999999999.5",
        "100000000000000000000", "99999999999999999999999999999999999999",
      ])
  }

  /// Of numbers of every length and split: they are as large as their fractions, which are worked out
  /// in whole numbers of any size.
  @Test func everySplit() throws {
    var random = SplitMix64(seed: 38)
    var earlier = try #require(ExactDecimal("1"))
    for _ in 1...2000 {
      let length = Int.random(in: 1...38, using: &random)
      let decimals = Int.random(in: 0...38, using: &random)
      let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let padded = String(repeating: "0", count: max(0, decimals + 1 - length)) + digits
      let sign = Bool.random(using: &random) ? "-" : ""
      let text =
        "\(sign)\(padded.dropLast(decimals))" + (decimals > 0 ? ".\(padded.suffix(decimals))" : "")
      let number = try #require(ExactDecimal(text), "\(text)")
      let exact = try #require(Rational(text))
      #expect(number.rational == exact)
      #expect(Rational(number.description) == exact)
      #expect((number < earlier) == (exact < earlier.rational))
      #expect((number == earlier) == (exact == earlier.rational))
      var sum = DecimalSum(number)
      sum.add(earlier)
      #expect(sum.rational == exact + earlier.rational)
      #expect(sum.decimal?.rational ?? sum.rational == sum.rational)
      let product = number.times(earlier)
      #expect(product == ExactDecimal(exactly: exact * earlier.rational))
      earlier = number
    }
  }
}
