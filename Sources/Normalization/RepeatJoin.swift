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

  /// A record of the repeat, with the numbers of its submission and of its row.
  private struct Instance {
    let parent: Int
    let row: Int
    let source: Int
    let record: Int
    let position: RecordPosition
    /// The number of the source and record that it is, or that it was mended for.
    let original: (source: Int, record: Int)
  }

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
  /// Where each stands among them, by its index.
  private let positions: [Int: Int]
  /// How instances are written; nil where only submissions are counted.
  let counted: InstanceFields?
  /// The questions that the sources of the repeat have.
  private let asked: Set<Int>
  /// The numbers of the submissions by their keys.
  private var numbers: [String: Int] = [:]
  private var parents: [Parent] = []
  /// The instances, where these are counted: by submission, in the order of their records, once all are joined.
  private var instances: [Instance] = []
  /// Where those of each submission end among them.
  private var ends: [Int] = []
  /// The answers of the instances as they stand in rows, one row after the other.
  private var rows: [UInt8] = []
  /// What the instances of each submission answer, one question after the other.
  private var answers: [InstanceAnswers] = []
  /// The files and lines of the instances by their own key.
  private var known: [String: (file: String, line: Int)] = [:]

  init(
    _ repetition: Repetition, sources: [PreparedSource], parents: [PreparedSource],
    form: Questionnaire, unreadable: [QuarantinedRecord], counted: InstanceFields?
  ) throws(RunError) {
    self.repetition = repetition
    self.counted = counted
    questions = form.questions.filter { $0.repeatName == repetition.name }
    positions = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.index, $0) })
    asked = Set(
      questions.map(\.index).filter { question in
        sources.contains { $0.mapping.questions[question] != .none }
      })
    for parent in parents { try index(parent) }
    answers = Array(
      repeating: InstanceAnswers(), count: self.parents.count * questions.count)
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
    sortInstances()
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
    guard let position = positions[question.index], let number = numbers[key] else {
      return .noAnswer
    }
    return answers[number * questions.count + position].answer(to: question)
  }

  /// The instances of a submission; none where these are not counted.
  func instances(key: String) -> [RepeatInstance] {
    guard let counted, let number = numbers[key] else { return [] }
    return instances[(number == 0 ? 0 : ends[number - 1])..<ends[number]].map { instance in
      RepeatInstance(
        repeatName: repetition.name, source: instance.source, record: instance.record,
        position: instance.position,
        fields: Array(rows[(instance.row * counted.rowWidth)...].prefix(counted.rowWidth)))
    }
  }

  /// Brings the instances into the order of their submissions.
  private mutating func sortInstances() {
    instances.sort {
      ($0.parent, $0.original.source, $0.original.record)
        < ($1.parent, $1.original.source, $1.original.record)
    }
    ends = Array(repeating: 0, count: parents.count)
    for instance in instances { ends[instance.parent] += 1 }
    for number in parents.indices.dropFirst() { ends[number] += ends[number - 1] }
  }

  func width(of question: Question) -> Int {
    guard let position = positions[question.index] else { return 1 }
    return parents.indices.map { answers[$0 * questions.count + position].width }.max() ?? 1
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
      guard let number = numbers[key] else {
        numbers[key] = parents.count
        parents.append(parent)
        continue
      }
      // A mended record has the key of the one it mends.
      let earlier = parents[number]
      if earlier.file != parent.file || earlier.foundIn == parent.foundIn {
        parents[number].isAmbiguous = true
      }
    }
  }

  /// Adds the instances of one source to the submissions that they name.
  private mutating func join(
    _ source: PreparedSource, log: inout MendingLog,
    originals: MendingLog.Originals?, skipping skipped: Set<Int>
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
      let found = numbers[key]
      if let objection = try objection(to: key, ofSubmission: found, source, cursor) {
        log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
        setAside(objection, source: source, cursor: cursor)
        continue
      }
      // Without a submission there was an objection.
      guard let number = found else { continue }
      if skipped.contains(cursor.record) {
        balance.mended += 1
        continue
      }
      balance.joined += 1
      if let id = try instanceKey(source, cursor) {
        known[id] = (source.entry.file, cursor.position.line)
      }
      let given = try questions.map { question throws(RunError) in
        try source.answer(to: question, in: cursor, received: "")
      }
      if let counted {
        instances.append(
          Instance(
            parent: number, row: instances.count, source: source.entry.number,
            record: cursor.record, position: cursor.position,
            original: originals.map { ($0.number, $0.records[cursor.record - 1].record) }
              ?? (source.entry.number, cursor.record)))
        counted.append(given, to: &rows)
      }
      for (index, (question, answer)) in zip(questions, given).enumerated() {
        if case .unclear = answer {
          log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
        }
        let position = number * questions.count + index
        answers[position].add(answer, to: question)
        if answers[position].isTooLarge {
          let unclear = UnclearField(
            source: source.entry.file, record: cursor.record, position: cursor.position,
            heading: question.name, text: "",
            doubt: "the numbers of all instances come to more than "
              + "\(ExactDecimal.mostDigits) digits",
            suggestion: "mend the records: the numbers of all instances are summed")
          answers[position].add(.unclear([unclear]), to: question)
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
  ///
  /// - Parameter number: That of the submission with its key.
  private mutating func objection(
    to key: String, ofSubmission number: Int?, _ source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> Objection? {
    guard !key.isEmpty else { return .blankKey(of: repetition) }
    guard let number else { return .noParent(of: key, repetition) }
    if parents[number].isAmbiguous {
      let objection = Objection.parentTwice(key, repetition)
      let unclear = UnclearField(
        source: source.entry.file, record: cursor.record, position: cursor.position,
        heading: repetition.keyColumn, text: key,
        doubt: "the record of an instance has '\(key)' in column "
          + "'\(repetition.keyColumn)', which several records have in column "
          + "'\(repetition.parentColumn)': nobody can tell whether it is of this one",
        suggestion: objection.suggestion)
      for (index, question) in questions.enumerated() {
        answers[number * questions.count + index].add(.unclear([unclear]), to: question)
      }
      return objection
    }
    guard let id = try instanceKey(source, cursor) else { return nil }
    return known[id].map { file, line in
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
