import Interchange
import Phrases
import Questionnaire

/// The values that stand for the answer states of a variable: a range below all its answers, declared as
/// missing. They are -9 to -6, or as many tens, hundreds … below nought as there must be.
struct SPSSStates {
  private let scale: Double

  /// - Parameter least: The smallest answer.
  init(below least: Double) {
    var scale = 1.0
    while least <= -6 * scale { scale *= 10 }
    self.scale = scale
  }

  var range: ClosedRange<Double> { (-9 * scale)...(-6 * scale) }

  /// Nil for a state that no submission has.
  func value(of state: AnswerState) -> Double? {
    switch state {
    case .noAnswer: -9 * scale
    case .notApplicable: -8 * scale
    case .notAsked: -7 * scale
    case .unclear: -6 * scale
    case .answered, .didNotReply: nil
    }
  }

  func labels(in language: Language) -> [(value: Double, label: String)] {
    AnswerState.allCases.compactMap { state in
      value(of: state).map { ($0, language.heading(state.phrase)) }
    }
  }
}
