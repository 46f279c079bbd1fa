import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools
import Tabular

/// A source whose distinct texts have been judged, ready for its records to be rewritten.
struct PreparedSource {
  let entry: SourceEntry
  let definition: SourceDefinition
  let columns: [SourceColumn]
  private(set) var mapping: ColumnMapping
  /// The numbered texts of each column: text number minus one, by column.
  let texts: [[SeenText]]
  /// What the numbered texts of each question's column are; empty for a question not asked.
  let outcomes: [[AnswerReader.Outcome]]
  /// The answer fields of the numbers that one field of a record can have, by question: 0 is a blank
  /// field. None for a text or for what is unclear.
  let fields: [StageFields]
  /// What the numbered texts of each option's column are, by question and option.
  let ticks: [[[TickReader.Tick]]]
  /// What the numbered texts of each column of a ranking are, by question and column.
  let marks: [[[RankReader.Mark]]]
  let readers: [AnswerReader]
  /// The columns whose codes have decimals, by question.
  let codesWithDecimals: [(question: Int, column: Int, codes: CodesWithDecimals)]
  let tickReaders: [TickReader?]
  let rankReaders: [RankReader?]
  let folder: String
  /// Where the records of single items stand; none where a record is a submission.
  let itemPositions: ItemPositions
  /// The questions about items of which another file of this source has records; who has none left them
  /// blank.
  var askedElsewhere: Set<Int> = []
  /// Whether the form's version that this source has did not ask each question.
  private let isOutside: [Bool]

  struct SeenText {
    let text: String
    let count: Int
  }

  init(
    _ entry: SourceEntry, definition: SourceDefinition, folder: String, form: Questionnaire,
    keys: [String] = []
  ) throws(RunError) {
    let folder = SourceEntry.folder(of: entry.file, below: folder)
    let columns = try SourceColumn.read(from: folder)
    try self.init(
      entry, definition: definition, folder: folder, columns: columns,
      texts: Self.seen(folder, columns: columns.count), form: form, keys: keys)
  }

  private init(
    _ entry: SourceEntry, definition: SourceDefinition, folder: String, columns: [SourceColumn],
    texts: [[SeenText]], form: Questionnaire, keys: [String]
  ) throws(RunError) {
    self.entry = entry
    self.definition = definition
    self.folder = folder
    self.columns = columns
    itemPositions =
      try definition.columnsOfItems == nil ? ItemPositions() : ItemPositions(in: folder)
    let mapping = try ColumnMapping(
      columns: columns, source: definition, convention: entry.convention, file: entry.file,
      form: form, keys: keys)
    let readers = form.questions.map {
      AnswerReader($0, source: definition, convention: entry.convention)
    }
    let decimals = form.questions.compactMap { question in
      mapping.questions[question.index].single.flatMap { column in
        CodesWithDecimals(
          texts[column], readers[question.index],
          mark: definition.conventions(of: question).numbers.decimalMark
        ).map { (question: question.index, column: column, codes: $0) }
      }
    }
    codesWithDecimals = decimals
    outcomes = form.questions.map { question in
      if let decimal = decimals.first(where: { $0.question == question.index }) {
        return texts[decimal.column].map {
          decimal.codes.read($0.text, by: readers[question.index])
        }
      }
      return switch mapping.questions[question.index] {
      case .none, .ticks, .ranks, .rankedBy, .textAndOther, .fixed: []
      case .whole(let column), .wholeOrOther(let column, _), .wholeAndTicks(let column, _):
        texts[column].map { readers[question.index].read($0.text) }
      case .otherText(let column):
        texts[column].map { readers[question.index].readOther($0.text) }
      case .writeIn(let column, let asked):
        texts[column].map {
          readers[question.index].readWriteIn($0.text, to: readers[asked])
        }
      }
    }
    let tickReaders: [TickReader?] = form.questions.map { question in
      guard case .selectMultiple(let list) = question.asked else { return nil }
      return TickReader(
        list, definition.conventions(of: question), convention: entry.convention)
    }
    ticks = form.questions.map { question in
      guard let reader = tickReaders[question.index] else { return [] }
      return mapping.questions[question.index].ticks.map { column in
        texts[column.column].map { reader.tick($0.text, code: column.code) }
      }
    }
    let rankReaders: [RankReader?] = form.questions.map { question in
      guard case .rank(let list) = question.asked else { return nil }
      return RankReader(
        list, definition.conventions(of: question), ticks: entry.convention.tool.ticks)
    }
    marks = form.questions.map { question in
      guard let reader = rankReaders[question.index] else { return [] }
      switch mapping.questions[question.index] {
      case .ranks(let columns):
        return columns.map { column in texts[column.column].map { reader.rank($0.text) } }
      case .rankedBy(let columns):
        return columns.map { column in texts[column.column].map { reader.choice($0.text) } }
      case .none, .whole, .wholeOrOther, .wholeAndTicks, .ticks, .otherText,
        .writeIn, .textAndOther, .fixed:
        return []
      }
    }
    self.tickReaders = tickReaders
    self.rankReaders = rankReaders
    let isOutside = form.questions.map { !$0.isAsked(in: definition.version) }
    self.isOutside = isOutside
    fields = outcomes.enumerated().map { question, outcomes in
      let blank = isOutside[question] ? AnswerField.notAsked : AnswerField.noAnswer
      let known = outcomes.map { outcome -> [UInt8]? in
        switch outcome {
        case .noAnswer: [blank]
        case .field(let bytes, _): bytes
        case .text, .unclear: nil
        }
      }
      return StageFields([[blank]] + known)
    }
    self.mapping = mapping
    self.texts = texts
    self.readers = readers
  }

