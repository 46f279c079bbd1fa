import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// Rewrites the records of all sources as submission files, in the order of the sources.
final class SubmissionWriter {
  /// Where the records of all sources went.
  struct Counts {
    var records = 0
    var submissions = 0
    var quarantined = 0
    var test = 0
    var repeats = RepeatBalance()
  }

  let pipeline: PipelineDefinition
  let repeats: RepeatJoins
  private let folder: String
  private let layout: SubmissionLayout
  /// Whether each question is of a repeat, whose answers stand in records of their own.
  private let isRepeated: [Bool]
  private let texts: CSVWriter
  let findings: CSVWriter
  private let quarantine: CSVWriter
  private let mended: CSVWriter
  private var log: MendingLog
  /// The number of records of all sources before each.
  private var recordsBefore: [String: Int] = [:]
  var units: UnitIndex
  private var partitions: [String: StageTableWriter] = [:]
  private var counts = Counts()
  /// The records that those of the current source mend.
  private var originals: (file: String, records: [MendingLog.Original])?

  init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition, sources: [PreparedSource],
    repeats: RepeatJoins, to folder: String
  ) throws(RunError) {
    self.pipeline = pipeline
    self.repeats = repeats
    self.folder = folder
    isRepeated = pipeline.form.questions.map { $0.repeatName != nil }
    layout = SubmissionLayout(
      form: pipeline.form, widths: Self.widths(pipeline.form, sources, repeats))
    texts = try CSVWriter(path: "\(folder)/\(TextList.fileName)", header: TextList.header)
    findings = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    quarantine = try CSVWriter(path: "\(folder)/quarantine.csv", header: QuarantinedRecord.header)
    mended = try CSVWriter(
      path: "\(folder)/\(MendedRecord.fileName)", header: MendedRecord.header)
    units = try UnitIndex(collection, pipeline)
    log = MendingLog(sources.map(\.entry))
    var before = 0
    for source in sources {
      recordsBefore[source.entry.file] = before
      before += source.entry.records
    }
    try carryOver(from: collection.folder(of: .ingest), sources)
    try carryOver(repeats)
  }

  /// Writes the records of one source.
  func write(_ source: PreparedSource) throws(RunError) {
    try reportColumns(of: source)
    originals = log.originals(of: source.entry)
    let cursor = try RecordCursor(folder: source.folder)
    let tests = Set((source.definition.testRecords?.values ?? []).map { TextKey($0) })
    let moments = DateText(
      order: source.definition.dateOrder, century: source.definition.conventions.century)
    // Every distinct text is judged once.
    var judged = [UnitIndex.Outcome?](
      repeating: nil, count: source.mapping.unit.map { source.texts[$0].count } ?? 0)
    while try cursor.next() {
      if let column = source.mapping.test,
        tests.contains(TextKey(try source.text(cursor, column)))
      {
        counts.test += 1
        continue
      }
      // The date first: a respondent becomes a unit only with a record that can be used.
      guard let received = try received(cursor, source, moments) else { continue }
      switch try unit(cursor, source, &judged) {
      case .unit(let number):
        try write(cursor, source, unit: units.units[number - 1], received: received)
      case .refused(let objection):
        try setAside(objection, cursor, source)
      }
    }
  }

  /// Ends all files.
  func finish() throws(RunError) -> Counts {
    for name in partitions.keys.sorted() { try partitions[name]?.commit() }
    try texts.commit()
    try reportUnusedLines()
    try findings.commit()
    try quarantine.commit()
    try mended.commit()
    try counts.repeats.assertHolds(in: folder)
    try layout.write(to: folder)
    try UnitEntry.write(units.units, to: folder)
    guard counts.records == counts.submissions + counts.quarantined + counts.test else {
      throw RunError(
        path: folder, id: .fault(.balance),
        "\(counts.records) records came in, but \(counts.submissions) + \(counts.quarantined) + "
          + "\(counts.test) went out. This is a fault of the program; please report it")
    }
    return counts
  }

  /// Takes over what ingestion set aside and found.
  private func carryOver(from ingested: String, _ sources: [PreparedSource]) throws(RunError) {
    counts.records = sources.reduce(0) { $0 + $1.entry.records }
    try QuarantinedRecord.forEach(in: "\(ingested)/quarantine.csv") { record throws(RunError) in
      try quarantine.write(record.cells)
      guard recordsBefore[record.source] != nil else { return }
      counts.quarantined += 1
      log.note(record.source, record: record.record, line: record.place.line)
    }
    try CSVReader.copyRecords(of: "\(ingested)/findings.csv", to: findings)
  }

  /// Takes over what joining the repeats set aside and found.
  private func carryOver(_ repeats: RepeatJoins) throws(RunError) {
    counts.repeats = repeats.balance
    for record in repeats.quarantined {
      try quarantine.write(record.cells)
      try findings.write(record.finding.cells)
    }
    for row in repeats.mended { try mended.write(row) }
    for source in repeats.sources { try reportColumns(of: source) }
  }

  private static func widths(
    _ form: Questionnaire, _ sources: [PreparedSource], _ repeats: RepeatJoins
  ) -> [Int] {
    let records = String(sources.reduce(0) { $0 + $1.entry.records }).utf8.count
    let bytes = String(sources.map(\.entry.textBytes).max() ?? 0).utf8.count
    let sourceWidth = String(sources.count).utf8.count
    // A unit number is no larger than the number of records or of States.
    let unit = max(records, 3)
    let fixed = [records, records, sourceWidth, records, bytes, bytes, bytes, 25, unit]
    return fixed
      + form.questions.map { question in
        AnswerCell.width(of: question.type)
          ?? max(
            sources.map { $0.width(of: question) }.max() ?? 1, repeats.width(of: question))
      }
  }
}

