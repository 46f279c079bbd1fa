import Basics
import Phrases
import Questionnaire
import Tabulation

extension TableReader {
  private enum BaseName: String, CaseIterable {
    case population, respondents, asked, answered, substantive

    var base: Table.Base {
      switch self {
      case .population: .population
      case .respondents: .respondents
      case .asked: .asked
      case .answered: .answered
      case .substantive: .substantive
      }
    }

    /// Whether only a question has it.
    var isOfQuestions: Bool {
      switch self {
      case .population, .respondents: false
      case .asked, .answered, .substantive: true
      }
    }

    func phrase(_ population: Table.Population) -> Phrase {
      switch (self, population) {
      case (.population, .units): .allUnits
      case (.population, .participants): .allParticipants
      case (.respondents, _): .unitsThatReplied
      case (.asked, _): .unitsAsked
      case (.answered, _): .unitsThatAnswered
      case (.substantive, _): .unitsThatAnsweredInSubstance
      }
    }
  }

  /// The base that the plan names, which must have a meaning for all rows.
  func base(_ blocks: [Table.Block]) throws(RunError) -> Table.Base? {
    guard let node = node[TableKey.base] else { return nil }
    let word = try node.text()
    guard let name = BaseName(rawValue: word) else {
      guard word.contains("$") else {
        let names = BaseName.allCases.map(\.rawValue)
        throw node.error(
          id: .table(.unknownBase),
          "'\(word)' is no base; expected \(Suggestion.allowed(names)) or a condition."
            + Suggestion.question(for: word, among: names))
      }
      return .condition(try catalog.condition(node))
    }
    if name.isOfQuestions,
      let block = blocks.first(where: { !$0.variable.isAboutAnswers })
    {
      let remedy =
        blocks.contains(where: \.variable.isAboutAnswers)
        ? ". Without 'base' each question has those who answered it, and each attribute all" : ""
      throw node.error(
        id: .table(.base),
        "'\(block.variable.name)' is no question, so nobody was asked it; "
          + "expected population, respondents or a condition\(remedy)")
    }
    return name.base
  }

  /// What the base of a variable is called: as the plan has it, else who is in it, and who is
  /// counted at all where that is not everybody.
  func baseLabel(
    _ variable: VariableCatalog.Entry, _ population: Table.Population
  ) throws(RunError) -> String {
    if let node = node[TableKey.baseLabel] { return try node.wording() }
    let usual: BaseName =
      switch variable.usualBase {
      case .substantive: .substantive
      case .answered: .answered
      case .asked, .respondents, .population, .condition: .population
      }
    let word = try node[TableKey.base]?.text() ?? usual.rawValue
    let label = BaseName(rawValue: word).map { spoken.text($0.phrase(population)) } ?? word
    guard let filter = node[TableKey.filter] else { return label }
    return spoken.text(.baseWhere(label, try filter.text()))
  }
}
