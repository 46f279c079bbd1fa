import Basics
import Findings
import Interchange
import Questionnaire
import Tabular

/// Writes the lists of stage 3: findings, what is late or superseded, corrections, quarantine.
///
/// - `superseded.csv`: see `SupersededList`
/// - `late.csv`: `unit,submission,received,source,line,reason,by_submission,by_received`; the last
///   two tell the one that counts instead, where the unit sent one in time
/// - `corrections.csv`: `unit,question,from,to,reason,submission`, those that were applied; `from`
///   is the text as received where the answer was unclear
struct ValidationLists {
  let folder: String
  let normalized: String
  let results: [PartitionResult]
  /// The files with the findings that this run wrote so far, which go into the list one after the other.
  let findings: [String]
  let notes: FindingNotes
  let units: ReportingUnits
  let sources: [SourceEntry]
  let corrections: Corrections
  let cutOff: CalendarDate
  /// Whether the submissions of a unit are merged.
  let mergesAll: Bool
  let sameness: SameContent
  /// The folders with the instances of submissions, as they were normalized.
  let instances: [String]

  /// - Parameter fates: What each unit sent.
  func write(fates: [UnitEntry.Fate], jobs: Int) throws(RunError) {
    let given = given
    let list = Locked(try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header))
    // Texts are the largest of them.
    let (texts, _) = try sideBySide(jobs: jobs) { () throws(RunError) in
      try writeTexts(given)
    } _: { () throws(RunError) in
      try units.write(to: folder, fates: fates)
      try ReceiptDays.write(
        results.reduce(into: [:]) { $0.merge($1.days, uniquingKeysWith: +) }, to: folder)
      try writeLate()
      try writeCorrections()
      try copyQuarantine()
      try list.withLock { list throws(RunError) in
        try copySettled(to: list, given)
        for path in findings { try notes.move(path, to: list) }
      }
    }
    let superseded = SupersededList(
      results: results, sources: sources, mergesAll: mergesAll, texts: texts)
    try superseded.write(to: "\(folder)/superseded.csv")
    try list.withLock { list throws(RunError) in try writeRest(superseded, to: list) }
  }

  private func copyQuarantine() throws(RunError) {
    let quarantine = try CSVWriter(
      path: "\(folder)/quarantine.csv", header: QuarantinedRecord.header)
    try CSVReader.copyRecords(of: "\(normalized)/quarantine.csv", to: quarantine)
    try quarantine.commit()
  }

  private func writeTexts(_ given: [AnswerID: Int]) throws(RunError) -> [Int: Set<String>] {
    var replaced: [AnswerID: (unit: String, text: String)] = [:]
    for applied in applied where applied.correction.question.type == .text {
      let name = applied.correction.question.name
      replaced[.init(submission: applied.submission, question: name)] = (
        applied.correction.unit, applied.correction.to
      )
    }
    for answer in results.flatMap(\.leftOut) { replaced[answer] = ("", "") }
    return try TextFilter.copy(
      from: normalized, to: folder, accepted: accepted, given: given, replaced: replaced,
      comparing: SupersededList.submissionsWithTexts(results))
  }

  private var accepted: NumberSet {
    var numbers = NumberSet()
    for result in results {
      for number in result.accepted { numbers.insert(Int(number)) }
    }
    return numbers
  }

  private var given: [AnswerID: Int] {
    results.reduce(into: [:]) { given, result in
      given.merge(result.given) { first, _ in first }
    }
  }

  private var applied: [AppliedCorrection] {
    results.flatMap(\.corrected).sorted { $0.correction.line < $1.correction.line }
  }

  private func writeLate() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/late.csv",
      header: [
        "unit", "submission", "received", "source", "line", "reason", "by_submission",
        "by_received",
      ])
    for item in results.flatMap(\.late) {
      try writer.write(
        [item.unit] + item.receipt.fields(sources) + [
          "received after the cut-off of \(cutOff)", item.by.map { String($0.number) } ?? "",
          item.by?.received ?? "",
        ])
    }
    try writer.commit()
  }

  private func writeCorrections() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/corrections.csv",
      header: ["unit", "question", "from", "to", "reason", "submission"])
    for item in applied {
      let correction = item.correction
      try writer.write([
        correction.unit, correction.question.name, item.from, correction.to,
        correction.reason, String(item.submission),
      ])
    }
    try writer.commit()
  }

  /// Copies the findings of the stages before; those that no longer matter become settled.
  private func copySettled(
    to writer: CSVWriter, _ given: [AnswerID: Int]
  ) throws(RunError) {
    let mended = try MendedRecord.read(from: normalized)
    let accepted = accepted
    let corrected = Set(
      applied.map {
        AnswerID(submission: $0.origin, question: $0.correction.question.name)
      })
    try FindingRow.forEach(in: "\(normalized)/findings.csv") { row throws(RunError) in
      let line = try row.integerIfAny(.line)
      var isSettled = false
      if let line, !mended.isEmpty {
        isSettled = mended.contains(.init(source: row[.source], line: line))
      }
      if let submission = try row.integerIfAny(.submission) {
        let isAccepted = accepted.contains(submission)
        if isSettled || !isAccepted || !corrected.isEmpty {
          // What a mended record left blank may have been taken over all the same.
          let key = AnswerID(submission: submission, question: row[.question])
          isSettled =
            (isSettled || !isAccepted) && given[key] == nil || corrected.contains(key)
        }
      }
      if !isSettled, let whole = row.whole { return try writer.copy(whole) }
      for column in Finding.Column.allCases {
        if isSettled && column == .severity {
          writer.append(Severity.settled.rawValue)
        } else {
          writer.append(row.bytes(column))
        }
      }
      try writer.endRecord()
    }
  }

  /// Writes the findings that rest on all submissions, and ends the list.
  private func writeRest(_ superseded: SupersededList, to writer: CSVWriter) throws(RunError) {
    try superseded.writeContradictions(to: writer)
    let replied = results.reduce(0) { $0 + $1.accepted.count }
    let later = superseded.unitsOfReplaced
    if let finding = ManySuperseded.finding(
      later: later, units: replied, source: sources.first?.file ?? "")
    {
      try writer.write(finding.fields)
    }
    for finding in try sameness.findings(
      results, in: folder, units: units, sources: sources, instances: instances)
    {
      try writer.write(finding.fields)
    }
    let used = Set(applied.map(\.correction.line))
    let refused = Dictionary(
      results.flatMap(\.refused).map { ($0.correction.line, $0) },
      uniquingKeysWith: { first, _ in first })
    for correction in corrections.all where !used.contains(correction.line) {
      try writer.write(
        corrections.finding(about: correction, refused[correction.line]).fields)
    }
    try writer.commit()
  }
}
