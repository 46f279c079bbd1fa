import Basics
import Testing

@testable import Drafting

struct NumberScaleTests {
  @Test(arguments: [
    ("Rate this", [1, 2, 3, 4, 5], 10, true), ("Q4", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 22, true),
    ("Do you agree?", [1, 2], 4, true), ("Which country?", [1, 2, 3], 6, true),
    // Too few answers, a point that nobody took, a nought, too many points, no two.
    ("Rate this", [1, 2, 3, 4, 5], 9, false), ("Rate this", [1, 2, 4], 90, false),
    ("Rate this", [0, 1, 2], 90, false), ("Rate", Array(1...11), 90, false),
    ("Rate", [1], 9, false),
    ("How many cups?", [1, 2], 9, false), ("Your age", [1, 2], 9, false),
    ("Número de hijos", [1, 2], 9, false), ("¿Cuántos hijos?", [1, 2], 9, false),
  ])
  func scales(title: String, numbers: [Int], answered: Int, isScale: Bool) throws {
    let points = try numbers.map { try #require(ExactDecimal(String($0))) }
    let scale = NumberScale(points.shuffled(), answered: answered, title: title)
    #expect(scale?.labels == (isScale ? numbers.map(String.init) : nil))
  }

  @Test func fractions() throws {
    let numbers = try ["1", "2", "1.5"].map { try #require(ExactDecimal($0)) }
    #expect(NumberScale(numbers, answered: 90, title: "Rate") == nil)
  }
}
