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
  private(set) var findings: [Finding] = []
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

  private let form: Questionnaire
  private let questions: [Question]
  /// Where each stands among them, by its index.
  private let positions: [Int: Int]
  /// How instances are written; nil where only submissions are counted.
  let counted: InstanceFields?
  /// The questions that the sources of the repeat have.
  private let asked: Set<Int>
  private let keyed: KeyedParents
  /// The submissions that the records make themselves; nil where they are in sources of their own.
  private(set) var roster: Roster?
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
    form: Questionnaire, unreadable: [QuarantinedRecord], counted: InstanceFields?,
    units: UnitIndex?
  ) throws(RunError) {
    self.repetition = repetition
    self.counted = counted
    self.form = form
    questions = form.questions.filter { $0.repeatName == repetition.name }
    positions = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.index, $0) })
    asked = Set(
      questions.map(\.index).filter { question in
        sources.contains { $0.mapping.questions[question] != .none }
      })
    keyed = try KeyedParents(repetition, of: units == nil ? parents : [])
    roster = try units.map { units throws(RunError) in
      try Roster(
        zip(parents, sources).filter { !$0.0.entry.file.hasPrefix("mended/") }, form: form,
        units: units)
    }
    makeRoom()
    var log = MendingLog(sources.map(\.entry))
    for record in unreadable {
      log.note(record.source, record: record.record, line: record.position.line)
    }
    var replaced: Set<Roster.Standing> = []
    for (index, source) in sources.enumerated() {
      let originals = log.originals(of: source.entry)
      if originals == nil, source.entry.file.hasPrefix("mended/") {
        try refuse(source)
        continue
      }
      if originals != nil, roster != nil {
        try roster?.add(mended: parents[index], source, form: form, replacing: replaced)
        makeRoom()
      }
      var skipped: Set<Int> = []
      var notes = log
      if let mendedBy = sources.first(where: { $0.entry.file == "mended/\(source.entry.textFile)" })
      {
        // What the mended records stand for is known only once all were read.
        var rehearsal = self
        try rehearsal.join(source, log: &log, originals: nil, skipping: [])
        skipped = Set((log.originals(of: mendedBy.entry)?.records ?? []).map(\.record))
        replaced.formUnion(skipped.compactMap { roster?.standing(of: $0, in: source) })
      }
      try join(source, log: &notes, originals: originals, skipping: skipped)
      let unread = unreadable.count { $0.source == source.entry.file }
      balance.records += source.entry.records
      balance.quarantined += unread
    }
    sortInstances()
  }

  /// Whether the submissions of a source have instances here.
  func knows(_ source: PreparedSource) -> Bool {
    roster != nil || source.mapping.keys[repetition.parentColumn] != nil
  }

  /// The submission that a record of its source is.
  func number(of source: PreparedSource, _ cursor: RecordCursor) throws(RunError) -> Int? {
    guard let roster else { return try keyed.number(of: source, cursor) }
    return roster.submission(at: cursor.record, of: source)
  }

  private var count: Int { roster?.count ?? keyed.count }

  private mutating func makeRoom() {
    let missing = count * questions.count - answers.count
    answers += repeatElement(InstanceAnswers(), count: missing)
  }

  func asks(_ question: Question) -> Bool {
    asked.contains(question.index)
  }

  func answer(to question: Question, of number: Int?) -> RecordAnswer {
    guard let position = positions[question.index], let number else { return .noAnswer }
    return answers[number * questions.count + position].answer(to: question)
  }

  /// The instances of a submission; none where these are not counted.
  func instances(of number: Int?) -> [RepeatInstance] {
    guard let counted, let number else { return [] }
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
    ends = Array(repeating: 0, count: count)
    for instance in instances { ends[instance.parent] += 1 }
    for number in ends.indices.dropFirst() { ends[number] += ends[number - 1] }
  }

  func width(of question: Question) -> Int {
    guard let position = positions[question.index] else { return 1 }
    return (0..<count).map { answers[$0 * questions.count + position].width }.max() ?? 1
  }
}

// MARK: - Reading

extension RepeatJoin {
  /// Adds the instances of one source to the submissions that they name.
  private mutating func join(
    _ source: PreparedSource, log: inout MendingLog,
    originals: MendingLog.Originals?, skipping skipped: Set<Int>
  ) throws(RunError) {
    let doubtful = doubtful(beside: source)
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      if let originals {
        let original = originals.records[cursor.record - 1]
        mended.append([
          originals.file, String(original.line), source.entry.file, String(cursor.position.line),
        ])
      }
      let number: Int
      switch try membership(of: cursor, in: source) {
      case .member(let found): number = found
      case .again:
        balance.joined += 1
        findings.append(
          Finding(.instanceAgain, at: Position(source: source.entry.file, record: cursor.position)))
        continue
      case .refused(let objection):
        log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
        setAside(objection, source: source, cursor: cursor)
        continue
      case .ambiguous(let first, let objection, let field):
        for (index, question) in questions.enumerated() {
          answers[first * questions.count + index].add(.unclear([field]), to: question)
        }
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
        known[id] = (source.entry.file, cursor.position.line)
      }
      try count(cursor, of: source, in: number, doubtful, log: &log)
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

  /// Notes the record of a roster that stands for a submission, and what is unclear in any of its records.
  private mutating func count(
    _ cursor: RecordCursor, of source: PreparedSource, in number: Int,
    _ doubtful: (source: PreparedSource, questions: [Question])?, log: inout MendingLog
  ) throws(RunError) {
    guard let doubtful else { return }
    roster?.count(cursor.record, of: source, in: number)
    for question in doubtful.questions {
      let answer = try doubtful.source.answer(to: question, in: cursor, received: "")
      guard case .unclear(let fields) = answer else { continue }
      log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
      roster?.doubt(fields, of: question, at: cursor.record, of: source, in: number)
    }
  }

  /// The source of a roster as that of its submissions, with the questions of which a record may be unclear.
  private func doubtful(
    beside source: PreparedSource
  ) -> (source: PreparedSource, questions: [Question])? {
    guard let submissions = roster?.submissions(beside: source) else { return nil }
    return (submissions, form.questions.filter { submissions.mayBeUnclear($0) })
  }

  /// The key of an instance among those of all submissions.
  private func instanceKey(
    _ source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> String? {
    guard roster == nil, let column = source.mapping.instance else { return nil }
    return KeyedParents.key(try source.text(cursor, column))
  }

  /// The submission of an instance, unless the same instance stands elsewhere.
  private func membership(
    of cursor: RecordCursor, in source: PreparedSource
  ) throws(RunError) -> Membership {
    if let roster { return roster.membership(of: cursor, in: source) }
    let membership = try keyed.membership(of: cursor, in: source)
    guard case .member = membership, let id = try instanceKey(source, cursor),
      let (file, line) = known[id]
    else { return membership }
    return .refused(
      .instanceTwice(id, onLine: line, of: file == source.entry.file ? nil : file))
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
