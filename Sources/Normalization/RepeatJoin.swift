import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// The instances of one repeat, joined to the submissions of one source by their key.
struct RepeatJoin {
  let repetition: Repetition
  private(set) var balance = RepeatBalance()
  private(set) var quarantined: [QuarantinedRecord] = []
  private(set) var mended: [[String]] = []

  /// A submission that instances name.
  private struct Parent {
    /// The name under which records of its source are mended.
    let file: String
    /// The file it was met in.
    let foundIn: String
    /// Whether other submissions have the same key, so that nobody can tell whose an instance is.
    var isAmbiguous = false
  }

  private let questions: [Question]
  /// How instances are written; nil where only submissions are counted.
  let counted: InstanceFields?
  /// The instances of a submission, in the order of their records, where these are counted.
  private var counts: [String: [RepeatInstance]] = [:]
  /// What no instance has answered yet.
  private let nothing: [InstanceAnswers]
  /// The questions that the sources of the repeat have.
  private let asked: Set<Int>
  private var parents: [String: Parent] = [:]
  /// What the instances of a submission answer, in the order of the questions.
  private var answers: [String: [InstanceAnswers]] = [:]
  /// The files and lines of the instances by their own key.
  private var instances: [String: (file: String, line: Int)] = [:]

  init(
    _ repetition: Repetition, sources: [PreparedSource], parents: [PreparedSource],
    form: Questionnaire, unreadable: [QuarantinedRecord], counted: InstanceFields?
  ) throws(RunError) {
    self.repetition = repetition
    self.counted = counted
    questions = form.questions.filter { $0.repeatName == repetition.name }
    nothing = Array(repeating: InstanceAnswers(), count: questions.count)
    asked = Set(
      questions.map(\.index).filter { question in
        sources.contains { $0.mapping.questions[question] != .none }
      })
    for parent in parents { try index(parent) }
    var log = MendingLog(sources.map(\.entry))
    for record in unreadable {
      log.note(record.source, record: record.record, line: record.position.line)
    }
    for source in sources {
      let originals = log.originals(of: source.entry)
      if originals == nil, source.entry.file.hasPrefix("mended/") {
        try refuse(source)
        continue
      }
      var skipped: Set<Int> = []
      var notes = log
      if let mendedBy = sources.first(where: { $0.entry.file == "mended/\(source.entry.textFile)" })
      {
        // What the mended records stand for is known only once all were read.
        var rehearsal = self
        try rehearsal.join(source, log: &log, originals: nil, skipping: [])
        skipped = Set((log.originals(of: mendedBy.entry)?.records ?? []).map(\.record))
      }
      try join(source, log: &notes, originals: originals, skipping: skipped)
      let unread = unreadable.count { $0.source == source.entry.file }
      balance.records += source.entry.records
      balance.quarantined += unread
    }
  }

  /// The text of a key without surrounding blanks; empty where it is an error of a spreadsheet, which
  /// records that have nothing to do with each other may share.
  static func key(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let key = start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
    return key.hasPrefix("#") && ExcelTrace.isError(TextKey(key)) ? "" : key
  }

  func asks(_ question: Question) -> Bool {
    asked.contains(question.index)
  }

  func answer(to question: Question, key: String) -> RecordAnswer {
    guard let position = questions.firstIndex(where: { $0.index == question.index }),
      let found = answers[key]
    else { return .noAnswer }
    return found[position].answer(to: question)
  }

  /// The instances of a submission; none where these are not counted.
  func instances(key: String) -> [RepeatInstance] {
    counts[key] ?? []
  }

  func width(of question: Question) -> Int {
    guard let position = questions.firstIndex(where: { $0.index == question.index }) else {
      return 1
    }
    return answers.values.map { $0[position].width }.max() ?? 1
  }
}

// MARK: - Reading

