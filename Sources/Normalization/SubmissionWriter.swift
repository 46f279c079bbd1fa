import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Register
import Tabular

/// Rewrites the records of all sources as submission files, in the order of the sources.
final class SubmissionWriter {
  /// Where the records of all sources went.
  struct Counts {
    var records = 0
    var submissions = 0
    var quarantined = 0
    var test = 0
    var incomplete = 0
    var repeats = RepeatBalance()
  }

  let pipeline: PipelineDefinition
  let repeats: RepeatJoins
  let folder: String
  private let layout: SubmissionLayout
  /// Those of the instances of repeats that tables count.
  let instanceLayouts: [String: SubmissionLayout]
  private let texts: CSVWriter
  let findings: CSVWriter
  private let quarantine: CSVWriter
  let mended: CSVWriter
  private(set) var log: MendingLog
  /// The number of records of all sources before each.
  private(set) var recordsBefore: [String: Int] = [:]
  /// The files whose records are instances of the submissions that they make.
  private var rosters: Set<String> = []
  var units: UnitIndex
  /// What the numbered texts of the current source's unit column were found to be so far.
  var judgedUnits: [UnitIndex.Outcome?] = []
  var reportedTwins: Set<Int> = []
  /// Holds records of the current source against the parts of respondents.
  private var parts: RespondentPartsCheck?
  private var partitions: [String: StageTableWriter] = [:]
  /// The last of them: records of one follow one another, more often than not.
  private var last: (name: String, writer: StageTableWriter)?
  /// Those of the instances of repeats that tables count, by repeat and partition.
  var instances: [String: [String: StageTableWriter]] = [:]
  private(set) var counts = Counts()
  /// The records that those of the current source mend.
  private(set) var originals: MendingLog.Originals?
  /// Why the records of the current source do not count, where it is a mended one.
  private var refusal: Objection?
  private(set) var mendedUnits: MendedUnits

  init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition, sources: [PreparedSource],
    repeats: RepeatJoins, to folder: String
  ) throws(RunError) {
    self.pipeline = pipeline
    self.repeats = repeats
    self.folder = folder
    let fixed = Self.fixedWidths(pipeline, sources: sources + repeats.sources)
    layout = SubmissionLayout(
      form: pipeline.form,
      widths: fixed + Self.answerWidths(pipeline, sources: sources, repeats: repeats))
    instanceLayouts = Dictionary(
      uniqueKeysWithValues: repeats.counted.map { name, counted in
        (
          name,
          SubmissionLayout(counted.questions, widths: fixed + counted.widths)
        )
      })
    texts = try CSVWriter(path: "\(folder)/\(TextList.fileName)", header: TextList.header)
    findings = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    quarantine = try CSVWriter(path: "\(folder)/quarantine.csv", header: QuarantinedRecord.header)
    mended = try CSVWriter(
      path: "\(folder)/\(MendedRecord.fileName)", header: MendedRecord.header)
    units = try UnitIndex(collection, pipeline)
    repeats.noteNames(in: &units)
    log = MendingLog(sources.map(\.entry))
    mendedUnits = MendedUnits(sources.map(\.entry))
    var before = 0
    for source in sources {
      recordsBefore[source.entry.file] = before
      before += source.entry.records
      if let submissions = repeats.submissions(in: source) {
        rosters.insert(source.entry.file)
        counts.records += submissions
      } else {
        counts.records += source.entry.records - source.entry.together
      }
    }
    try carryOver(from: collection.folder(of: .ingest))
    if pipeline.register == nil {
      for finding in SameNumbers(sources).findings { try findings.write(finding.fields) }
    }
    try carryOver(repeats)
  }

  /// Begins with a source, and gives who judges its records.
  func begin(_ source: PreparedSource) throws(RunError) -> RecordJudge {
    try reportColumns(of: source)
    if let finding = source.undeclaredIncomplete { try findings.write(finding.fields) }
    parts = RespondentPartsCheck(source)
    originals =
      rosters.contains(source.entry.file) ? nil : log.originals(of: source.entry)
    refusal = refusal(of: source)
    judgedUnits = Array(
      repeating: nil, count: source.mapping.unit.map { source.texts[$0].count } ?? 0)
    return RecordJudge(
      source, repeats, questions: pipeline.form.questions,
      widths: Array(layout.widths[SubmissionLayout.firstAnswer...]), originals: originals)
  }

  /// Ends all files.
  func finish() throws(RunError) -> Counts {
    for name in partitions.keys.sorted() { try partitions[name]?.commit() }
    for name in repeats.counted.keys.sorted() { try finishInstances(of: name) }
    try texts.commit()
    try reportUnusedLines()
    try findings.commit()
    try quarantine.commit()
    try mended.commit()
    try counts.repeats.assertHolds(in: folder)
    try layout.write(to: folder)
    try units.units.write(to: folder)
    let fates = [counts.submissions, counts.quarantined, counts.test, counts.incomplete]
    guard counts.records == fates.reduce(0, +) else {
      throw RunError(
        path: folder, id: .fault(.balance),
        "\(counts.records) records came in, but \(fates.map(String.init).joined(separator: " + ")) "
          + "went out. This is a fault of the program; please report it")
    }
    return counts
  }

  /// Takes over what ingestion set aside and found.
  private func carryOver(from ingested: String) throws(RunError) {
    try QuarantinedRecord.forEach(in: "\(ingested)/quarantine.csv") { record throws(RunError) in
      try quarantine.write(record.fields)
      guard recordsBefore[record.source] != nil, !rosters.contains(record.source) else { return }
      counts.quarantined += 1
      log.note(record.source, record: record.record, line: record.position.line)
    }
    try CSVReader.copyRecords(of: "\(ingested)/findings.csv", to: findings)
  }

  /// Takes over what joining the repeats set aside and found.
  private func carryOver(_ repeats: RepeatJoins) throws(RunError) {
    counts.repeats = repeats.balance
    for record in repeats.quarantined {
      try quarantine.write(record.fields)
      try findings.write(record.finding.fields)
    }
    for finding in repeats.findings { try findings.write(finding.fields) }
    for row in repeats.mended { try mended.write(row) }
    for source in repeats.sources { try reportColumns(of: source) }
  }

  private static func fixedWidths(
    _ pipeline: PipelineDefinition, sources: [PreparedSource]
  ) -> [Int] {
    let records = String(sources.reduce(0) { $0 + $1.entry.records }).utf8.count
    let bytes = String(sources.map(\.entry.textBytes).max() ?? 0).utf8.count
    let sourceWidth = String(sources.map(\.entry.number).max() ?? 0).utf8.count
    // A unit number is no larger than the number of records, or of units known before.
    let unit = max(records, String(pipeline.register?.units.count ?? 0).utf8.count, 3)
    return [records, records, sourceWidth, records, bytes, bytes, bytes, 25, unit]
  }

  private static func answerWidths(
    _ pipeline: PipelineDefinition, sources: [PreparedSource], repeats: RepeatJoins
  ) -> [Int] {
    pipeline.form.questions.map { question in
      AnswerField.width(of: question.type)
        ?? max(sources.map { $0.width(of: question) }.max() ?? 1, repeats.width(of: question))
    }
  }
}

