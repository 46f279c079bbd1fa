import Optimization
import Questionnaire
import Testing

/// Held against what can be counted out by hand, and against all numbers there are.
struct IntegerProgramTests {
  private typealias Variable = IntegerProgram.Variable
  private typealias Term = IntegerProgram.Term

  private func cheapest(_ equations: [[Term]], _ variables: [Variable]) -> [Int]? {
    let program = IntegerProgram(equations, variables: variables.count)
    guard case .cheapest(let values) = program.solve(variables) else { return nil }
    return values
  }

  /// What one has to give comes from the cheaper of two others, as far as that goes.
  @Test func takesTheCheapestFirst() {
    let equation = [Term(0, times: 1), Term(1, times: -1), Term(2, times: -1)]
    let variables = [
      Variable(in: 5...5, cost: 0), Variable(in: 0...3, cost: 1), Variable(in: 0...9, cost: 4),
    ]
    #expect(cheapest([equation], variables) == [5, 3, 2])
  }

  /// Half of 1 would be the cheapest, but is no whole number.
  @Test func numbersAreWhole() {
    let equation = [Term(0, times: 2), Term(1, times: -1)]
    #expect(
      cheapest([equation], [Variable(in: 0...9, cost: 1), Variable(in: 1...9, cost: 1)]) == [1, 2])
  }

  @Test func saysThatThereAreNone() {
    let equation = [Term(0, times: 2), Term(1, times: -1)]
    let program = IntegerProgram([equation], variables: 2)
    for most in [1, 2] {
      let odd = program.solve([Variable(in: 0...9, cost: 1), Variable(in: 1...most, cost: 1)])
      if case .impossible = odd { #expect(most == 1) } else { #expect(most == 2) }
    }
    if case .impossible = program.solve([
      Variable(in: 3...9, cost: 1), Variable(in: 1...5, cost: 1),
    ]) {
    } else {
      Issue.record("3 times 2 is more than 5")
    }
  }

  /// One program solved for other ranges and costs each time answers as a new one does.
  @Test func theLastSolutionDoesNotMatter() throws {
    // x + y = z, x + 2y = w
    let equations = [
      [Term(0, times: 1), Term(1, times: 1), Term(2, times: -1)],
      [Term(0, times: 1), Term(1, times: 2), Term(3, times: -1)],
    ]
    let program = IntegerProgram(equations, variables: 4)
    for seed in 0..<60 {
      let costs = [1 + seed % 3, 1 + seed % 5, 1 + seed % 7, 1 + seed % 2]
      let least = [0, 0, seed % 4, seed % 6]
      let variables = zip(least, costs).map { Variable(in: $0...6, cost: $1) }
      var best: Int?
      for x in 0...6 {
        for y in 0...6 {
          let values = [x, y, x + y, x + 2 * y]
          guard zip(values, variables).allSatisfy({ $1.range.contains($0) }) else { continue }
          let cost = zip(values, costs).reduce(0) { $0 + $1.0 * $1.1 }
          best = min(best ?? cost, cost)
        }
      }
      guard case .cheapest(let values) = program.solve(variables) else {
        #expect(best == nil)
        continue
      }
      #expect(zip(values, costs).reduce(0) { $0 + $1.0 * $1.1 } == best)
    }
  }
}
