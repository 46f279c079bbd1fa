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

  private let form: Questionnaire
  /// Where each question stands among those of the repeat, by its index.
  private let positions: [Int: Int]
  /// Whether tables count the instances.
  private let isCounted: Bool
  /// The questions that the sources of the repeat have.
  private let asked: Set<Int>
  /// The files of the repeat by the numbers of their sources.
  private let files: [Int: String]
  private let keyed: KeyedParents
  /// The submissions that the records make themselves; nil where they are in sources of their own.
  private(set) var roster: Roster?
  private var instances: JoinedInstances
  /// What is unclear of all that the instances of a submission answer, since some may be another's.
  private var doubts: [Int: [UnclearField]] = [:]
  /// The keys of the instances themselves, and where they stand.
  private var known = TextNumbers()
  private var knownAt: [(source: Int32, line: Int32)] = []

  init(
    _ repetition: Repetition, sources: [PreparedSource], parents: [PreparedSource],
    form: Questionnaire, unreadable: [QuarantinedRecord], fields: InstanceFields,
    isCounted: Bool, units: UnitIndex?
  ) throws(RunError) {
    self.repetition = repetition
    self.isCounted = isCounted
    self.form = form
    instances = JoinedInstances(fields)
    instances.reserve(sources.reduce(0) { $0 + $1.entry.records })
    files = Dictionary(uniqueKeysWithValues: sources.map { ($0.entry.number, $0.entry.file) })
    let questions = fields.questions
    positions = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.index, $0) })
    asked = Set(
      questions.map(\.index).filter { question in
        sources.contains { $0.mapping.questions[question] != .none }
      })
    let isRoster = sources.contains { $0.definition.items != nil }
    keyed = try KeyedParents(
      repetition, of: isRoster ? [] : parents, judging: isRoster ? nil : units)
    roster = try (isRoster ? units : nil).map { units throws(RunError) in
      try Roster(
        zip(parents, sources).filter { !$0.0.entry.isMended }, form: form,
        units: units)
    }
    let hasMended = sources.contains { $0.entry.isMended }
    if !hasMended { roster?.finish() }
    var log = MendingLog(sources.map(\.entry))
    for record in unreadable {
      log.note(record.source, record: record.record, line: record.position.line)
    }
    var replaced: Set<Roster.Standing> = []
    for source in sources where !source.entry.isMended {
      var skipped: Set<Int> = []
      var notes = log
      if let mendedBy = sources.first(where: {
        $0.entry.file == MendedFile.name(for: source.entry.textFile)
      }) {
        // What the mended records stand for is known only once all were read.
        var rehearsal = self
        try rehearsal.join(source, log: &log, originals: nil, skipping: [])
        skipped = Set((log.originals(of: mendedBy.entry)?.records ?? []).map(\.record))
        replaced.formUnion(skipped.compactMap { roster?.standing(of: $0, in: source) })
      }
      try join(source, log: &notes, originals: nil, skipping: skipped)
      note(source, unreadable)
    }
    // A roster has each of its files as both, in one order.
    let known = zip(parents, sources).filter { log.originals(of: $0.1.entry) != nil }
    if !known.isEmpty { try roster?.add(mended: known, form: form, replacing: replaced) }
    for source in sources where source.entry.isMended {
      guard let originals = log.originals(of: source.entry) else {
        try refuse(source)
        continue
      }
      var notes = log
      try join(source, log: &notes, originals: originals, skipping: [])
      note(source, unreadable)
    }
    if hasMended { roster?.finish() }
    instances.sort(submissions: count)
  }

  /// Counts the records of a source, and those that ingestion could not read.
  private mutating func note(_ source: PreparedSource, _ unreadable: [QuarantinedRecord]) {
    balance.records += source.entry.records
    balance.quarantined += unreadable.count { $0.source == source.entry.file }
  }

  /// Whether a submission is one that counts, as far as the stage knows: what is unclear of others is not
  /// reported, and so not mended.
  private func isUsable(_ submission: Int) -> Bool {
    roster == nil
      ? keyed.isCounted(submission) : roster?.asides.contains(submission) == false
  }

  /// How the records of a source of submissions find their instances; nil where they have none here.
  func keys(ofSubmissions source: PreparedSource) -> KeyedParents.Keys? {
    roster != nil || source.mapping.keys[repetition.parentColumn] != nil
      ? keyed.parentKeys(of: source) : nil
  }

  /// Why a mended record of submissions cannot stand for another.
  func objection(
    toMended cursor: RecordCursor, by keys: KeyedParents.Keys, insteadOf record: Int,
    of file: String
  ) -> Objection? {
    roster == nil
      ? keyed.objection(toMended: cursor, by: keys, insteadOf: record, of: file) : nil
  }

  /// The submission of a roster that a record stands for.
  func submission(at record: Int, of source: PreparedSource) -> Int? {
    roster?.submission(at: record, of: source)
  }

  /// The submission that a record of its source is.
  func submission(
    at cursor: RecordCursor, of source: PreparedSource, by keys: KeyedParents.Keys
  ) -> Int? {
    // A roster that is unwrapped is copied.
    roster == nil
      ? keyed.submission(at: cursor, by: keys)
      : roster?.submission(at: cursor.record, of: source)
  }

  private var count: Int { roster?.count ?? keyed.count }

  /// Where a question stands among those of the repeat; nil for one that its sources do not have.
  func position(of question: Question) -> Int? {
    asked.contains(question.index) ? positions[question.index] : nil
  }

  func answer(toQuestionAt position: Int, of submission: Int?) -> RecordAnswer {
    guard let submission else { return .noAnswer }
    return instances.answer(
      to: position, of: submission, doubts: doubts.isEmpty ? [] : doubts[submission] ?? [])
  }

  /// The instances of a submission; none where these are not counted.
  func instances(of submission: Int?) -> [RepeatInstance] {
    guard isCounted, let submission else { return [] }
    return instances.rows(of: submission).map { instances.instance(Int($0)) }
  }

  func width(of question: Question) -> Int {
    positions[question.index].map { instances.width(of: $0) } ?? 1
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
    let plain = instances.begin(source)
    let keys = keyed.keys(of: source)
    let cursor = try RecordCursor(folder: source.folder)
    while try cursor.next() {
      if let originals {
        let original = originals.records[cursor.record - 1]
        mended.append([
          originals.file, String(original.line), source.entry.file, String(cursor.position.line),
        ])
      }
      let number: Int
      switch try membership(of: cursor, in: source, by: keys) {
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
        doubts[first, default: []].append(field)
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
        if known.number(adding: id) == knownAt.count {
          knownAt.append((Int32(source.entry.number), Int32(cursor.position.line)))
        }
      }
      try count(cursor, of: source, in: number, doubtful, log: &log)
      let isUnclear = try instances.append(
        cursor, of: source, to: number, by: plain,
        original: originals.map { ($0.number, $0.records[cursor.record - 1].record) })
      if isUnclear, isUsable(number) {
        log.note(source.entry.file, record: cursor.record, line: cursor.position.line)
      }
    }
  }

  /// Notes the record of a roster that stands for a submission, and what is unclear in any of its records.
  private mutating func count(
    _ cursor: RecordCursor, of source: PreparedSource, in number: Int,
    _ doubtful: (source: PreparedSource, questions: [Question])?, log: inout MendingLog
  ) throws(RunError) {
    roster?.count(cursor.record, of: source, in: number)
    guard let doubtful, isUsable(number) else { return }
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
    let questions = form.questions.filter { submissions.mayBeUnclear($0) }
    return questions.isEmpty ? nil : (submissions, questions)
  }

  /// The key of an instance among those of all submissions.
  private func instanceKey(
    _ source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> [UInt8]? {
    guard roster == nil, let column = source.mapping.instance else { return nil }
    return KeyedParents.bytes(of: KeyedParents.key(try source.text(cursor, column)))
  }

  /// The submission of an instance, unless the same instance stands elsewhere.
  private func membership(
    of cursor: RecordCursor, in source: PreparedSource, by keys: KeyedParents.Keys
  ) throws(RunError) -> Membership {
    if let membership = roster?.membership(of: cursor, in: source) { return membership }
    let membership = try keyed.membership(of: cursor, in: source, by: keys)
    guard case .member = membership, let id = try instanceKey(source, cursor),
      let number = known.number(of: id)
    else { return membership }
    let (other, line) = knownAt[number]
    let file = other == Int32(source.entry.number) ? nil : files[Int(other)]
    return .refused(
      .instanceTwice(String(decoding: id, as: UTF8.self), onLine: Int(line), of: file))
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
      setAside(.mendedCount(source.entry), source: source, cursor: cursor)
    }
    balance.records += source.entry.records
    balance.quarantined += source.entry.quarantined
  }
}
