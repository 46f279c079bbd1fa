import Testing

@testable import Interchange

struct NumberWordsTests {
  /// United Nations Editorial Manual, "Numbers": words below ten, figures from ten on.
  @Test(arguments: [
    (0, "none"), (1, "one"), (5, "five"), (9, "nine"), (10, "10"), (52, "52"), (999, "999"),
    (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"),
  ])
  func texts(number: Int, expected: String) {
    #expect(NumberWords.text(number) == expected)
  }

  @Test(arguments: [(0, "0"), (9, "9"), (100, "100"), (100_000, "100,000")])
  func figures(number: Int, expected: String) {
    #expect(NumberWords.figure(number) == expected)
  }
}
