import Interchange
import Questionnaire
import Tabular

/// Writes the lists of stage 3: findings, what is late or superseded, corrections, quarantine.
///
/// - `superseded.csv`: `unit,submission,received,source,line,by_submission,by_received,reason`
/// - `late.csv`: `unit,submission,received,source,line`
/// - `corrections.csv`: `unit,question,from,to,reason,submission`, those that were applied
struct ValidationLists {
  let folder: String
  let normalized: String
  let results: [PartitionResult]
  let sources: [SourceEntry]
  let corrections: Corrections

  func write() throws(RunError) {
    try writeSuperseded()
    try writeLate()
    try writeCorrections()
    try writeFindings()
    let quarantine = try CSVWriter(
      path: "\(folder)/quarantine.csv", header: QuarantinedRecord.header)
    try CSVReader.copyRecords(of: "\(normalized)/quarantine.csv", to: quarantine)
    try quarantine.commit()
    var replaced: [PartitionValidation.TextPlace: (unit: String, text: String)] = [:]
    for applied in applied where applied.correction.question.type == .text {
      let name = applied.correction.question.name
      replaced[.init(submission: applied.submission, question: name)] = (
        applied.correction.unit, applied.correction.to
      )
    }
    try TextFilter.copy(
      from: normalized, to: folder,
      accepted: results.reduce(into: []) { $0.formUnion($1.acceptedNumbers) }, replaced: replaced)
  }

  private var applied: [(correction: Corrections.Correction, submission: Int)] {
    results.flatMap(\.corrected).sorted { $0.correction.line < $1.correction.line }
  }

  private func writeSuperseded() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/superseded.csv",
      header: [
        "unit", "submission", "received", "source", "line", "by_submission", "by_received",
        "reason",
      ])
    for item in results.flatMap(\.superseded) {
      let isSame =
        item.submission.cells == item.by.cells
        && item.submission.moment == item.by.moment
      try writer.write(
        [item.unit] + cells(item.submission)
          + [
            String(item.by.number), item.by.received,
            isSame ? "duplicate" : "later submission",
          ])
    }
    try writer.commit()
  }

  private func writeLate() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/late.csv", header: ["unit", "submission", "received", "source", "line"])
    for item in results.flatMap(\.late) {
      try writer.write([item.unit] + cells(item.submission))
    }
    try writer.commit()
  }

  private func cells(_ submission: Submission) -> [String] {
    [
      String(submission.number), submission.received, sources[submission.source - 1].file,
      String(submission.place.line),
    ]
  }

  private func writeCorrections() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/corrections.csv",
      header: ["unit", "question", "from", "to", "reason", "submission"])
    for item in applied {
      let correction = item.correction
      try writer.write([
        correction.unit, correction.question.name, correction.from, correction.to,
        correction.reason, String(item.submission),
      ])
    }
    try writer.commit()
  }

  /// Copies the findings of the stages before; those that no longer matter become settled.
  private func copySettled(to writer: CSVWriter) throws(RunError) {
    let mended = try MendedRecord.read(from: normalized)
    let accepted = results.reduce(into: Set<Int>()) { $0.formUnion($1.acceptedNumbers) }
    let corrected = Set(
      applied.map {
        PartitionValidation.TextPlace(
          submission: $0.submission, question: $0.correction.question.name)
      })
    let path = "\(normalized)/findings.csv"
    for row in try CSVFile(path: path, requiring: Finding.header, kind: .dataRejected).rows {
      let record = MendedRecord(source: row["source"], line: Int(row["line"]) ?? 0)
      var isSettled = mended.contains(record)
      if let submission = Int(row["submission"]) {
        isSettled =
          isSettled || !accepted.contains(submission)
          || corrected.contains(.init(submission: submission, question: row["question"]))
      }
      var cells = Finding.header.map { row[$0] }
      if isSettled { cells[1] = Finding.Severity.settled.rawValue }
      try writer.write(cells)
    }
  }

  private func writeFindings() throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    try copySettled(to: writer)
    for finding in results.flatMap(\.findings) { try writer.write(finding.cells) }
    let used = Set(applied.map(\.correction.line))
    for correction in corrections.all where !used.contains(correction.line) {
      try writer.write(
        Finding(
          "unused-correction", .fatal,
          at: Position(
            source: FileSystem.name(of: corrections.path),
            place: RecordPlace(line: correction.line)),
          unit: correction.unit, question: correction.question.name, value: correction.from,
          message: "no submission that counts has '\(correction.from)' for "
            + "'\(correction.question.name)' of '\(correction.unit)'; the correction did nothing",
          suggestion: "delete it, or set 'from' to what is there"
        ).cells)
    }
    try writer.commit()
  }
}
