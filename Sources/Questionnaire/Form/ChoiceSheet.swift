import Basics
import Tabular

/// The sheet of choices: its lists, with every problem found.
struct ChoiceSheet {
  private let choices: CSVFile
  private(set) var lists: [String: ChoiceList] = [:]
  /// The first line of each list.
  private(set) var lines: [String: Int] = [:]
  private(set) var problems: [RunError.Problem] = []
  /// The rows of each choice, by list and name: several where it is offered by several.
  private var rows: [String: [String: [CSVFile.Row]]] = [:]

  init(_ choices: CSVFile) {
    self.choices = choices
    let labels = LocalizedText.columns(named: ChoiceColumn.label.rawValue, in: choices.header)
    var order: [String] = []
    var members: [String: [Choice]] = [:]
    for row in choices.rows {
      let list = row[ChoiceColumn.list]
      let name = row[ChoiceColumn.name]
      guard isUsable(row) else { continue }
      rows[list, default: [:]][name, default: []].append(row)
      if members[list] == nil {
        order.append(list)
        lines[list] = row.line
      }
      let label = LocalizedText(labels, in: row)
      let isSubstantive = isSubstantive(row)
      if let same = members[list]?.first(where: { $0.name == name }) {
        // A choice that is offered by several rows has a row for each: other columns differ.
        if same.label == label, same.isSubstantive == isSubstantive,
          isOffered(row, of: list, name, otherwise: labels.map(\.position))
        {
          continue
        }
        report(
          row.line, id: .form(.choiceTwice),
          message: "list '\(list)' has choice '\(name)' twice; expected each name once in a list")
        continue
      }
      let days = VersionDays(
        since: row[ChoiceColumn.since], until: row[ChoiceColumn.until], path: choices.path,
        line: row.line)
      problems += days.problems
      members[list, default: []].append(
        Choice(
          name: name, label: label,
          synonyms: row[ChoiceColumn.synonyms].split(separator: "|").map(String.init),
          isSubstantive: isSubstantive,
          saysWhetherSubstantive: !row[ChoiceColumn.substantive].isEmpty, since: days.since,
          until: days.until))
    }
    for name in order {
      requireOpinion(name, members[name] ?? [])
      lists[name] = ChoiceList(name: name, choices: members[name] ?? [])
    }
  }

  /// When each choice of a list is offered by a filter: where it holds for one of the choice's rows.
  func offers(
    _ filter: String, of list: ChoiceList
  ) throws(Expression.SyntaxError) -> ChoiceOffers {
    var expressions: [Expression?] = []
    var fields: Set<String> = []
    for choice in list.choices {
      var parts: [Expression] = []
      for row in rows[list.name]?[choice.name] ?? [] {
        let columns = Dictionary(
          choices.header.indices.map { (choices.header[$0], row[at: $0]) },
          uniquingKeysWith: { first, _ in first })
        fields.formUnion(columns.filter { filter.contains($0.key) }.values)
        parts.append(try Expression(parsing: filter, columns: columns))
      }
      expressions.append(Expression.any(parts))
    }
    return ChoiceOffers(
      reason: "choice_filter '\(filter)'", expressions: expressions, fields: fields)
  }

  /// Whether a choice is offered elsewhere than by all earlier rows of it: a column that only a
  /// `choice_filter` reads tells the row from each of them.
  private func isOffered(
    _ row: CSVFile.Row, of list: String, _ name: String, otherwise labels: [Int]
  ) -> Bool {
    let own = Set(ChoiceColumn.allCases.map(\.rawValue))
    let filters = choices.header.indices.filter {
      !own.contains(choices.header[$0]) && !labels.contains($0)
    }
    return choices.rows.prefix { $0.line < row.line }
      .filter { $0[ChoiceColumn.list] == list && $0[ChoiceColumn.name] == name }
      .allSatisfy { earlier in filters.contains { earlier[at: $0] != row[at: $0] } }
  }

  /// Whether a choice answers what was asked, as its row says.
  private mutating func isSubstantive(_ row: CSVFile.Row) -> Bool {
    let field = row[ChoiceColumn.substantive]
    let word = field.lowercased()
    if ["no", "false", "false()"].contains(word) { return false }
    if !["", "yes", "true", "true()"].contains(word) {
      report(
        row.line, id: .form(.substantive),
        message:
          "choice '\(row[ChoiceColumn.name])' has '\(field)' as substantive; expected 'yes', 'no' or "
          + "nothing")
    }
    return true
  }

  /// A question of which every answer is none would have no base.
  private mutating func requireOpinion(_ list: String, _ choices: [Choice]) {
    guard let line = lines[list], !choices.contains(where: \.isSubstantive) else { return }
    report(
      line, id: .form(.substantive),
      message:
        "every choice of list '\(list)' has 'no' as substantive; expected at least one that answers "
        + "what was asked")
  }

  /// Whether a row of `choices.csv` has names that can be used.
  private mutating func isUsable(_ row: CSVFile.Row) -> Bool {
    let list = row[ChoiceColumn.list]
    let name = row[ChoiceColumn.name]
    guard !list.isEmpty, !list.contains(where: \.isWhitespace) else {
      report(
        row.line, id: .form(.listName),
        message:
          "choice '\(name)' has '\(list)' as list_name; expected the name of a list without blanks")
      return false
    }
    guard DefinitionName.isName(name) else {
      report(
        row.line, id: .form(.choiceName),
        message: "found '\(name)' as the name of a choice of '\(list)'; expected "
          + "\(DefinitionName.expected).\(DefinitionName.hint(for: name))")
      return false
    }
    return true
  }

  private mutating func report(_ line: Int, id: ErrorID, message: String) {
    problems.append(RunError.Problem(path: choices.path, line: line, id: id, message: message))
  }
}
