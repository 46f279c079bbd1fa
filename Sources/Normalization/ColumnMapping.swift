import Interchange
import Questionnaire
import Tabular

/// Where a source has the answers to a question.
enum QuestionColumns: Equatable {
  /// The source does not ask it.
  case none
  /// One column with the whole answer.
  case whole(Int)
  /// A column for each of some choices of a select_multiple.
  case ticks([TickColumn])
  /// The column of the choice "other", in which tools let people write.
  case otherText(Int)
}

/// The column of one choice of a select_multiple.
struct TickColumn: Equatable {
  let column: Int
  let code: Int
}

/// A column of a source as the tool exported it.
struct SourceColumn {
  let heading: String
  let label: String
  let option: String
  /// Whether no record has anything in it.
  var isBlank = false
  /// Whether some of its texts are not numbered, but stand in `texts.csv`.
  var hasTextElsewhere = false
}

/// What each column of a source is: the unit, the day of receipt, a question, or nothing counted.
struct ColumnMapping {
  /// Positions from 0; nil where each record is a unit of its own.
  let unit: Int?
  let received: Int?
  let test: Int?
  /// The columns of each question of the form.
  let questions: [QuestionColumns]
  /// Headings of columns that the pipeline neither maps nor ignores.
  let unmapped: [String]

  /// - Throws: `badDefinition` where a column that the pipeline names is not there, or a
  ///   question has two columns.
  init(
    columns: [SourceColumn], source: SourceDefinition, file: String, form: Questionnaire
  ) throws(RunError) {
    let finder = ColumnFinder(columns: columns, source: source, file: file)
    if case .column(let heading) = source.unit {
      unit = try finder.required(heading, "unit")
    } else {
      unit = nil
    }
    if case .column(let heading) = source.received {
      received = try finder.required(heading, "received")
    } else {
      received = nil
    }
    test = try source.testRecords.map { records throws(RunError) in
      try finder.required(records.column, "test-records")
    }
    let special = Set([unit, received, test].compactMap { $0 })
    let ignored = try finder.positions(of: source.ignored)
    let reader = HeadingReader(form)
    var mapping = MappingBuilder(form: form, source: source, file: file, columns: columns)
    let declared = try finder.declared()
    for (column, item) in columns.enumerated()
    where !ignored.contains(column) {
      if special.contains(column) {
        // The unit's or date's column may be a question too, where its heading says so.
        let exact = reader.whole(item.heading)
        if exact.count == 1 && declared[column] == nil { try mapping.add(exact, column) }
      } else if let place = declared[column] {
        try mapping.add(reader.declared(place), column)
      } else {
        try mapping.add(reader.meanings(of: item), column)
      }
    }
    mapping.addOtherTexts()
    questions = mapping.questions
    let used = special.union(ignored).union(mapping.used)
    unmapped = columns.indices
      .filter {
        !used.contains($0) && !(TextKey(columns[$0].heading).isEmpty && columns[$0].isBlank)
      }
      .map {
        columns[$0].option.isEmpty
          ? columns[$0].heading
          : "\(columns[$0].heading) / \(columns[$0].option)"
      }
  }
}

/// Finds the columns that a pipeline names: by heading, by label, or by position as in `#3`.
private struct ColumnFinder {
  let columns: [SourceColumn]
  let source: SourceDefinition
  let file: String

  func position(of name: String) -> Int? {
    if name.hasPrefix("#"), let number = Int(name.dropFirst()), columns.indices.contains(number - 1)
    {
      return number - 1
    }
    let key = TextKey(name)
    return columns.firstIndex { TextKey($0.heading) == key }
      ?? columns.firstIndex { TextKey($0.label) == key }
  }

