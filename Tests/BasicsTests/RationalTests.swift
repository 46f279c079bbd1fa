import BigInt
import Basics
import Testing
import _TestSupport

struct RationalTests {
  /// Every law of the rationals, for numbers around the edge of 128 bits: what is worked out in 128
  /// bits and what is not are one number.
  @Test func lawsHoldOnBothSidesOf128Bits() throws {
    var random = SplitMix64(seed: 7)
    let edges: [Int128] = [0, 1, -1, 2, .max, .max - 1, .min, .min + 1, 1 << 64, -(1 << 63)]
    func part() -> Int128 {
      switch Int.random(in: 0...3, using: &random) {
      case 0: edges.randomElement(using: &random) ?? 1
      case 1: Int128.random(in: .min ... .max, using: &random)
      default: Int128.random(in: -1000...1000, using: &random)
      }
    }
    func number() -> Rational {
      let denominator = part()
      return Rational(part(), over: denominator == 0 ? 1 : denominator)
    }
    for _ in 1...500 {
      let (a, b, c) = (number(), number(), number())
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a - b + b == a)
      #expect((a < b) == ((a - b).sign < 0))
      if b.sign != 0 {
        #expect(a / b * b == a)
        let rest = a % b
        #expect(((a - rest) / b).whole != nil)
        #expect(rest.magnitude < b.magnitude && (rest.sign == 0 || rest.sign == a.sign))
      }
      #expect(Rational(a.floor) <= a && a < Rational(a.floor + 1))
    }
  }

  @Test(arguments: [
    ("0", "0", "1"), ("-0", "0", "1"), ("12.50", "25", "2"), ("-0.125", "-1", "8"),
    (".5", "1", "2"), ("5.", "5", "1"),
    ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727", "1"),
    ("170141183460469231731687303715884105728", "170141183460469231731687303715884105728", "1"),
    (
      "0.00000000000000000000000000000000000000000005", "1",
      "20000000000000000000000000000000000000000000"
    ),
  ])
  func reads(text: String, numerator: String, denominator: String) throws {
    let number = try #require(Rational(text))
    #expect(String(number.numerator) == numerator)
    #expect(String(number.denominator) == denominator)
  }

  @Test(arguments: ["", "-", ".", "-.", "1.2.3", "--1", "+1", "1e3", " 1", "1 ", "١", "NaN", "inf"])
  func otherTexts(text: String) {
    #expect(Rational(text) == nil)
  }

  /// A third, roots of large numbers, and what no floating number holds both parts of.
  @Test func nearestFloatingNumbers() {
    #expect(Rational(1 as Int128, over: 3).double == 1.0 / 3.0)
    #expect(Rational(-2 as Int128, over: 3).double == -2.0 / 3.0)
    let large = BigInt(3).power(1000)
    #expect(Rational(large, over: large * 4 + 1).double == 0.25)
    #expect(Rational(BigInt(2).power(100) + 1, over: 1).double == 0x1p100)
    #expect(Rational(BigInt(1), over: BigInt(2).power(200)).double == 0x1p-200)
    #expect(Rational("0.1")?.double == 0.1)
    #expect(Rational("123456789012345678.123456789")?.double == 123456789012345678.123456789)
  }
}
