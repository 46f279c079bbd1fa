import Testing

@testable import Validation

struct NumberSetTests {
  /// On both sides of the ends of words of 64 bits, twice each.
  @Test func numbersOfAllWords() {
    let numbers = [0, 1, 63, 64, 127, 128, 6_400]
    var set = NumberSet()
    #expect(!set.contains(0))
    for number in numbers + numbers { set.insert(number) }
    #expect(set.count == 7)
    #expect((0...6_500).filter(set.contains) == numbers)
  }
}
