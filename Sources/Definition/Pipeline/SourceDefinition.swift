package import Basics
package import Questionnaire
package import Register
package import SurveyTools
package import Tabular

/// How one source, or several of one shape, is to be read: an item of `sources:` in
/// `pipeline.yaml`, whose keys `SourceKey` and `AnswerKey` declare.
package struct SourceDefinition: Sendable {
  /// What tells the reporting unit of a record.
  package enum UnitSource: Sendable, Equatable {
    case column(String)
    /// Nothing does: the replies are anonymous, and each record is a respondent of its own.
    case record
    /// The submission does that an instance of a repeat belongs to; the column names it.
    case submission(key: String)
  }

  package enum Received: Sendable {
    case column(String)
    case date(CalendarDate)
    /// With the submission that an instance of a repeat belongs to.
    case submission
  }

  package struct TestRecords: Sendable {
    package let column: String
    package let values: [String]
  }

  /// Submissions that were not completed.
  package struct Incomplete: Sendable {
    package let column: String
    package let values: [String]
    /// Whether they count all the same.
    package let areKept: Bool
  }

  /// What the name of a file unpacked from a container ends with.
  package static let textSuffix = ".csv"

  package let pattern: String
  /// The convention of the header; nil where evidence decides.
  package let convention: HeaderConvention?
  /// The rows above the first record as declared; nil where evidence decides.
  package let headerRows: Int?
  /// The encoding as declared; nil where evidence decides.
  package let encoding: String?
  /// The separator as declared; nil where evidence decides.
  package let delimiter: UInt8?
  /// Quoting as declared; the separator in it stands for nothing.
  package let dialect: CSVDialect
  package let skippedLines: Int
  /// The most that a container may unpack to.
  package let unpackedMegabytes: Int
  /// Whether any record may have blank fields beyond the last column.
  package let allowsSurplusBlanks: Bool
  /// Whether a blank line of a file of one column is a record, as declared.
  package let hasBlankRecords: Bool
  /// The sheet of a workbook as declared; nil for the only visible one.
  package let sheet: String?
  package let unit: UnitSource
  package let identifier: StateIdentifier
  /// Whether the same text in another source is the same respondent, as declared.
  package let isShared: Bool
  package let received: Received
  /// How answers are written, to questions that `answers` does not have.
  package let conventions: AnswerConventions
  private let answers: [String: AnswerConventions]
  package let columns: [(heading: String, question: String)]
  /// What its records answer by where they came from.
  package internal(set) var fixed: [FixedAnswer]
  package let ignored: [String]
  package let testRecords: TestRecords?
  package let incomplete: Incomplete?
  package let version: CalendarDate?
  /// Of a source with a record for each unit and item.
  package let items: LongItems?
  /// Of a source whose records are instances of a repeat.
  package internal(set) var repetition: Repetition?
  package let node: DefinitionNode

  init(
    _ node: DefinitionNode, form: Questionnaire, counting counted: PipelineDefinition.Unit
  ) throws(RunError) {
    self.node = node
    try node.allowOnly(SourceKey.group)
    pattern = try Self.pattern(node.required(SourceKey.file))
    convention = try node[SourceKey.convention]?.word(as: HeaderConvention.self)
    headerRows = try node.integer(ifGiven: SourceKey.headerRows)
    encoding = try node[SourceKey.encoding]?.text()
    delimiter = try Self.delimiter(node[SourceKey.delimiter])
    let quoting = try node.value(SourceKey.quoting).word(as: Quoting.self)
    dialect = CSVDialect(
      quote: quoting == .none ? nil : UInt8(ascii: "\""),
      hasBackslashEscapes: quoting == .backslash, comment: try Self.comment(node[SourceKey.comment])
    )
    skippedLines = try node.integer(SourceKey.skipLines)
    unpackedMegabytes = try node.integer(SourceKey.unpackedMegabytes)
    allowsSurplusBlanks = try node[SourceKey.surplusBlanks]?.flag() ?? false
    hasBlankRecords = try node[SourceKey.blankRecords]?.flag() ?? false
    sheet = try node[SourceKey.sheet]?.text()
    isShared = try node[SourceKey.unit]?[UnitKey.shared]?.flag() ?? false
    if let instances = node[SourceKey.instances] {
      let repetition = try Repetition(instances, form: form)
      for key in [SourceKey.unit, .received, .testRecords, .incomplete, .fixed] {
        guard let extra = node[key] else { continue }
        throw extra.error(
          id: .pipeline(.repeat),
          "'\(key.rawValue)' cannot stand beside 'repeat': it is that of the submission. Delete it")
      }
      self.repetition = repetition
      unit = .submission(key: repetition.keyColumn)
      identifier = .name
      received = .submission
    } else {
      unit = try Self.unit(node.required(SourceKey.unit), counting: counted)
      identifier = try Self.identifier(node[SourceKey.unit]?[UnitKey.identifier], counting: counted)
      received = try Self.received(node.required(SourceKey.received))
    }
    conventions = try AnswerConventions(node)
    answers = try Self.answers(node[SourceKey.answers], over: conventions, form: form)
    try Self.check(node[AnswerKey.noAnswer], answers, form: form)
    let items = try node[SourceKey.items].map { node throws(RunError) in
      try LongItems(node, form: form)
    }
    columns = try Self.columns(
      node[SourceKey.columns], form: form, of: repetition?.name, orEach: items?.repeatName)
    fixed = try FixedAnswer.all(node[SourceKey.fixed], form: form)
    ignored = try node[SourceKey.ignore]?.texts() ?? []
    testRecords = try Self.testRecords(node[SourceKey.testRecords])
    incomplete = try Self.incomplete(node[SourceKey.incomplete])
    version = try Self.date(node[SourceKey.version])
    self.items = items
    try items?.require(of: self)
  }

  /// How the source writes the answers to a question.
  package func conventions(of question: Question) -> AnswerConventions {
    answers[question.name] ?? conventions
  }

  /// The order of the dates of receipt, and of answers unless said otherwise.
  package var dateOrder: DateOrder? { conventions.dateOrder }

  /// Whether a file below the input folder is of this source.
  ///
  /// A file `mended/<name>` is of the source that `<name>` is of: quarantined records are
  /// dropped there once somebody has mended them. Those of a container are there as CSV.
  package func matches(_ file: String) -> Bool {
    let pattern = Wildcard(self.pattern)
    guard let name = MendedFile.original(of: file), !pattern.matches(file) else {
      return pattern.matches(file)
    }
    return pattern.matches(name)
      || (name.hasSuffix(Self.textSuffix)
        && pattern.matches(String(name.dropLast(Self.textSuffix.count))))
  }

  enum Quoting: String, CaseIterable {
    case double
    case backslash
    case none
  }

  private static func pattern(_ node: DefinitionNode) throws(RunError) -> String {
    let pattern = try node.text()
    guard !pattern.isEmpty else {
      throw node.error(id: .pipeline(.noFileName), "found nothing; expected a file name or pattern")
    }
    return pattern
  }

  private static func delimiter(_ node: DefinitionNode?) throws(RunError) -> UInt8? {
    guard let node else { return nil }
    let text = try node.text()
    if text == "tab" || text == "\t" { return UInt8(ascii: "\t") }
    guard text.utf8.count == 1, let byte = text.utf8.first, (0x20..<0x7F) ~= byte, text != "\""
    else {
      let isLineEnd = text.contains(where: \.isNewline)
      throw node.error(
        id: .pipeline(.delimiter),
        "found \(isLineEnd ? "a line end" : "'\(text)'"); expected one character such as "
          + "',' or ';', or tab; no quote and no line end")
    }
    return byte
  }

  private static func comment(_ node: DefinitionNode?) throws(RunError) -> [UInt8] {
    guard let node else { return [] }
    let text = try node.text()
    guard (1...16).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21..<0x7F) ~= $0 }),
      !text.hasPrefix("\"")
    else {
      throw node.error(
        id: .pipeline(.comment),
        "found '\(text)'; expected one to 16 ASCII characters such as '#', no blank, and no "
          + "quote at the start")
    }
    return Array(text.utf8)
  }

  private static func received(_ node: DefinitionNode) throws(RunError) -> Received {
    try node.allowOnly(ReceivedKey.self)
    if let column = node[ReceivedKey.column] {
      guard node[ReceivedKey.date] == nil else {
        throw node.error(
          id: .pipeline(.twoDates), "found both 'column' and 'date'; expected one. Delete the other"
        )
      }
      return .column(try column.text())
    }
    guard let date = try date(node[ReceivedKey.date]) else {
      throw node.error(id: .yaml(.missingKey), "expected 'column' or 'date'")
    }
    return .date(date)
  }

  private static func columns(
    _ node: DefinitionNode?, form: Questionnaire, of repeatName: String?, orEach item: String?
  ) throws(RunError) -> [(heading: String, question: String)] {
    var columns: [(String, String)] = []
    for (heading, node) in try node?.pairs() ?? [] {
      let name = try node.text()
      try check(name, of: node, form)
      let base = String(name.prefix { $0 != "/" && $0 != "[" })
      if let asked = form[base], asked.repeatName != repeatName,
        item == nil || asked.repeatName != item
      {
        throw node.error(
          id: .pipeline(.repeat),
          "'\(base)' is asked of each "
            + (asked.repeatName.map { "of '\($0)'" } ?? "submission")
            + ", and the records of this source are "
            + (repeatName.map { "each one of '\($0)'" } ?? "submissions")
            + "; expected it in a source of these. Take it out")
      }
      columns.append((heading, name))
    }
    return columns
  }

  /// Checks `question`, `question/option` or, of a ranking, `question[2]`.
  private static func check(
    _ name: String, of node: DefinitionNode, _ form: Questionnaire
  ) throws(RunError) {
    let base = String(name.prefix { $0 != "/" && $0 != "[" })
    guard let question = form[base] else {
      throw node.error(
        id: .expression(.unknownQuestion),
        "there is no question '\(base)' in \(form.path)."
          + Suggestion.question(for: base, among: form.questions.map(\.name)))
    }
    guard base != name else { return }
    let part = String(name.dropFirst(base.count + 1))
    let names: [String]
    switch question.asked {
    case .rank(let list) where name.hasSuffix("]"):
      names = (1...list.choices.count).map { "\($0)]" }
    case .rank(let list), .selectMultiple(let list):
      names = list.choices.map(\.name)
    case .selectOne, .integer, .decimal, .date, .text:
      names = []
    }
    guard !names.contains(part) else { return }
    throw node.error(
      id: .expression(.unknownChoice),
      "'\(name)' is no column of '\(base)'; expected "
        + (names.isEmpty
          ? "the question alone, which has one column"
          : Suggestion.allowed(names.map { "\(name.prefix(base.count + 1))\($0)" })))
  }

  private static func testRecords(_ node: DefinitionNode?) throws(RunError) -> TestRecords? {
    guard let node else { return nil }
    try node.allowOnly(TestRecordKey.self)
    return TestRecords(
      column: try node.required(TestRecordKey.column).text(),
      values: try node.required(TestRecordKey.values).texts())
  }

  private static func incomplete(_ node: DefinitionNode?) throws(RunError) -> Incomplete? {
    guard let node else { return nil }
    try node.allowOnly(IncompleteKey.self)
    return Incomplete(
      column: try node.required(IncompleteKey.column).text(),
      values: try node.required(IncompleteKey.values).texts(),
      areKept: try node.value(IncompleteKey.keep).flag())
  }

  static func date(_ node: DefinitionNode?) throws(RunError) -> CalendarDate? {
    guard let node else { return nil }
    guard let date = CalendarDate(iso: try node.text()) else {
      throw node.error(
        id: .yaml(.notADate), "found '\(try node.text())'; expected a date such as 2005-07-29")
    }
    return date
  }
}
