import Basics

/// What must hold across the questions of a form: routing points at questions and choices that
/// exist, and never in a circle.
struct FormCheck {
  let questionnaire: Questionnaire

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
  }

  func problems() -> [RunError.Problem] {
    var problems: [RunError.Problem] = []
    for question in questionnaire.questions {
      for (column, expression, current) in [
        ("relevant", question.relevant, nil), ("constraint", question.constraint, question),
      ] {
        guard let expression else { continue }
        do throws(Expression.BindingError) {
          _ = try expression.bound(to: questionnaire, current: current)
        } catch {
          problems.append(
            problem(
              question, id: error.id,
              message: "column '\(column)' of '\(question.name)': \(error.message)"))
        }
      }
    }
    problems += questionnaire.questions.compactMap(offers)
    return problems.isEmpty ? cycles() : problems
  }

  private func offers(_ question: Question) -> RunError.Problem? {
    do throws(Expression.BindingError) {
      _ = try question.offers?.conditions(in: questionnaire)
      return nil
    } catch {
      let isAboutWords = error.id == .expression(.textComparison)
      return problem(
        question, id: error.id,
        message: "column 'choice_filter' of '\(question.name)': \(error.message)"
          + (isAboutWords
            ? ". Tables count who was offered a choice, and do not know words: ask for them with choices, or "
              + "leave 'choice_filter' out: all who are asked then count as offered every choice"
            : ""))
    }
  }

  private func cycles() -> [RunError.Problem] {
    var finished: Set<String> = []
    var problems: [RunError.Problem] = []
    for question in questionnaire.questions {
      if let cycle = cycle(from: question.name, trail: [], finished: &finished) {
        problems.append(
          problem(
            question, id: .form(.routingCycle),
            message: "the routing of '\(question.name)' depends on itself: "
              + "\(cycle.joined(separator: " → ")). Ask one of these questions without condition"))
      }
    }
    return problems
  }

  private func cycle(
    from name: String, trail: [String], finished: inout Set<String>
  ) -> [String]? {
    if let start = trail.firstIndex(of: name) { return Array(trail[start...]) + [name] }
    guard !finished.contains(name) else { return nil }
    for reference in questionnaire[name]?.relevant?.references ?? [] {
      if let cycle = cycle(from: reference, trail: trail + [name], finished: &finished) {
        finished.insert(name)
        return cycle
      }
    }
    finished.insert(name)
    return nil
  }

  private func problem(_ question: Question, id: ErrorID, message: String) -> RunError.Problem {
    RunError.Problem(
      path: questionnaire.path, line: question.line, id: id, message: message)
  }
}