// MARK: - One record

extension SubmissionWriter {
  /// Writes the next records of the source.
  func write(
    _ judged: JudgedRecords, of source: PreparedSource
  ) throws(RunError) {
    for record in judged.records {
      switch record.fate {
      case .test: counts.test += 1
      case .incomplete: counts.incomplete += 1
      case .setAside(let objection): try setAside(objection, record: record, source: source)
      case .usable where refusal != nil:
        if let refusal { try setAside(refusal, record: record, source: source) }
      case .usable(let received, let text):
        switch unit(text, of: record, source) {
        case .unit(let unit, _) where mends(record, of: source, anotherThan: unit):
          try setAside(.mendedUnit(key(of: unit)), record: record, source: source)
        case .unit(let unit, let objection):
          if let objection { try report(objection, on: unit, record: record, source: source) }
          try parts?.check(record, unit: unit, of: units.units)
          try reportTwin(unit, record: record, source: source)
          try write(record, judged: judged, source: source, unit: unit, received: received)
        case .refused(let objection): try setAside(objection, record: record, source: source)
        }
      }
    }
  }

  private func setAside(
    _ objection: Objection, record: JudgedRecords.Record, source: PreparedSource
  ) throws(RunError) {
    let items = source.itemPositions.items(of: record.record)
    // Of a submission that was put together each record is set aside.
    let all =
      items.isEmpty
      ? [(record: record.record, position: record.position)]
      : items.map { (record: $0.record, position: $0.position) }
    for (record, position) in all {
      let quarantined = QuarantinedRecord(
        objection, source: source.entry.file, record: record, position: position)
      try quarantine.write(quarantined.fields)
      try findings.write(quarantined.finding.fields)
      log.note(source.entry.file, record: record, line: position.line)
    }
    counts.quarantined += all.count
    counts.records += all.count - 1
  }

  private func write(
    _ record: JudgedRecords.Record, judged: JudgedRecords, source: PreparedSource,
    unit: Int, received: String
  ) throws(RunError) {
    counts.submissions += 1
    let row = try partition(units.units.partition(at: unit - 1))
    let order = try order(of: record, source)
    row.append(counts.submissions)
    row.append(order)
    row.append(source.entry.number)
    row.append(record.record)
    row.append(record.position.line)
    row.append(record.position.offset)
    row.append(record.position.length)
    row.append(received)
    row.append(unit)
    row.append(rest: judged.rows[record.row])
    try row.endRow()
    let key = record.texts.isEmpty ? [] : units.units.keyBytes(at: unit - 1)
    for text in judged.texts[record.texts] {
      texts.append(counts.submissions)
      texts.append(key)
      texts.append(encoded: text)
      try texts.endRecord()
    }
    for unclear in judged.unclear[record.unclear] { try report(unclear, unit) }
    if !record.unclear.isEmpty { mendedUnits.note(unit, of: record.record, in: source.entry) }
    for instance in record.instances {
      try write(instance, order: order, unit: unit, received: received)
    }
  }

  private func report(_ unclear: JudgedRecords.Unclear, _ unit: Int) throws(RunError) {
    let field = unclear.field
    log.note(field.source, record: field.record, line: field.position.line)
    try findings.write(
      Finding(
        unclear.objection, at: Position(source: field.source, record: field.position),
        unit: key(of: unit),
        submission: counts.submissions, question: pipeline.form.questions[unclear.question].name,
        value: field.text
      ).fields)
  }

  private func partition(_ name: String) throws(RunError) -> StageTableWriter {
    if let last, last.name == name { return last.writer }
    let writer: StageTableWriter
    if let known = partitions[name] {
      writer = known
    } else {
      writer = try StageTableWriter(path: "\(folder)/\(name).csv", columns: layout.columns)
      partitions[name] = writer
    }
    last = (name, writer)
    return writer
  }
}
