@testable import Statistics
import Testing
import _TestSupport

struct NaturalTests {
  private static let most = UInt128.max

  /// (2¹²⁸ - 1)² = (2¹²⁸ - 2) · 2¹²⁸ + 1.
  @Test func productsCarry() {
    let square = Natural(Self.most) * Natural(Self.most)
    var expected = Natural(1)
    expected.add(Self.most - 1, at: 1)
    #expect(square == expected)
    #expect(square.small == nil)
    #expect(square.divided(by: Self.most).quotient == Natural(Self.most))
    #expect(square.divided(by: Self.most).rest == 0)
  }

  @Test func differencesBorrow() {
    var large = Natural()
    large.add(1, at: 2)
    let rest = large - Natural(1)
    #expect(rest < large)
    #expect(rest.divided(by: Self.most).rest == 0)
    #expect((rest - rest).isZero)
    #expect(rest - rest == Natural())
  }

  /// Whatever is multiplied and added comes apart again.
  @Test func divisionUndoesMultiplication() {
    var random = SplitMix64(seed: 4)
    let edges: [UInt128] = [0, 1, Self.most - 1, Self.most, 1 << 127, (1 << 127) - 1]
    for _ in 1...2000 {
      func number(_ limbs: Int) -> Natural {
        var number = Natural()
        for position in 0..<limbs {
          let edge = edges.randomElement(using: &random) ?? 0
          let limb = UInt128.random(in: 0...Self.most, using: &random)
          number.add(Bool.random(using: &random) ? edge : limb, at: position)
        }
        return number
      }
      let divisor = number(Int.random(in: 1...3, using: &random)) * 2
      guard !divisor.isZero else { continue }
      let quotient = number(Int.random(in: 0...3, using: &random))
      var rest = number(Int.random(in: 0...3, using: &random)).divided(by: divisor).rest
      var dividend = quotient * divisor
      dividend.add(rest)
      #expect(dividend.divided(by: divisor).quotient == quotient)
      #expect(dividend.divided(by: divisor).rest == rest)
      rest.add(1)
      #expect(rest <= divisor)
    }
  }

  @Test func ratiosOfWhatNoFloatingNumberHolds() {
    var large = Natural()
    large.add(3, at: 20)
    #expect(Natural.ratio(large, large * 4) == 0.25)
    #expect(Natural.ratio(Natural(3), Natural(4)) == 0.75)
  }

  /// Parts of what is too large for the machine: a third, a half, and a little less than a half.
  @Test func quotientsAreCutToNoTie() {
    var half = Natural()
    half.add(1, at: 3)
    let whole = half * 2
    #expect(Quantity(whole, over: whole * 3).text(places: 12) == "0.333333333333")
    #expect(Quantity(half, over: whole).text(places: 0) == "1")
    #expect(Quantity(half - Natural(1), over: whole).text(places: 0) == "0")
    #expect(Quantity(half - Natural(1), over: whole).text(places: 12) == "0.500000000000")
    #expect(Quantity(half, over: whole, isNegative: true).text == "-0.5")
    guard case .ratio(let part, let base) = Quantity(whole, over: whole * 3) else {
      Issue.record("no quotient")
      return
    }
    #expect(part * 3 == base)
  }
}
