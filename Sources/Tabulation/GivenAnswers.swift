package import Basics
package import Questionnaire
package import Tabular

/// What a unit that replied answered to each question, before anything is made of it.
///
/// Aggregation reads it from the fields of a submission; disclosure control makes it up, to see whom
/// published counts could be of.
package struct GivenAnswers: Sendable {
  /// What numbers, dates and texts are read from.
  package enum Words: Sendable {
    case none
    /// The fields of a submission, by question.
    case fields(StageRow)
    /// A number that was made up, or a date: its digits.
    case number(text: String, value: ExactDecimal)
  }

  /// By variable, of which only the questions are known.
  package var states: [AnswerState]
  /// By variable, the one code by which tables count the unit: the answer, or the choice ranked
  /// first; -1 where there is none.
  package var codes: [Int32]
  /// The choices of multi-selects and rankings, by `Variables.Form.firstMark`: 0 for what was not
  /// chosen, 1 for what was ticked, the rank from 1 for what was ranked.
  package var marks: [UInt8]
  package let words: Words

  package init(states: [AnswerState], codes: [Int32], marks: [UInt8], words: Words) {
    (self.states, self.codes, self.marks, self.words) = (states, codes, marks, words)
  }

  /// Nothing is answered yet.
  package init(_ variables: Variables, _ words: Words) {
    states = [AnswerState](repeating: .answered, count: variables.count)
    for question in 0..<variables.firstAttribute { states[question] = .noAnswer }
    codes = [Int32](repeating: -1, count: variables.count)
    marks = [UInt8](repeating: 0, count: variables.markCount)
    self.words = words
  }
}
