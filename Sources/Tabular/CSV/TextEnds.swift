/// Where texts end that stand behind one another in a run of bytes, each in four bytes: there may be millions.
package struct TextEnds: Sendable {
  /// The ends without what is beyond 32 bits.
  private var low: [UInt32] = []
  /// The texts with which the run passes one more 2³²; a run of fewer bytes has none.
  private var carries: [Int] = []

  package init() {}

  package var count: Int { low.count }

  /// - Parameter end: Not below the one before.
  package mutating func append(_ end: Int) {
    while end >> 32 > carries.count { carries.append(low.count) }
    low.append(UInt32(truncatingIfNeeded: end))
  }

  package subscript(number: Int) -> Int {
    let end = Int(low[number])
    return carries.isEmpty ? end : carries.count { $0 <= number } << 32 + end
  }

  /// Where a text begins and ends.
  package func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : self[number - 1])..<self[number]
  }
}
