import Basics
import Definition
import Questionnaire

extension FormAdaptation {
  /// Takes from a row of the survey sheet what a problem is about, and says so.
  ///
  /// - Returns: Whether there was anything to take.
  mutating func mend(question row: Int, _ problem: RunError.Problem) -> Bool {
    if case .expression = problem.id { return dropCondition(row, problem) }
    if problem.id == .form(.routingCycle) { return dropCondition(row, problem) }
    if problem.id == .form(.units) { return drop("units", of: row, problem) }
    if Self.names.contains(problem.id) { return rename(row, problem) }
    let isChoice = problem.id == .form(.missingList) || problem.id == .form(.noList)
    return take(row, as: isChoice ? "text" : "note", problem)
  }

  /// What another name helps.
  private static let names: Set<ErrorID> = [
    .form(.questionTwice), .form(.questionName), .form(.repeatName), .form(.noName),
    .form(.reservedName),
  ]

  /// The same for a row of the choices.
  mutating func mend(choice row: Int, _ problem: RunError.Problem) -> Bool {
    let list = choices.cell(row, "list_name")
    if problem.id == .form(.choiceTwice) { return leaveOut(row, of: list) }
    if problem.id == .form(.choiceName) { return renameChoice(row, of: list) }
    if problem.id == .form(.textTwice) { return makeDistinct(list) }
    if problem.id == .form(.listName) {
      joinListName(row, list)
      return true
    }
    guard problem.id == .form(.longList) else { return false }
    let uses = survey.rows.indices.filter {
      types(of: $0).dropFirst().first.map(String.init) == list
    }
    for use in uses { _ = take(use, as: "text", problem) }
    return !uses.isEmpty
  }

  private mutating func leaveOut(_ row: Int, of list: String) -> Bool {
    let name = choices.cell(row, "name")
    guard let first = choices.rows.indices.first(where: { isChoice($0, name, of: list) }) else {
      return false
    }
    let cells = choices.rows[row].cells.filter { !$0.isEmpty }.joined(separator: ", ")
    choices.note(first, "another row of this name is left out: \(cells)")
    choices.remove(row)
    return true
  }

  /// Gives a choice a name that can be one; the other one stays a text that means it.
  private mutating func renameChoice(_ row: Int, of list: String) -> Bool {
    let name = choices.cell(row, "name")
    var names = NameMaker(reserved: members(of: list).map { choices.cell($0, "name") })
    choices.set(row, "name", to: names.name(for: name, otherwise: "choice_\(row + 1)"))
    let synonyms = [choices.cell(row, "synonyms"), name].filter { !TextKey($0).isEmpty }
    choices.set(row, "synonyms", to: synonyms.joined(separator: "|"))
    choices.note(row, "name was '\(name)'")
    return true
  }

  /// Names of lists that have blanks, which a type names with them.
  mutating func joinListNames() {
    let names = Set(choices.rows.indices.map { choices.cell($0, "list_name") })
    for name in names.sorted() where name.contains(where: \.isWhitespace) {
      for row in members(of: name) { joinListName(row, name) }
      for row in survey.rows.indices {
        let type = survey.cell(row, "type")
        guard type.hasSuffix(" \(name)") else { continue }
        let joined = name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
        survey.set(row, "type", to: type.dropLast(name.count) + joined)
      }
    }
  }

  private mutating func joinListName(_ row: Int, _ list: String) {
    let joined = list.split(whereSeparator: \.isWhitespace).joined(separator: "_")
    choices.set(row, "list_name", to: joined.isEmpty ? "no_list" : joined)
    choices.note(row, "list_name was '\(list)'")
  }

  private func types(of row: Int) -> [Substring] {
    survey.cell(row, "type").split(whereSeparator: \.isWhitespace)
  }

  private func members(of list: String) -> [Int] {
    choices.rows.indices.filter { choices.cell($0, "list_name") == list }
  }

  private func isChoice(_ row: Int, _ name: String, of list: String) -> Bool {
    choices.cell(row, "list_name") == list && choices.cell(row, "name") == name
  }