  func required(_ name: String, _ what: String) throws(RunError) -> Int {
    let key = TextKey(name)
    let places = columns.indices.filter { TextKey(columns[$0].heading) == key }
    guard places.count < 2 else {
      throw source.node.error(
        rule: "column-twice",
        "\(file) has column '\(name)' (\(what)) \(places.count) times; expected it once. "
          + "Name it by its position, as '#\(places[0] + 1)'")
    }
    guard let column = position(of: name) else {
      throw source.node.error(
        rule: "missing-column",
        "\(file) has no column '\(name)' (\(what)); expected a heading of the file."
          + Suggestion.question(for: name, among: columns.map(\.heading)))
    }
    return column
  }

  /// All columns with one of some headings; a heading that is not there is no error, since
  /// sources of one shape may differ in what nobody counts.
  func positions(of names: [String]) throws(RunError) -> Set<Int> {
    let keys = Set(names.map { TextKey($0) })
    var positions = Set(columns.indices.filter { keys.contains(TextKey(columns[$0].heading)) })
    for name in names where name.hasPrefix("#") {
      if let position = position(of: name) { positions.insert(position) }
    }
    return positions
  }

  func declared() throws(RunError) -> [Int: String] {
    var places: [Int: String] = [:]
    for (heading, question) in source.columns {
      places[try required(heading, "columns")] = question
    }
    return places
  }
}

/// Gathers the columns of each question.
private struct MappingBuilder {
  let form: Questionnaire
  let source: SourceDefinition
  let file: String
  let columns: [SourceColumn]
  private(set) var questions: [QuestionColumns]
  private(set) var used: Set<Int> = []

  init(form: Questionnaire, source: SourceDefinition, file: String, columns: [SourceColumn]) {
    self.form = form
    self.source = source
    self.file = file
    self.columns = columns
    questions = Array(repeating: .none, count: form.questions.count)
  }

  mutating func add(_ meanings: [HeadingReader.Meaning], _ column: Int) throws(RunError) {
    guard let meaning = meanings.first else { return }
    guard meanings.count == 1 else {
      let names = meanings.map { form.questions[$0.question].name }
      throw source.node.error(
        rule: "ambiguous-column",
        "\(file): column '\(columns[column].heading)' is the label of "
          + "\(names.joined(separator: " and ")); expected one question. "
          + "Say which under 'columns' of the source")
    }
    used.insert(column)
    switch (meaning, questions[meaning.question]) {
    case (.whole(let question), .none), (.whole(let question), .ticks):
      // Where a tool writes both, the one cell has all that the option columns repeat.
      questions[question] = .whole(column)
    case (.whole(let question), .whole(let earlier)),
      (.whole(let question), .otherText(let earlier)):
      throw twice(question, earlier, column)
    case (.option(let question, let code), .none):
      questions[question] = .ticks([TickColumn(column: column, code: code)])
    case (.option(let question, let code), .ticks(let ticks)):
      if let earlier = ticks.first(where: { $0.code == code }) {
        throw twice(question, earlier.column, column)
      }
      questions[question] = .ticks(ticks + [TickColumn(column: column, code: code)])
    case (.option, _):
      break
    }
  }

  /// What people wrote under "other" is the answer to the text question `<name>_other`, where the
  /// form has one and the source no column of its own for it.
  mutating func addOtherTexts() {
    for question in form.questions {
      guard case .ticks(let ticks) = questions[question.index],
        let other = question.type.choices?.firstIndex(where: { $0.name == "other" }),
        let column = ticks.first(where: { $0.code == other })?.column,
        let text = form["\(question.name)_other"], text.type == .text,
        questions[text.index] == .none
      else { continue }
      questions[text.index] = .otherText(column)
    }
  }

  private func twice(_ question: Int, _ earlier: Int, _ column: Int) -> RunError {
    source.node.error(
      rule: "column-twice",
      "\(file): columns \(earlier + 1) ('\(columns[earlier].heading)') and \(column + 1) "
        + "('\(columns[column].heading)') are both question '\(form.questions[question].name)'; "
        + "expected one. Put the other under 'ignore' of the source, as '#\(column + 1)'")
  }
}
