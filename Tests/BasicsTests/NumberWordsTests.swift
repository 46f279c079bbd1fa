import Basics
@testable import Interchange
import Register
import Testing

struct NumberWordsTests {
  /// United Nations Editorial Manual, "Numbers": words below ten, figures from ten on.
  @Test(arguments: [
    (0, "none"), (1, "one"), (5, "five"), (9, "nine"), (10, "10"), (52, "52"), (999, "999"),
    (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"),
  ])
  func texts(number: Int, expected: String) {
    #expect(NumberWords.text(number) == expected)
  }

  @Test(arguments: [
    ("fifty-two", "52"), ("Fifty two of the 52 States", "52 /52"), ("51 of 52", "51 /52"),
    ("two of the six", "2 /6"), ("one State", "1"),
    ("1,234.5 per cent of all 2,000", "1234.5 /2000"),
    ("nineteen, twenty and twenty-one", "19 20 21"), ("of the fifty-three", "/53"), ("some", ""),
    ("twenty of ten", "20 /10"), ("someone", ""), ("none", "0"),
    ("98 per cent (51 of 52)", "98 51 /52"),
  ])
  func numbers(text: String, expected: String) {
    let found = NumberWords.numbers(in: text)
    #expect(found.map { ($0.isBase ? "/" : "") + $0.figures }.joined(separator: " ") == expected)
  }

  @Test(arguments: [(0, "0"), (9, "9"), (100, "100"), (100_000, "100,000")])
  func figures(number: Int, expected: String) {
    #expect(NumberWords.figure(number) == expected)
  }
}
