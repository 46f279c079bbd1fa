/// When each choice of a question is offered: its `choice_filter`, written out for each choice, and the
/// versions of the form that had the choice.
///
/// A choice that a unit was not offered it could not choose: it stands in the base of no such choice.
package struct ChoiceOffers: Sendable {
  /// What of the form decides it, in words.
  package let reason: String
  /// By code, when a choice is offered; nil for one that is offered to whoever is asked.
  package let expressions: [Expression?]
  /// What the columns of `choices.csv` say of the choices.
  var fields: Set<String> = []

  /// When each choice is offered, by code; nil where that is always so.
  ///
  /// Tables ask for it, and they do not know the words of text answers.
  ///
  /// - Throws: A `BindingError` for a name that nothing defines, or for words.
  package func conditions(in form: Questionnaire) throws(Expression.BindingError) -> [Condition?] {
    var conditions: [Condition?] = []
    for expression in expressions {
      var condition = try expression.map { expression throws(Expression.BindingError) in
        try bound(expression, to: form, saying: fields)
      }
      // Nobody would be offered it, which is a slip in its row.
      if let expression, condition?.alwaysIs == false {
        condition = try bound(expression, to: form, saying: [])
      }
      conditions.append(condition.flatMap { $0.alwaysIs == true ? nil : $0 })
    }
    return conditions
  }

  /// - Parameter fields: What is said of choices and need be no choice of a question.
  private func bound(
    _ expression: Expression, to form: Questionnaire, saying fields: Set<String>
  ) throws(Expression.BindingError) -> Condition {
    try expression.bound(
      within: Expression.Scope(
        names: form.names, namesOtherChoices: true, saidOfChoices: fields
      ) { name in
        form[name].map { Variable($0) }
      })
  }
}

extension Question {
  /// When each of its choices is offered, by code; nil where that is always so. Empty where all are
  /// offered to whoever is asked.
  ///
  /// - Parameter form: One that has been checked.
  package func offers(in form: Questionnaire) -> [Condition?] {
    let conditions = (try? offers?.conditions(in: form)) ?? []
    return conditions.contains { $0 != nil } ? conditions : []
  }
}

extension Condition {
  /// Whether it holds, where that is the same whatever anybody answers.
  fileprivate var alwaysIs: Bool? {
    truth { part in part.uses.isEmpty ? part.holds(for: NoAnswers()) : nil }
  }
}

/// Somebody of whom nothing is known.
private struct NoAnswers: AnswerSource {
  func code(of variable: Int) -> Int? { nil }
  func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
  func isSelected(_ code: Int, of variable: Int) -> Bool { false }
  func text(of variable: Int) -> String { "" }
  func isUnclear(_ variable: Int) -> Bool { false }
}
