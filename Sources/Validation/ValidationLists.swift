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
  /// The file with the findings of all partitions, which goes into the list.
  let findings: String
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
      accepted: accepted, replaced: replaced)
  }

  private var accepted: NumberSet {
    var numbers = NumberSet()
    for result in results {
      for number in result.accepted { numbers.insert(number) }
    }
    return numbers
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
      try writer.write(
        [item.unit] + cells(item.receipt)
          + [
            String(item.by.number), item.by.received,
            item.isDuplicate ? "duplicate" : "later submission",
          ])
    }
    try writer.commit()
  }

  private func writeLate() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/late.csv", header: ["unit", "submission", "received", "source", "line"])
    for item in results.flatMap(\.late) {
      try writer.write([item.unit] + cells(item.receipt))
    }
    try writer.commit()
  }

  private func cells(_ receipt: PartitionResult.Receipt) -> [String] {
    [
      String(receipt.number), receipt.received, sources[receipt.source - 1].file,
      String(receipt.line),
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
    let accepted = accepted
    let corrected = Set(
      applied.map {
        PartitionValidation.TextPlace(
          submission: $0.submission, question: $0.correction.question.name)
      })
    let reader = try CSVReader(path: "\(normalized)/findings.csv")
    _ = try reader.next()
    while try reader.next() {
      let cell = { column in
        Finding.header.firstIndex(of: column).flatMap { reader.record.text($0) } ?? ""
      }
      let record = MendedRecord(source: cell("source"), line: Int(cell("line")) ?? 0)
      var isSettled = mended.contains(record)
      if let submission = Int(cell("submission")) {
        isSettled =
          isSettled || !accepted.contains(submission)
          || corrected.contains(.init(submission: submission, question: cell("question")))
      }
      for column in Finding.header.indices {
        let isSeverity = Finding.header[column] == "severity"
        writer.append(
          isSettled && isSeverity
            ? Array(Finding.Severity.settled.rawValue.utf8) : reader.record.field(column))
      }
      try writer.endRecord()
    }
  }

  private func writeFindings() throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/findings.csv", header: Finding.header)
    try copySettled(to: writer)
    try CSVReader.copyRecords(of: findings, to: writer)
    try FileSystem.remove(findings)
    let used = Set(applied.map(\.correction.line))
    for correction in corrections.all where !used.contains(correction.line) {
      try writer.write(
        Finding(
          .unusedCorrection,
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
