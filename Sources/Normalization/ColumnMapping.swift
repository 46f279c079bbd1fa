import Interchange
import Questionnaire
import Tabular

/// What each column of a source is: the unit, the day of receipt, a question, or nothing counted.
struct ColumnMapping {
  /// Positions from 0.
  let unit: Int
  let received: Int?
  let test: Int?
  /// The column of each question of the form; nil where the source does not ask it.
  let questions: [Int?]
  /// Columns that the pipeline neither maps nor ignores.
  let unmapped: [String]

  /// - Throws: `badDefinition` where a column that the pipeline names is not there, or a
  ///   question has two columns.
  init(
    headings: [String], source: SourceDefinition, file: String, form: Questionnaire
  ) throws(RunError) {
    let keys = headings.map { TextKey($0) }
    func required(_ heading: String, _ what: String) throws(RunError) -> Int {
      guard let column = keys.firstIndex(of: TextKey(heading)) else {
        throw source.node.error(
          rule: "missing-column",
          "\(file) has no column '\(heading)' (\(what)); expected a heading of the file."
            + Suggestion.question(for: heading, among: headings))
      }
      return column
    }
    unit = try required(source.unitColumn, "unit")
    if case .column(let heading) = source.received {
      received = try required(heading, "received")
    } else {
      received = nil
    }
    test = try source.testRecords.map { records throws(RunError) in
      try required(records.column, "test-records")
    }
    var used = Set([unit, received, test].compactMap { $0 })
    let ignored = Set(source.ignored.map { TextKey($0) })
    let declared = Dictionary(
      source.columns.map { (TextKey($0.heading), $0.question) },
      uniquingKeysWith: { first, _ in first })
    let known = Self.headings(of: form)
    var columns = [Int?](repeating: nil, count: form.questions.count)
    for (column, key) in keys.enumerated() where !used.contains(column) && !ignored.contains(key) {
      let names = declared[key].map { [$0] } ?? known[key] ?? []
      guard let name = names.first, let question = form.position(of: name) else { continue }
      guard names.count == 1 else {
        throw source.node.error(
          rule: "ambiguous-column",
          "\(file): column '\(headings[column])' is the label of \(names.joined(separator: " and ")); "
            + "expected one question. Say which under 'columns' of the source")
      }
      if let earlier = columns[question] {
        throw source.node.error(
          rule: "column-twice",
          "\(file): columns '\(headings[earlier])' and '\(headings[column])' are both question "
            + "'\(name)'; expected one. Put the other under 'ignore' of the source")
      }
      columns[question] = column
      used.insert(column)
    }
    questions = columns
    unmapped = headings.indices
      .filter { !used.contains($0) && !ignored.contains(keys[$0]) && !keys[$0].isEmpty }
      .map { headings[$0] }
  }

  /// Every heading a question may stand under: its name, and its label in each language.
  private static func headings(of form: Questionnaire) -> [TextKey: [String]] {
    var headings: [TextKey: [String]] = [:]
    for question in form.questions {
      let texts = [question.name] + question.label.texts.map(\.text)
      for key in Set(texts.map { TextKey($0) }) {
        headings[key, default: []].append(question.name)
      }
    }
    return headings
  }
}
