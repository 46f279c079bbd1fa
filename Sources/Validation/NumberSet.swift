/// A set of submissions by their numbers: a bit each, since there may be millions.
struct NumberSet: Sendable {
  private var words: [UInt64] = []
  private(set) var count = 0

  func contains(_ number: Int) -> Bool {
    number / 64 < words.count && words[number / 64] & bit(number) != 0
  }

  mutating func insert(_ number: Int) {
    if contains(number) { return }
    while words.count <= number / 64 { words.append(0) }
    words[number / 64] |= bit(number)
    count += 1
  }

  private func bit(_ number: Int) -> UInt64 {
    1 << UInt64(number % 64)
  }
}
