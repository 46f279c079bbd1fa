import Basics

/// A column by which a tool says that a submission was not completed, or that those who check the
/// replies refused it.
///
/// Exports are renamed and merged, so that a mark is known by its headings whatever the rest of the
/// file is of; a heading that others may write counts only beside one that they do not.
package struct CompletionMark: Sendable {
  let headings: [String]
  /// The end of the heading, where it has the name of a form before it.
  var ending: String?
  /// One of these must stand beside it.
  var beside: [String] = []
  /// What the column has where the submission is incomplete; "" is a blank.
  let values: [String]

  /// A column with such a mark, by its position in the headings.
  package struct Found: Sendable, Equatable {
    package let column: Int
    package let values: [String]
  }

  /// The mark of a file.
  ///
  /// - Parameter columns: What each column is called: by heading, and by label where it has one.
  /// - Returns: Nil too where several columns have one, as forms of REDCap have: which of them must
  ///   be complete, nobody can tell.
  package static func found(in columns: [[String]]) -> Found? {
    let keys = columns.map { names in Set(names.flatMap(keys(of:))) }
    let all = keys.reduce(into: Set()) { $0.formUnion($1) }
    for mark in marks
    where mark.beside.isEmpty || mark.beside.contains(where: { all.contains(key(of: $0)) }) {
      let headings = Set(mark.headings.map(key(of:)))
      let indices = columns.indices.filter { index in
        !keys[index].isDisjoint(with: headings)
          || mark.ending.map { ending in columns[index].contains { $0.hasSuffix(ending) } } ?? false
      }
      if indices.count == 1 { return Found(column: indices[0], values: mark.values) }
    }
    return nil
  }

  /// A heading by its letters and digits, and so the code before a text.
  private static func keys(of heading: String) -> [String] {
    let code = heading.ranges(of: ". ").first.map { String(heading[..<$0.lowerBound]) }
    return [key(of: heading)] + (code.map { [key(of: $0)] } ?? [])
  }

  private static func key(of heading: String) -> String {
    TextKey(heading).text.filter { $0.isLetter || $0.isNumber }
  }

  private static let marks = SurveyTool.all.flatMap(\.completion)
}