  /// Puts the names of choices behind labels that several have.
  private mutating func makeDistinct(_ list: String) -> Bool {
    var isChanged = false
    for column in choices.header where column == "label" || column.hasPrefix("label::") {
      let rows = Dictionary(grouping: members(of: list)) { TextKey(choices.cell($0, column)) }
      for (key, rows) in rows where rows.count > 1 && !key.isEmpty {
        for row in rows {
          let label = choices.cell(row, column)
          choices.set(row, column, to: "\(label) (\(choices.cell(row, "name")))")
          choices.note(row, "\(column) was '\(label)', like that of another choice")
          isChanged = true
        }
      }
    }
    return isChanged
  }

  /// Leaves out a condition: the one that the problem names, of the row or of a group around it.
  private mutating func dropCondition(_ row: Int, _ problem: RunError.Problem) -> Bool {
    let column =
      ["constraint", "choice_filter"].first { problem.message.hasPrefix("column '\($0)'") }
      ?? "relevant"
    if drop(column, of: row, problem) { return true }
    var depth = 0
    for outer in survey.rows.indices.prefix(upTo: row).reversed() {
      let type = types(of: outer).joined(separator: "_")
      if type.hasPrefix("end_") { depth += 1 }
      guard type.hasPrefix("begin_") else { continue }
      if depth == 0, drop(column, of: outer, problem) { return true }
      depth = max(0, depth - 1)
    }
    return false
  }

  private mutating func drop(
    _ column: String, of row: Int, _ problem: RunError.Problem
  ) -> Bool {
    let text = survey.cell(row, column)
    guard text.contains(where: { !$0.isWhitespace }) else { return false }
    survey.set(row, column, to: "")
    survey.note(row, "\(column) was \(text) and is left out: \(reason(problem))")
    return true
  }

  /// What the program says of it, in one line.
  private func reason(_ problem: RunError.Problem) -> String {
    // Without the column, which stands before it.
    let start =
      problem.message.hasPrefix("column '") ? problem.message.firstRange(of: ": ")?.upperBound : nil
    return firstWords(of: String(problem.message[(start ?? problem.message.startIndex)...]))
  }

  /// A message without what may stand there instead.
  func firstWords(of message: String) -> String {
    let line = message.prefix { $0 != "\n" }.split(separator: "; expected").first ?? ""
    // The sheet of the form, and not the file that was written of it.
    let words = line.split(separator: " ").map { word in
      word.hasSuffix("/choices.csv") ? "the sheet 'choices'" : String(word)
    }
    return String(words.joined(separator: " ").prefix(300))
  }

  /// Gives a question the name of its group too, or one that can be.
  private mutating func rename(_ row: Int, _ problem: RunError.Problem) -> Bool {
    let name = survey.cell(row, "name")
    let taken = survey.rows.indices.filter { $0 != row }.map { survey.cell($0, "name") }
    var names = NameMaker(reserved: taken + Attribute.givenNames)
    let isTaken = problem.id == .form(.questionTwice)
    let group = isTaken ? groupName(around: row).map { "\($0)_" } ?? "" : ""
    survey.set(row, "name", to: names.name(for: group + name, otherwise: "q\(row + 1)"))
    survey.note(row, "name was '\(name)'\(isTaken ? ", like that of another question" : "")")
    return true
  }

  private func groupName(around row: Int) -> String? {
    var depth = 0
    for outer in survey.rows.indices.prefix(upTo: row).reversed() {
      let type = types(of: outer).joined(separator: "_")
      if type.hasPrefix("end_") { depth += 1 }
      guard type.hasPrefix("begin_") else { continue }
      if depth == 0 { return survey.cell(outer, "name") }
      depth -= 1
    }
    return nil
  }

  private mutating func take(
    _ row: Int, as type: String, _ problem: RunError.Problem
  ) -> Bool {
    let before = survey.cell(row, "type")
    guard before != type else { return false }
    survey.set(row, "type", to: type)
    survey.note(row, "type was '\(before)': \(reason(problem))")
    return true
  }
}
