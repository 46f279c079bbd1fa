import Basics
import Testing

@testable import Tabulation

struct VariablesTests {
  @Test func variablesKeepTheirOrder() {
    let band = DerivedVariable(
      source: Reader.index("books"), rules: [.range(from: 0, below: nil)], isOverlapping: false,
      isAboutAnswers: true)
    let variables = Reader.variables([band])
    #expect(variables.count == 10)
    #expect(variables.firstAttribute == 7)
    #expect(variables.firstDerived == 9)
    #expect(
      variables.forms.map(\.origin)[6...] == [.question, .attribute, .response, .derived(0)])
    #expect(
      variables.forms.map(\.kind) == [
        .single, .multiple, .ranking, .number, .date, .text, .single, .single, .single, .single,
      ])
    #expect(variables.forms.map(\.codeCount) == [3, 3, 3, 0, 0, 0, 3, 2, 2, 1])
    #expect(variables.scales[6] == [1, 2, 5])
    #expect(variables.scales[0] == nil)
  }

  /// Ticks, ranks and what overlaps have a mark a code, one after the other.
  @Test func marksLieSideBySide() {
    let overlapping = DerivedVariable(
      source: 0, rules: [.codes([0]), .codes([1])], isOverlapping: true, isAboutAnswers: true)
    let variables = Reader.variables([overlapping])
    #expect(variables.markCount == 8)
    #expect([1, 2, 9].map { variables.forms[$0].firstMark } == [0, 3, 6])
  }

  @Test func whatFollowsFromAnswersHasAnswerStates() {
    let fact = DerivedVariable(
      source: Reader.index("region"), rules: [.codes([0])], isOverlapping: false,
      isAboutAnswers: false)
    let answer = DerivedVariable(
      source: Reader.index("genre"), rules: [.codes([0])], isOverlapping: false,
      isAboutAnswers: true)
    let variables = Reader.variables([fact, answer])
    #expect((0..<11).filter { variables.isAboutAnswers($0) } == [0, 1, 2, 3, 4, 5, 6, 10])
  }
}
