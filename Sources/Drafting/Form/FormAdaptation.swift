import Basics
import Questionnaire

/// A form that somebody drew up for a survey tool, as the stages can read it: everything that they
/// know is taken over as it is; a row with something else is kept with as much as can be read of it,
/// and a note for review.
struct FormAdaptation {
  var survey: FormSheet
  var choices: FormSheet
  /// The choices that stand in files of their own: nil where there is no such file.
  private let external: (String) throws(RunError) -> FormSheet?

  /// Rounds of mending: each takes a problem from every row that has one.
  private static let mostRounds = 50

  init(
    survey: FormSheet, choices: FormSheet,
    external: @escaping (String) throws(RunError) -> FormSheet?
  ) throws(RunError) {
    self.survey = survey
    self.choices = choices
    self.external = external
    joinListNames()
    unrollMatrices()
    readGroupsOfTools()
    try readExternalChoices()
    leaveOutInnerRepeats()
    markNoOpinions()
  }

  /// Writes the sheets so that they can be read.
  ///
  /// - Throws: The problem of the form that nothing helps, by the lines of the written sheets.
  mutating func write(to folder: String) throws(RunError) {
    for _ in 0..<Self.mostRounds {
      try survey.write(to: "\(folder)/survey.csv")
      try choices.write(to: "\(folder)/choices.csv")
      do throws(RunError) {
        try note(unread: Questionnaire(folder: folder).calculations.unread, in: folder)
        return
      } catch {
        guard error.kind == .badDefinition, mend(error.problems) else { throw error }
      }
    }
    _ = try Questionnaire(folder: folder)
  }

  /// Mends one problem of each row.
  ///
  /// - Returns: Whether anything was mended.
  private mutating func mend(_ problems: [RunError.Problem]) -> Bool {
    var isMended = false
    var done: Set<Int> = []
    // From the last row on, since a row may go.
    for problem in problems.sorted(by: { ($0.line ?? 0) > ($1.line ?? 0) }) {
      guard let line = problem.line else { continue }
      if problem.path.hasSuffix("choices.csv") {
        guard let row = choices.row(onLine: line), done.insert(-1 - row).inserted else { continue }
        isMended = mend(choice: row, problem) || isMended
      } else if let row = survey.row(onLine: line), done.insert(row).inserted {
        isMended = mend(question: row, problem) || isMended
      }
    }
    return isMended
  }
}

extension FormAdaptation {
  /// Groups that KoboToolbox has besides those of XLSForm: the rows of a score and the ranks of a
  /// ranking are questions with the choices of the group.
  private mutating func readGroupsOfTools() {
    var list = ""
    for row in survey.rows.indices {
      let type = survey.cell(row, "type").split(whereSeparator: \.isWhitespace).joined(
        separator: "_")
      if let column = Self.lists[type] {
        list = survey.cell(row, column)
        take(row, as: "begin_group", "of KoboToolbox, whose rows are questions of their own")
      } else if ["end_rank", "end_score"].contains(type) {
        survey.set(row, "type", to: "end_group")
      } else if ["rank__level", "score__row"].contains(type) {
        take(
          row, as: list.isEmpty ? "text" : "select_one \(list)",
          "of KoboToolbox" + (list.isEmpty ? ", and the form has no choices of it" : ""))
      }
    }
  }

  /// The column that has the choices of the rows of such a group.
  private static let lists = [
    "begin_rank": "kobo--rank-items", "begin_score": "kobo--score-choices",
  ]

