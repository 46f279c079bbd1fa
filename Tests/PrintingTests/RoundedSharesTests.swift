import BigInt
@testable import Printing
import Testing

struct RoundedSharesTests {
  /// Counts of a base, and their percentages in units of the last decimal.
  @Test(
    arguments: [
      ([1, 1, 1], 1, [34, 33, 33]), ([1, 1, 1], 10, [334, 333, 333]), ([1, 2], 1, [33, 67]),
      ([3, 0, 1], 1, [75, 0, 25]), ([0, 5], 1, [0, 100]), ([2, 2, 2, 1], 1, [29, 29, 28, 14]),
      // 12.5 and 37.5 twice lose a half each: of the two points one goes to each larger one.
      ([1, 3, 1, 3], 1, [12, 38, 12, 38]),
    ] as [([BigInt], BigInt, [BigInt])])
  func largestRemainder(counts: [BigInt], unit: BigInt, expected: [BigInt]) {
    let rounded = RoundedShares.round(counts, to: unit)
    #expect(rounded == expected)
    #expect(rounded.reduce(0, +) == 100 * unit)
  }

  /// Something is not printed as nothing, nor less than all as 100.
  @Test(
    arguments: [
      ([483, 1], 1, [998, 2]), ([1, 998, 1], 1, [1, 998, 1]),
      ([991, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1, [991, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
      // With one decimal 1 of 2,000 would be 0.0.
      ([1, 1957, 11, 10, 3, 18], 2, [5, 9785, 55, 50, 15, 90]),
      ([1, 1], 0, [50, 50]), ([2, 0], 0, [100, 0]),
    ] as [([BigInt], Int, [BigInt])])
  func asManyDecimalsAsItTakes(counts: [BigInt], decimals: Int, expected: [BigInt]) {
    #expect(RoundedShares.decimals(for: counts, atLeast: 0) == decimals)
    let unit = (0..<decimals).reduce(BigInt(1)) { unit, _ in unit * 10 }
    #expect(RoundedShares.round(counts, to: unit) == expected)
  }

  /// More codes than per cent: 150 times 0.66… are 100 times 0.7 and 50 times 0.6.
  @Test func moreCodesThanPerCent() {
    let counts = [BigInt](repeating: 1, count: 150)
    #expect(RoundedShares.decimals(for: counts, atLeast: 0) == 1)
    let rounded = RoundedShares.round(counts, to: 10)
    #expect(
      rounded == [BigInt](repeating: 7, count: 100) + [BigInt](repeating: 6, count: 50))
  }

  /// Weights in parts of a unit that no 128 bits hold times a hundred.
  @Test func largeWeights() {
    let part = BigInt(7).power(200)
    #expect(
      RoundedShares.round([part, part, part], to: 1_000_000) == [
        33_333_334, 33_333_333, 33_333_333,
      ])
  }
}
