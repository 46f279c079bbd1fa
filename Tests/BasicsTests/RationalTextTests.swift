import BigInt
import Basics
import Testing

struct RationalTextTests {
  /// Percentages as they are printed: all and nothing only where they are exact.
  @Test(arguments: [
    (52, 52, 0, "100"), (0, 52, 0, "0"), (51, 52, 0, "98"), (35, 78, 0, "45"), (1, 2, 0, "50"),
    // 483 of 484 is 99.793…, 1 of 484 is 0.206…
    (483, 484, 0, "99.8"), (1, 484, 0, "0.2"), (483, 484, 1, "99.8"), (483, 484, 2, "99.79"),
    // 1999 of 2000 is 99.95, which one decimal would make 100.0.
    (1999, 2000, 0, "99.95"), (1999, 2000, 1, "99.95"), (1, 10_000, 0, "0.01"),
    (99_999, 100_000, 0, "99.999"), (1, 1_000_000, 1, "0.0001"),
    // Exactly a half goes up.
    (1, 200, 0, "1"), (5, 200, 0, "3"), (1, 8, 0, "13"), (1, 8, 1, "12.5"), (25, 1000, 0, "3"),
    (199, 200, 0, "99.5"), (1, 3, 1, "33.3"), (2, 3, 1, "66.7"), (1, 3, 0, "33"),
    (52, 52, 1, "100.0"), (0, 52, 1, "0.0"), (1, 2, 2, "50.00"),
  ])
  func percentages(numerator: Int, base: Int, decimals: Int, expected: String) {
    #expect(Rational.percent(numerator, of: base).percentText(decimals: decimals) == expected)
  }

  /// Python's decimal; without an end, to twelve decimals or, of what is small, twelve digits.
  @Test(arguments: [
    (1, 3, "0.333333333333"), (2, 3, "0.666666666667"), (1, 8, "0.125"), (100, 4, "25"),
    (0, 7, "0"), (-1, 2, "-0.5"), (1, -2, "-0.5"), (-7, -7, "1"), (4500, 100, "45"),
    (1_500_000, 1_000_000, "1.5"), (1, 1_000_000_000_000, "0.000000000001"),
    (1, 10_000_000_000_000, "0.0000000000001"), (1, 3_000_000, "0.000000333333333333"),
    (1, 30_000_000_000_000, "0.0000000000000333333333333"), (1, 16_384, "0.00006103515625"),
    (-1, 1_048_576, "-0.00000095367431640625"), (3500, 78, "44.871794871795"),
    (.max, 1, "9223372036854775807"),
  ])
  func exactQuotients(numerator: Int, denominator: Int, expected: String) {
    #expect(Rational(Int128(numerator), over: Int128(denominator)).fullText == expected)
  }

  @Test(arguments: [
    (1, 2, 0, "1"), (-1, 2, 0, "-1"), (3, 2, 0, "2"), (-3, 2, 0, "-2"), (1, 4, 1, "0.3"),
    (-1, 4, 1, "-0.3"), (1, 3, 2, "0.33"), (-1, 300, 1, "0.0"), (1999, 1000, 2, "2.00"),
    (9995, 1000, 2, "10.00"), (9994, 1000, 2, "9.99"), (7, 1, 3, "7.000"),
  ])
  func fixedDecimals(numerator: Int, denominator: Int, decimals: Int, expected: String) {
    #expect(
      Rational(Int128(numerator), over: Int128(denominator)).text(decimals: decimals) == expected)
  }

  /// Of numbers that no 128 bits hold: a third, a half, and a little less than a half.
  @Test func longQuotientsAreRoundedOnce() {
    let half = BigInt(7).power(300)
    let whole = half * 2
    #expect(Rational(half, over: half * 3).text(decimals: 12) == "0.333333333333")
    #expect(Rational(half, over: whole).text(decimals: 0) == "1")
    #expect(Rational(half - 1, over: whole).text(decimals: 0) == "0")
    #expect(Rational(half - 1, over: whole).text(decimals: 12) == "0.500000000000")
    #expect(Rational(-half, over: whole).fullText == "-0.5")
    #expect(Rational((whole - 1) * 100, over: whole).percentText(decimals: 0).hasPrefix("100.000"))
    #expect(Rational(whole * 100, over: whole).percentText(decimals: 0) == "100")
  }

  /// Python: `Decimal(x).quantize(…, ROUND_HALF_UP)`.
  @Test(arguments: [
    ("12345678901234567890.5", 0, "12345678901234567891"),
    ("99999999999999999999.999999999999999999", 12, "100000000000000000000.000000000000"),
    ("-0.000000000000000000000000000000000000005", 38, "-0.00000000000000000000000000000000000001"),
    ("0.0049999999999999999999999999999999999999", 2, "0.00"),
  ])
  func manyDigits(text: String, decimals: Int, expected: String) {
    #expect(Rational(text)?.text(decimals: decimals) == expected)
  }
}
