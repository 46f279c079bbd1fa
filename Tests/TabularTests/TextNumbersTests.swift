import Tabular
import Testing
import _TestSupport

struct TextNumbersTests {
  /// Held against a dictionary, with texts that are met again and the empty one.
  @Test(arguments: [0, 1, 48, 49, 5_000])
  func numbers(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    var numbers = TextNumbers()
    var known: [String: Int] = [:]
    for _ in 0..<count * 2 {
      let text =
        ["", "R", "Ré"].randomElement(using: &random)! + String(random.next() % UInt64(count))
      let number = known[text, default: known.count]
      #expect(numbers.number(of: Array(text.utf8)) == known[text])
      known[text] = number
      #expect(numbers.number(adding: Array(text.utf8)) == number)
    }
    #expect(numbers.count == known.count)
    for (text, number) in known { #expect(numbers.text(of: number) == text) }
    #expect(numbers.number(of: Array("another".utf8)) == nil)
  }

  @Test func emptyText() {
    var numbers = TextNumbers()
    #expect(numbers.number(adding: []) == 0)
    #expect(numbers.number(adding: Array("a".utf8)) == 1)
    #expect(numbers.number(adding: []) == 0)
    #expect(numbers.text(of: 0) == "")
  }
}
