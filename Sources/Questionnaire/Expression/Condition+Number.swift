package import Basics

extension Condition {
  /// What an expression that stands for a number comes to.
  package enum Outcome: Sendable {
    /// It depends on an answer that is not known.
    case open
    /// There is none, as where something is divided by nought.
    case none
    case number(Rational)
  }

  /// The number that it comes to.
  ///
  /// - Parameter isOpen: Whether what it asks for is not known.
  package func outcome(
    for answers: some AnswerSource, isOpen: (Asked) -> Bool
  ) -> Outcome {
    let openness = Openness(answers: answers)
    let root = resolved(by: openness, isOpen)
    if openness.isOpen(root, isOpen) { return .open }
    return Self.evaluate(root, answers).number.exact.map(Outcome.number) ?? .none
  }
}
