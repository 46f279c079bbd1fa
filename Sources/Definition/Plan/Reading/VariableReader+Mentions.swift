import Basics
import Questionnaire
import Tabulation

/// One thing that several questions ask for, such as the first, second and third problem.
extension VariableReader {
  struct Mentions {
    let derived: DerivedVariable
    let codes: [(name: String, label: String)]
    /// The codes that are no opinion.
    let nonSubstantive: Set<Int>
  }

  /// Whoever made a choice in any of the questions has its code, once.
  ///
  /// - Parameter list: The key `mentions`.
  func mentions(_ list: DefinitionNode, _ catalog: VariableCatalog) throws(RunError) -> Mentions {
    for key in [VariableKey.from, .codes, .overlapping, .value] {
      guard let found = node[key] else { continue }
      throw found.error(
        id: .variable(.mentions),
        "the codes are those of the questions in 'mentions'; expected no '\(key.rawValue)' beside it. What is "
          + "made of them is a variable 'from' this one")
    }
    var choices: [Choice] = []
    var questions: [String] = []
    for item in try list.list() {
      let entry = try catalog.entry(item)
      guard entry.isAboutAnswers, !entry.codes.isEmpty, !entry.isRanking else {
        throw item.error(
          id: .variable(.mentions),
          "nothing is mentioned in '\(entry.name)', which \(entry.isRanking ? "is a ranking" : "has no choices"); "
            + "expected questions with choices")
      }
      guard !questions.contains(entry.name) else {
        throw item.error(
          id: .variable(.mentions), "'\(entry.name)' stands twice; expected each question once")
      }
      questions.append(entry.name)
      for code in entry.codes.indices { try add(code, of: entry, to: &choices, item) }
    }
    guard questions.count > 1 else {
      throw list.error(
        id: .variable(.mentions),
        "there is only one question; expected several that ask for the same, as in "
          + "[first_problem, second_problem]")
    }
    return Mentions(
      derived: DerivedVariable(
        source: nil,
        rules: choices.compactMap { Condition.any(of: $0.made).map { .condition($0) } },
        isOverlapping: true, isAboutAnswers: true, offer: catalog.offer),
      codes: choices.map { ($0.name, $0.label) },
      nonSubstantive: Set(choices.indices.filter { !choices[$0].isSubstantive }))
  }

  private struct Choice {
    let name: String
    let label: String
    let isSubstantive: Bool
    /// The question that has it first.
    let question: String
    /// That it was made, in each of the questions that have it.
    var made: [Condition]
  }

  /// - Throws: `badDefinition` where two questions have different choices of one name.
  private func add(
    _ code: Int, of entry: VariableCatalog.Entry, to choices: inout [Choice], _ item: DefinitionNode
  ) throws(RunError) {
    let (name, label) = entry.codes[code]
    let isSubstantive = !entry.nonSubstantive.contains(code)
    let made = Condition(that: entry.variable, has: code)
    guard let known = choices.firstIndex(where: { $0.name == name }) else {
      choices.append(
        Choice(
          name: name, label: label, isSubstantive: isSubstantive, question: entry.name, made: [made]
        ))
      return
    }
    let other = choices[known]
    guard other.label == label, other.isSubstantive == isSubstantive else {
      throw item.error(
        id: .variable(.mentions),
        "the choice '\(name)' is "
          + (other.label == label
            ? "an opinion in one of '\(other.question)' and '\(entry.name)' alone"
            : "'\(other.label)' in '\(other.question)' and '\(label)' in '\(entry.name)'")
          + "; expected the same in all. Mend choices.csv, or write 'codes' with conditions")
    }
    choices[known].made.append(made)
  }
}
