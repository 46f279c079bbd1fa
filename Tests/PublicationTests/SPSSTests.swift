import Phrases
import Questionnaire
import Testing

@testable import Publication

/// Names and missing values of data files of SPSS.
struct SPSSTests {
  @Test func namesAreThoseOfSPSS() {
    var names = SPSSNames()
    let wanted = [
      "q1", "Q1", "q1", "by", "a-b", "1st", "end.", "é", "with", "q1_2", "", "straße", "STRASSE",
      "नमस्ते",
      String(repeating: "é", count: 40),
    ]
    #expect(
      wanted.map { names.name(for: $0) } == [
        "q1", "Q1_2", "q1_3", "by_2", "a_b", "v_1st", "end", "é", "with_2", "q1_2_2", "v_",
        "straße",
        "STRASSE_2", "नमस_त_",
        String(repeating: "é", count: 32),
      ])
  }

  /// The states lie below all answers, and apart from them.
  @Test(arguments: [
    (0.0, -9.0, -6.0), (-5.5, -9, -6), (-6, -90, -60), (-9, -90, -60), (-59.9, -90, -60),
    (-60, -900, -600), (1_000, -9, -6),
  ])
  func statesLieBelowAllAnswers(least: Double, first: Double, last: Double) {
    let states = SPSSStates(below: least)
    #expect(states.range == first...last)
    #expect(states.range.upperBound < least)
    let values = [AnswerState.noAnswer, .notApplicable, .notAsked, .unclear].compactMap {
      states.value(of: $0)
    }
    #expect(values == [-9, -8, -7, -6].map { $0 * last / -6 })
    #expect(states.value(of: .answered) == nil)
    #expect(states.labels(in: .english).map(\.value) == values.sorted())
  }
}
