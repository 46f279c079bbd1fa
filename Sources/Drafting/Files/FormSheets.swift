import Basics
import Tabular

/// The form of a draft as XLSForm sheets.
///
/// The column `review` says what each type rests on; survey tools and the stages leave it alone.
struct FormSheets {
  private let questions: [DraftQuestion]
  /// The questions of each item, behind all others, and the repeat that they stand in.
  private let roster: (name: String, questions: [DraftQuestion])?
  /// The list of each question with choices, shared by those that offer the same.
  private let lists: [(name: String, choices: [DraftChoice])]

  init(_ questions: [DraftQuestion], items: DraftItems? = nil) {
    if let items, let name = items.roster {
      let common = Self.common(of: questions, items)
      self.questions = common.map { questions[$0] }
      roster = (
        name, questions.indices.filter { !common.contains($0) }.map { questions[$0] }
      )
    } else {
      self.questions = questions
      roster = nil
    }
    var lists: [(String, [DraftChoice])] = []
    var names = NameMaker()
    for question in questions {
      guard let choices = question.kind.choices, !lists.contains(where: { $0.1 == choices }) else {
        continue
      }
      let isYesNo = choices.map(\.name) == ["yes", "no"]
      lists.append(
        (names.name(for: isYesNo ? "yes_no" : question.name, otherwise: "list"), choices))
    }
    self.lists = lists
  }

  func write(to folder: String) throws(RunError) {
    let survey = try CSVWriter(
      path: "\(folder)/survey.csv",
      header: ["type", "name", "label", "relevant", "constraint", "required", "review"])
    for question in questions { try survey.write(row(of: question)) }
    if let roster {
      try survey.write(["begin_repeat", roster.name, roster.name, "", "", "", ""])
      for question in roster.questions { try survey.write(row(of: question)) }
      try survey.write(["end_repeat", "", "", "", "", "", ""])
    }
    try survey.commit()
    // The columns that few lists need are there for those alone.
    let hasMarks = lists.contains { $0.choices.contains { !$0.noOpinion.isEmpty } }
    let choices = try CSVWriter(
      path: "\(folder)/choices.csv",
      header: ["list_name", "name", "label", "synonyms"]
        + (hasMarks ? ["substantive", "review"] : []))
    for list in lists {
      for choice in list.choices {
        let mark = choice.noOpinion.isEmpty ? "" : "no"
        let review = choice.noOpinion.isEmpty ? "" : "no opinion: \(choice.noOpinion)"
        try choices.write(
          [list.name, choice.name, choice.label, choice.synonym] + (hasMarks ? [mark, review] : []))
      }
    }
    try choices.commit()
  }

  private func row(of question: DraftQuestion) -> [String] {
    let list = lists.first { $0.choices == question.kind.choices }.map { " \($0.name)" } ?? ""
    return [question.kind.word + list, question.name, question.label, "", "", "", question.review]
  }

  /// The questions that are asked of a submission; what people wrote under "other" belongs to the question
  /// before it.
  private static func common(of questions: [DraftQuestion], _ items: DraftItems) -> [Int] {
    var common: [Int] = []
    for (index, question) in questions.enumerated() {
      let isInCommon =
        question.columns.isEmpty ? common.last == index - 1 : items.isInCommon(question)
      if isInCommon { common.append(index) }
    }
    return common
  }
}
