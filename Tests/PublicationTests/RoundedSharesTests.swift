import Testing

@testable import Publication

struct RoundedSharesTests {
  /// Counts of a base, and their percentages in units of the last decimal.
  @Test(
    arguments: [
      ([1, 1, 1], 1, [34, 33, 33]), ([1, 1, 1], 10, [334, 333, 333]), ([1, 2], 1, [33, 67]),
      ([483, 1], 1, [99, 1]), ([1, 998, 1], 1, [1, 98, 1]), ([3, 0, 1], 1, [75, 0, 25]),
      ([0, 5], 1, [0, 100]), ([2, 2, 2, 1], 1, [29, 29, 28, 14]),
    ] as [([Int128], Int128, [Int128])])
  func largestRemainder(counts: [Int128], unit: Int128, expected: [Int128]) {
    let rounded = RoundedShares.round(counts.map { $0 * 100 }, counts.reduce(0, +), to: unit)
    #expect(rounded == expected)
    #expect(rounded.reduce(0, +) == 100 * unit)
  }

  /// More codes than per cent: what is something cannot all be more than nothing.
  @Test func moreCodesThanPerCent() {
    let rounded = RoundedShares.round([Int128](repeating: 100, count: 150), 150, to: 1)
    #expect(rounded.reduce(0, +) == 100)
    #expect(rounded.allSatisfy { $0 <= 1 })
  }

  /// Parts that were rounded may miss the base by what is far less than a unit.
  @Test func weightsThatWereRounded() {
    let third: Int128 = 333_333_333_333
    let rounded = RoundedShares.round(
      [third * 100, third * 100, third * 100], 1_000_000_000_000, to: 1)
    #expect(rounded == [34, 33, 33])
  }
}