  /// A matrix of KoboToolbox asks each of its columns for every item of a list: a group for each item,
  /// as its exports have them.
  private mutating func unrollMatrices() {
    while let first = survey.rows.indices.first(where: { isMatrix($0, "begin") }),
      let last = survey.rows.indices.first(where: { $0 > first && isMatrix($0, "end") })
    {
      let list = survey.cell(first, "kobo--matrix_list")
      let items = choices.rows.indices.filter { choices.cell($0, "list_name") == list }
      let name = survey.cell(first, "name")
      let inner = Array(survey.rows[(first + 1)..<last])
      var sheet = survey
      var rows: [FormSheet.Row] = []
      for item in items {
        for row in (first + 1)..<last {
          let own = choices.cell(item, "name")
          sheet.set(row, "name", to: "\(name)_\(own)_\(survey.cell(row, "name"))")
          for column in survey.header where column == "label" || column.hasPrefix("label::") {
            let label = choices.cell(item, column)
            sheet.set(
              row, column,
              to: label.isEmpty
                ? survey.cell(row, column) : "\(label): \(survey.cell(row, column))")
          }
          sheet.note(row, "a column of the matrix '\(name)', for '\(own)'")
          rows.append(sheet.rows[row])
          sheet = survey
        }
      }
      take(
        first, as: "begin_group", "begin_kobomatrix of KoboToolbox, a question for each cell of it")
      survey.set(last, "type", to: "end_group")
      if rows.isEmpty {
        survey.note(first, "the form has no choices that are its items")
        continue
      }
      for _ in inner { survey.remove(first + 1) }
      survey.replace(first, by: [survey.rows[first]] + rows)
    }
  }

  private func isMatrix(_ row: Int, _ word: String) -> Bool {
    ["\(word)_kobomatrix", "\(word) kobomatrix"].contains(survey.cell(row, "type"))
  }

  /// The types whose choices stand in a file of their own; where it is not at hand, the answers are
  /// texts.
  private mutating func readExternalChoices() throws(RunError) {
    for row in survey.rows.indices {
      let words = survey.cell(row, "type").split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.count > 1,
        let type = ["select_one", "select_multiple", "rank"].first(where: {
          ["\($0)_from_file", "\($0)_external"].contains(words[0])
        })
      else { continue }
      let list = String(words[1].prefix { $0 != "." })
      let rest = words.dropFirst(2).map { " \($0)" }.joined()
      if let sheet = try external(words[1]) {
        if !choices.rows.indices.contains(where: { choices.cell($0, "list_name") == list }) {
          add(sheet, as: list, from: words[1])
        }
        take(row, as: "\(type) \(list)\(rest)", "its choices are those of \(words[1])")
      } else {
        take(row, as: "text", "its choices stand in \(words[1]), which is not beside the form")
      }
    }
  }

  private mutating func add(_ sheet: FormSheet, as list: String, from file: String) {
    for row in sheet.rows.indices {
      let own = sheet.cell(row, "list_name")
      guard own.isEmpty || own == list else { continue }
      var cells = ["list_name": list]
      for column in sheet.header where choices.header.contains(column) && column != "list_name" {
        cells[column] = sheet.cell(row, column)
      }
      // A plain label is that of the form's first language.
      if let label = choices.header.first(where: { $0 == "label" || $0.hasPrefix("label::") }),
        cells[label] == nil
      {
        cells[label] = sheet.cell(row, "label")
      }
      choices.append(cells, note: "of \(file)")
    }
  }

  /// The rows of a repeat within another one ask nothing here.
  private mutating func leaveOutInnerRepeats() {
    var depth = 0
    for row in survey.rows.indices {
      let type = survey.cell(row, "type").split(whereSeparator: \.isWhitespace).joined(
        separator: "_")
      if type == "begin_repeat" { depth += 1 }
      if depth > 1 { take(row, as: "note", "in a repeat within a repeat, which is not read") }
      if type == "end_repeat" { depth -= 1 }
    }
  }

  /// Notes what is calculated and cannot be read: nothing may rest on it.
  private mutating func note(
    unread: [String: String], in folder: String
  ) throws(RunError) {
    for row in survey.rows.indices where isCalculation(row) {
      guard let reason = unread[survey.cell(row, "name")] else { continue }
      survey.note(row, "what is calculated is not read: \(firstWords(of: reason))")
    }
    if !unread.isEmpty { try survey.write(to: "\(folder)/survey.csv") }
  }

  private func isCalculation(_ row: Int) -> Bool {
    ["calculate", "calculation"].contains(survey.cell(row, "type"))
  }

  private mutating func take(_ row: Int, as type: String, _ note: String) {
    let before = survey.cell(row, "type")
    survey.set(row, "type", to: type)
    survey.note(row, "type was '\(before)': \(note)")
  }
}