  /// A source of a roster as that of its submissions and as that of their instances; any other alone.
  func rosterViews(form: Questionnaire) throws(RunError) -> [PreparedSource] {
    guard let definition = definition.asInstances else { return [self] }
    var submissions = self
    var instances = try PreparedSource(
      entry, definition: definition, folder: folder, columns: columns, texts: texts, form: form,
      keys: [])
    let unmapped = instances.mapping.unmapped.filter(mapping.unmapped.contains)
    submissions.mapping = mapping.withUnmapped([])
    instances.mapping = instances.mapping.withUnmapped(unmapped)
    return [submissions, instances]
  }

  /// The longest field of a number question; any there can be where texts are judged only later.
  func width(of question: Question) -> Int {
    if case .whole(let column) = mapping.questions[question.index], columns[column].hasTextElsewhere
    {
      return ExactDecimal.longest
    }
    return outcomes[question.index].reduce(1) { width, outcome in
      if case .field(let bytes, _) = outcome { max(width, bytes.count) } else { width }
    }
  }

  /// Whether any record can have an answer to a question that no code fits.
  func mayBeUnclear(_ question: Question) -> Bool {
    switch mapping.questions[question.index] {
    case .none, .fixed: false
    case .whole(let column), .otherText(let column), .writeIn(let column, _):
      columns[column].hasTextElsewhere
        || outcomes[question.index].contains { if case .unclear = $0 { true } else { false } }
    case .wholeOrOther, .wholeAndTicks, .textAndOther, .ticks, .ranks, .rankedBy: true
    }
  }

  /// Whether the form's version that this source has did not ask a question.
  func isOutsideVersion(_ question: Question) -> Bool {
    isOutside[question.index]
  }

  private static func seen(_ folder: String, columns: Int) throws(RunError) -> [[SeenText]] {
    let list = try StageList<SourceEntry.SeenColumn>(path: "\(folder)/seen.csv")
    var texts = [[SeenText]](repeating: [], count: columns)
    while let row = try list.next() {
      let column = try row.integer(.column, in: 1..<(columns + 1))
      let next = texts[column - 1].count + 1
      let number = try row.integer(.number, in: next..<(TextNumber.most + 1))
      // Numbers whose every record was quarantined are left out of the file.
      for _ in next..<number { texts[column - 1].append(SeenText(text: "", count: 0)) }
      texts[column - 1].append(SeenText(text: row[.text], count: try row.integer(.count)))
    }
    return texts
  }
}
