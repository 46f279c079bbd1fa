/// Some of the values of a dimension, by their numbers.
struct ValueSet: Hashable, Comparable {
  private var words: [UInt64]

  static func none(of count: Int) -> ValueSet {
    ValueSet(words: [UInt64](repeating: 0, count: (count + 63) / 64))
  }

  /// The values from 0 for which something holds.
  init(of count: Int, where holds: (Int) -> Bool) {
    self = .none(of: count)
    for value in 0..<count where holds(value) { words[value / 64] |= 1 << UInt64(value % 64) }
  }

  private init(words: [UInt64]) {
    self.words = words
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ value: Int) -> Bool {
    words[value / 64] & (1 << UInt64(value % 64)) != 0
  }

  func intersection(_ other: ValueSet) -> ValueSet {
    ValueSet(words: zip(words, other.words).map { $0 & $1 })
  }

  func union(_ other: ValueSet) -> ValueSet {
    ValueSet(words: zip(words, other.words).map { $0 | $1 })
  }

  func subtracting(_ other: ValueSet) -> ValueSet {
    ValueSet(words: zip(words, other.words).map { $0 & ~$1 })
  }

  /// Whether all values are in another set, those of a third aside.
  func isSubset(of other: ValueSet, besides third: ValueSet? = nil) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other.words[$0] & ~(third?.words[$0] ?? 0) == 0 }
  }

  static func < (left: ValueSet, right: ValueSet) -> Bool {
    left.words.lexicographicallyPrecedes(right.words)
  }
}
