import Basics
import Definition
import Questionnaire
import SurveyTools

/// What each column of a source is: the unit, the day of receipt, a question, or nothing counted.
struct ColumnMapping {
  /// Positions from 0; nil where each record is a unit of its own.
  let unit: Int?
  let received: Int?
  let test: Int?
  /// The column that tells submissions which were not completed.
  let incomplete: Int?
  /// The columns by which instances of repeats name a submission, by their heading.
  let keys: [String: Int]
  /// The column that tells the instances of a repeat apart.
  let instance: Int?
  /// The columns of each question of the form.
  let questions: [QuestionColumns]
  /// Headings of columns that the pipeline neither maps nor ignores.
  private(set) var unmapped: [String]

  /// - Throws: `badDefinition` where a column that the pipeline names is not there, or a
  ///   question has two columns.
  init(
    columns: [SourceColumn], source: SourceDefinition, convention: HeaderConvention, file: String,
    form: Questionnaire, keys: [String] = []
  ) throws(RunError) {
    let finder = ColumnFinder(
      headings: columns.map(\.heading), labels: columns.map(\.label), of: source, file: file)
    switch source.unit {
    case .column(let heading): unit = try finder.required(heading, "unit")
    case .submission(let heading): unit = try finder.required(heading, "key")
    case .record: unit = nil
    }
    if case .column(let heading) = source.received {
      received = try finder.required(heading, "received")
    } else {
      received = nil
    }
    test = try source.testRecords.map { records throws(RunError) in
      try finder.required(records.column, "test-records")
    }
    incomplete = try source.incomplete.map { records throws(RunError) in
      try finder.required(records.column, "incomplete")
    }
    var columnOfKey: [String: Int] = [:]
    for key in keys { columnOfKey[key] = try finder.required(key, "parent") }
    self.keys = columnOfKey
    instance = try source.repetition?.idColumn.map { name throws(RunError) in
      try finder.required(name, source.items == nil ? "id" : "items")
    }
    let special = Set([unit, received, test, incomplete, instance].compactMap { $0 }).union(
      columnOfKey.values)
    let ignored = try finder.positions(of: source.ignored)
    let reader = HeadingReader(
      form, convention: convention, repeatName: source.repetition?.name)
    var mapping = MappingBuilder(form: form, source: source, file: file, columns: columns)
    let declared = try finder.declared()
    for (column, item) in columns.enumerated()
    where !ignored.contains(column) {
      if let meaning = declared[column] {
        try mapping.add(reader.declared(meaning), column)
      } else if special.contains(column) {
        // The unit's or date's column may be a question too, where its heading says so.
        let exact = reader.whole(item.heading)
        if exact.count == 1 { try mapping.add(exact, column) }
      } else {
        try mapping.add(reader.meanings(of: item), column)
      }
    }
    mapping.addOtherTexts(convention)
    for answer in source.fixed { try mapping.add(answer) }
    questions = mapping.questions
    let used = special.union(ignored).union(mapping.used)
    let metadata = convention.tool.metadata
    unmapped = columns.indices
      .filter {
        let column = columns[$0]
        return !used.contains($0) && !(TextKey(column.heading).isEmpty && column.isBlank)
          && !metadata.contain(column.heading, column.label)
          && !form.isSilent(column.heading)
      }
      .map {
        columns[$0].option.isEmpty
          ? columns[$0].heading
          : "\(columns[$0].heading) / \(columns[$0].option)"
      }
  }

  /// The same with other headings that nobody reads.
  func withUnmapped(_ headings: [String]) -> ColumnMapping {
    var copy = self
    copy.unmapped = headings
    return copy
  }
}
