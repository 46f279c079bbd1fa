import BigInt
import Basics
import Testing
import _TestSupport

struct WideSumTests {
  /// Sums of products are those of whole numbers of any size.
  @Test func sumsAreExact() {
    var random = SplitMix64(seed: 11)
    var (sum, expected) = (WideSum(), BigInt(0))
    var (other, otherExpected) = (WideSum(), BigInt(0))
    for _ in 1...1000 {
      let (a, b) = (
        Int128.random(in: .min ... .max, using: &random),
        Int128.random(in: .min / 4096 ... .max / 4096, using: &random)
      )
      sum.add(a, times: b)
      expected += BigInt(a) * BigInt(b)
      #expect(sum.big == expected)
      #expect((sum - other).big == expected - otherExpected)
      #expect((sum < other) == (expected < otherExpected))
      if Bool.random(using: &random) {
        other += sum - WideSum(a)
        otherExpected += expected - BigInt(a)
        #expect(other.big == otherExpected)
      }
      if Int.random(in: 0...20, using: &random) == 0 {
        (other, otherExpected) = (WideSum(b), BigInt(b))
      }
    }
  }

  /// Quotients are those of whole numbers of any size, up to the largest of 255 bits.
  @Test func quotientsAreExact() {
    var random = SplitMix64(seed: 12)
    for _ in 1...1000 {
      let bits = (
        sum: Int.random(in: 0...126, using: &random), Int.random(in: 0...127, using: &random)
      )
      let sum = WideSum(
        Int128.random(in: 0 ... .max >> bits.sum, using: &random), times: .max >> bits.1)
      let divisor = UInt128.random(in: 1 ... .max >> UInt128(bits.sum), using: &random)
      let (quotient, remainder) = sum.quotientAndRemainder(dividingBy: divisor)
      let expected = sum.big.quotientAndRemainder(dividingBy: BigInt(divisor))
      #expect(quotient.big == expected.quotient)
      #expect(BigInt(remainder) == expected.remainder)
      #expect(quotient.unsigned.map { BigInt($0) } ?? quotient.big == expected.quotient)
    }
  }

  /// Squares of 1, of half a millionth, of 1.0384729384723 and of a hundred million of the largest
  /// weights; the third by Python's decimal.
  @Test(arguments: [
    ("1", 1, "1"), ("0.0000005", 1, "0.00000000000025"), ("3", 200, "1800"),
    ("1.0384729384723", 1, "1.07842604393929338145786729"),
    ("1000000000", 100_000_000, "100000000000000000000000000"), ("0", 5, "0"),
    ("0.000000000000000001", 1, "0.000000000000000000000000000000000001"),
  ])
  func squares(weight: String, times: Int128, expected: String) throws {
    let parts = try #require(ExactDecimal(weight)?.parts)
    var sum = WideSum()
    for _ in 0..<min(times, 200) { sum.add(parts, times: parts) }
    if times > 200 { sum = WideSum(parts * (times / 10_000_000), times: parts * 10_000_000) }
    #expect(sum.squaresText == expected)
    #expect(WideSum(squares: expected) == sum)
  }

  @Test(arguments: [
    "", "-1", "+1", ".5", "1.", "1.2.3", "1e3", "0.0000000000000000000000000000000000001", "１",
    "340282366920938463463374607431768211456",
  ])
  func otherTexts(text: String) {
    #expect(WideSum(squares: text) == nil)
  }
}