extension RepeatJoin {
  /// Notes the keys of the submissions of a source.
  private mutating func index(_ source: PreparedSource) throws(RunError) {
    guard let column = source.mapping.keys[repetition.parentColumn] else { return }
    let isMended = source.entry.file.hasPrefix("mended/")
    let file = isMended ? String(source.entry.file.dropFirst(7)) : source.entry.textFile
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      let key = Self.key(try source.text(cursor, column))
      if key.isEmpty { continue }
      let parent = Parent(file: file, foundIn: source.entry.file)
      guard let earlier = parents[key] else {
        parents[key] = parent
        continue
      }
      // A mended record has the key of the one it mends.
      if earlier.file != parent.file || earlier.foundIn == parent.foundIn {
        parents[key]?.isAmbiguous = true
      }
    }
  }

  /// Adds the instances of one source to the submissions that they name.
  private mutating func join(
    _ source: PreparedSource, log: inout MendingLog,
    originals: (file: String, records: [MendingLog.Original])?, skipping skipped: Set<Int>
  ) throws(RunError) {
    guard let keyColumn = source.mapping.unit else { return }
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      if let originals {
        let original = originals.records[cursor.record - 1]
        mended.append([
          originals.file, String(original.line), source.entry.file, String(cursor.position.line),
        ])
      }
      let key = Self.key(try source.text(cursor, keyColumn))
      if let objection = try objection(to: key, source, cursor) {
        log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
        setAside(objection, source: source, cursor: cursor)
        continue
      }
      if skipped.contains(cursor.record) {
        balance.mended += 1
        continue
      }
      balance.joined += 1
      if let id = try instanceKey(source, cursor) {
        instances[id] = (source.entry.file, cursor.position.line)
      }
      let given = try questions.map { question throws(RunError) in
        try source.answer(to: question, in: cursor, received: "")
      }
      if let counted {
        counts[key, default: []].append(
          RepeatInstance(
            repeatName: repetition.name, source: source.entry.number, record: cursor.record,
            position: cursor.position, fields: counted.row(given)))
      }
      for (index, (question, answer)) in zip(questions, given).enumerated() {
        if case .unclear = answer {
          log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
        }
        answers[key, default: nothing][index].add(answer, to: question)
        if answers[key]?[index].isTooLarge == true {
          let unclear = UnclearField(
            source: source.entry.file, record: cursor.record, position: cursor.position,
            heading: question.name, text: "",
            doubt: "the numbers of all instances come to more than "
              + "\(ExactDecimal.mostDigits) digits",
            suggestion: "mend the records: the numbers of all instances are summed")
          answers[key]?[index].add(.unclear([unclear]), to: question)
        }
      }
    }
  }

  private func instanceKey(
    _ source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> String? {
    guard let column = source.mapping.instance else { return nil }
    return Self.key(try source.text(cursor, column))
  }

  /// Why an instance cannot be joined; nil where it can.
  private mutating func objection(
    to key: String, _ source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> Objection? {
    guard !key.isEmpty else { return .blankKey(of: repetition) }
    guard let parent = parents[key] else { return .noParent(of: key, repetition) }
    if parent.isAmbiguous {
      let objection = Objection.parentTwice(key, repetition)
      let unclear = UnclearField(
        source: source.entry.file, record: cursor.record, position: cursor.position,
        heading: repetition.keyColumn, text: key,
        doubt: "the record of an instance has '\(key)' in column "
          + "'\(repetition.keyColumn)', which several records have in column "
          + "'\(repetition.parentColumn)': nobody can tell whether it is of this one",
        suggestion: objection.suggestion)
      for position in questions.indices {
        answers[key, default: nothing][position].add(.unclear([unclear]), to: questions[position])
      }
      return objection
    }
    guard let id = try instanceKey(source, cursor) else { return nil }
    return instances[id].map { file, line in
      .instanceTwice(id, onLine: line, of: file == source.entry.file ? nil : file)
    }
  }

  private mutating func setAside(
    _ objection: Objection, source: PreparedSource, cursor: RecordCursor
  ) {
    quarantined.append(
      QuarantinedRecord(
        objection, source: source.entry.file, record: cursor.record, position: cursor.position))
    balance.quarantined += 1
  }

  /// Sets all mended records aside where nobody can tell which ones they stand for.
  private mutating func refuse(_ source: PreparedSource) throws(RunError) {
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      setAside(.mendedCount, source: source, cursor: cursor)
    }
    balance.records += source.entry.records
    balance.quarantined += source.entry.quarantined
  }
}
