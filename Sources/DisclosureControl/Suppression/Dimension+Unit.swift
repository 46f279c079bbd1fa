import Definition
import Questionnaire
import Tabulation

extension Dimension.Value {
  /// A unit that has this value, of which nothing is asked but what follows from the dimension.
  ///
  /// - Parameter question: That of the dimension; nil for what registers say, and for whether units
  ///   replied.
  func unit(_ question: Int?, _ variables: Variables) -> TabulatedUnit {
    let facts = variables.firstAttribute..<variables.firstDerived
    return TabulatedUnit(
      state == .didNotReply ? nil : answers(question, variables),
      attributes: facts.map { variable in
        variables.forms[variable].origin == .response ? code : attributes[variable]
      }, role: role, variables)
  }

  private func answers(_ question: Int?, _ variables: Variables) -> GivenAnswers {
    var answers = GivenAnswers(
      variables, number.map { .number(text: $0.text, value: $0.value) } ?? .none)
    guard let question else { return answers }
    let form = variables.forms[question]
    if let state { answers.states[question] = state }
    if let code {
      answers.codes[question] = Int32(code)
      // Of a ranking no more is asked than whether there is any choice, and which is the first.
      if form.kind == .ranking { answers.marks[form.firstMark + code] = 1 }
    }
    for code in ticks { answers.marks[form.firstMark + code] = 1 }
    return answers
  }
}
