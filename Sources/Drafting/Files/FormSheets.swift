import Basics
import Tabular

/// The form of a draft as XLSForm sheets.
///
/// The column `review` says what each type rests on; survey tools and the stages leave it alone.
struct FormSheets {
  private let questions: [DraftQuestion]
  /// The list of each question with choices, shared by those that offer the same.
  private let lists: [(name: String, choices: [DraftChoice])]

  init(_ questions: [DraftQuestion]) {
    self.questions = questions
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
    for question in questions {
      let list = lists.first { $0.choices == question.kind.choices }.map { " \($0.name)" } ?? ""
      try survey.write([
        question.kind.word + list, question.name, question.label, "", "", "", question.review,
      ])
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
}
