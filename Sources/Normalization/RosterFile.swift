import Basics
import Definition
import Interchange
import Questionnaire

/// A file of a roster: its records are the instances of the submissions that they make.
struct RosterFile {
  /// The same source as that of the submissions and as that of the instances.
  let ofSubmissions: PreparedSource
  let ofInstances: PreparedSource
  /// The column that says which item a record is about.
  let item: Int
  /// The columns that say which submission it is of, and those of them in which all of its records must agree.
  let by: [Int]
  let shared: [Int]
  /// The questions of each item.
  private let questions: [Question]
  /// The number of the submission of each record, from record 1 on; -1 for one that has none.
  var submissions: [Int32]
  /// What the item of each is called; the blank where it is of none.
  var items: [Int32]
  /// What the numbered texts of these columns are called, by the column; none of others.
  private(set) var texts: [[Int32]]

  /// - Throws: `badDefinition` where columns that the key `items` names are not there, or where it leaves
  ///   out what is asked of a submission.
  init(
    _ submissions: PreparedSource, _ instances: PreparedSource, form: Questionnaire
  ) throws(RunError) {
    ofSubmissions = submissions
    ofInstances = instances
    let source = submissions.definition
    let finder = ColumnFinder(
      headings: submissions.columns.map(\.heading), labels: submissions.columns.map(\.label),
      of: source, file: submissions.entry.file)
    item = try finder.required(source.items?.column ?? "", "items")
    var by: [Int] = []
    for name in source.items?.by ?? [] { by.append(try finder.required(name, "items")) }
    let mapping = submissions.mapping
    let special = [mapping.unit, mapping.received, mapping.test, mapping.incomplete]
    self.by = by
    shared = by.filter { !special.contains($0) }
    questions = form.questions.filter { $0.repeatName == source.items?.repeatName }
    self.submissions = Array(repeating: -1, count: submissions.entry.records)
    items = Array(repeating: Roster.blank, count: submissions.entry.records)
    texts = Array(repeating: [], count: submissions.columns.count)
    try requireInCommon(form)
    try requireOfEach()
  }

  private func requireInCommon(_ form: Questionnaire) throws(RunError) {
    let source = ofSubmissions.definition
    for question in form.questions where question.repeatName == nil {
      for column in ofSubmissions.mapping.questions[question.index].columns
      where !by.contains(column) {
        throw (source.items?.node ?? source.node).error(
          id: .pipeline(.items),
          "\(ofSubmissions.entry.file): column '\(ofSubmissions.columns[column].heading)' answers "
            + "'\(question.name)', which is asked of a submission and not of each of its items, and is not "
            + "among what its records have in common; expected it under 'by'")
      }
    }
  }

  private func requireOfEach() throws(RunError) {
    let source = ofInstances.definition
    for question in questions {
      for column in ofInstances.mapping.questions[question.index].columns where by.contains(column)
      {
        throw (source.items?.node ?? source.node).error(
          id: .pipeline(.items),
          "\(ofInstances.entry.file): column '\(ofInstances.columns[column].heading)' answers "
            + "'\(question.name)', which is asked of each item, and is among what all records of a submission "
            + "have in common; expected a question outside the repeat, or the column not under 'by'"
        )
      }
    }
  }

  /// Has the texts numbered of the columns that tell submissions and items apart.
  mutating func number(_ number: (String) -> Int32) {
    for column in Set(by + [item]) {
      texts[column] = ofSubmissions.texts[column].map { number($0.text) }
    }
  }

  /// What a record says of its item, in whatever columns.
  func answers(_ cursor: RecordCursor) throws(RunError) -> [String] {
    try questions.map { question throws(RunError) in
      switch try ofInstances.answer(to: question, in: cursor, received: "") {
      case .notAsked, .noAnswer: ""
      case .field(let bytes): String(decoding: bytes, as: UTF8.self)
      case .text(let text): text
      case .unclear(let fields): fields.map(\.text).joined(separator: "\n")
      }
    }
  }
}

extension Roster {
  /// A record in a file, by the position of the file among those of the roster.
  struct Standing: Hashable {
    let file: Int32
    let record: Int32
  }

  /// An item of a submission.
  struct Item: Hashable {
    let submission: Int32
    let item: Int32
  }
}
