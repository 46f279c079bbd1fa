import Basics
import Tabular

/// A question of a form that is answered by choices of a list.
struct ClosedQuestion {
  let name: String
  let labels: [String]
  let choices: [(name: String, labels: [String])]
}

extension FormSource {
  /// The questions with choices of a list, in order; those whose choices stand elsewhere are left out.
  var closedQuestions: [ClosedQuestion] {
    let lists = Dictionary(grouping: choices.rows) { row in
      let list = row["list_name"]
      return list.isEmpty ? row["list name"] : list
    }
    let columns = Self.labelColumns(of: choices)
    return survey.rows.compactMap { row in
      let words = row["type"].replacing("_", with: " ").split(whereSeparator: \.isWhitespace)
      guard words.count > 2, words[0] == "select", let list = lists[Self.list(words.dropFirst(2))]
      else { return nil }
      return ClosedQuestion(
        name: row["name"], labels: Self.labelColumns(of: survey).map { row[$0].withoutMarkup },
        choices: list.map { choice in
          (choice["name"], columns.map { choice[$0].withoutMarkup }.filter { !$0.isEmpty })
        })
    }
  }

  private static func labelColumns(of file: CSVFile) -> [String] {
    file.header.filter { $0 == "label" || $0.hasPrefix("label::") }
  }

  /// The list in `select one from list` and the like; a name may have had underscores.
  private static func list(_ words: ArraySlice<Substring>) -> String {
    words.drop { $0 == "from" }.joined(separator: "_")
  }
}