// MARK: - One record

extension SubmissionWriter {
  private func received(
    _ cursor: RecordCursor, _ source: PreparedSource, _ moments: DateText
  ) throws(RunError) -> String? {
    guard let column = source.mapping.received else {
      guard case .date(let date) = source.definition.received else { return nil }
      return date.description
    }
    let cell = try source.text(cursor, column)
    if let received = moments.timestamp(cell) { return received }
    let heading = source.columns[column].heading
    try setAside(
      .undecidedDate(cell, in: heading, order: source.definition.dateOrder), cursor, source)
    return nil
  }

  private func setAside(
    _ objection: Objection, _ cursor: RecordCursor, _ source: PreparedSource
  ) throws(RunError) {
    let record = QuarantinedRecord(
      objection, source: source.entry.file, record: cursor.record, place: cursor.place)
    try quarantine.write(record.cells)
    try findings.write(record.finding.cells)
    counts.quarantined += 1
    log.note(source.entry.file, record: cursor.record, line: cursor.place.line)
  }

  private func write(
    _ cursor: RecordCursor, _ source: PreparedSource, unit: UnitEntry, received: String
  ) throws(RunError) {
    counts.submissions += 1
    let row = try partition(unit.partition)
    row.append(counts.submissions)
    row.append(try order(of: cursor, source))
    row.append(source.entry.number)
    row.append(cursor.record)
    row.append(cursor.place.line)
    row.append(cursor.place.offset)
    row.append(cursor.place.length)
    row.append(received)
    row.append(unit.number)
    for (index, columns) in source.mapping.questions.enumerated() {
      // Most cells are copied from a table; the others need a closer look.
      if let column = columns.single, !isRepeated[index] {
        let number = Int(cursor.numbers[column])
        if number >= 0, row.append(number, of: source.cells[index]) { continue }
      }
      row.append(try cell(of: pipeline.form.questions[index], cursor, source, unit))
    }
    try row.endRow()
  }

  /// The place of the record among all; a mended one has that of the one it mends.
  private func order(
    of cursor: RecordCursor, _ source: PreparedSource
  ) throws(RunError) -> Int {
    guard let (file, records) = originals else {
      return (recordsBefore[source.entry.file] ?? 0) + cursor.record
    }
    let original = records[cursor.record - 1]
    try mended.write([
      file, String(original.line), source.entry.file, String(cursor.place.line),
    ])
    return (recordsBefore[file] ?? 0) + original.record
  }

  private func cell(
    of question: Question, _ cursor: RecordCursor, _ source: PreparedSource, _ unit: UnitEntry
  ) throws(RunError) -> [UInt8] {
    let answer =
      question.repeatName == nil
      ? try source.answer(to: question, in: cursor)
      : try repeats.answer(to: question, of: source, cursor)
    switch answer {
    case .notAsked: return [AnswerCell.notAsked]
    case .noAnswer: return [AnswerCell.noAnswer]
    case .cell(let bytes): return bytes
    case .text(let text):
      try texts.write([String(counts.submissions), unit.key, question.name, text])
      return [AnswerCell.text]
    case .unclear(let cells):
      for cell in cells { try report(cell, question, unit) }
      return [AnswerCell.unclear]
    }
  }

  private func report(
    _ cell: UnclearCell, _ question: Question, _ unit: UnitEntry
  ) throws(RunError) {
    log.note(cell.source, record: cell.record, line: cell.place.line)
    try findings.write(
      Finding(
        .unclearAnswer(cell, to: question), at: Position(source: cell.source, place: cell.place),
        unit: unit.key, submission: counts.submissions, question: question.name, value: cell.text
      ).cells)
  }

  private func partition(_ name: String) throws(RunError) -> StageTableWriter {
    if let writer = partitions[name] { return writer }
    let writer = try StageTableWriter(path: "\(folder)/\(name).csv", columns: layout.columns)
    partitions[name] = writer
    return writer
  }
}
