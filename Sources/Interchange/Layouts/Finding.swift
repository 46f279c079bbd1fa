package import Tabular

/// Something about the data that somebody should look at.
///
/// `findings.csv`: `rule,severity,unit,submission,question,value,source,line,offset,length,message,suggestion`;
/// `offset` and `length` are the bytes of the record in the source.
package struct Finding: Sendable, Equatable {
  package enum Severity: String, Sendable, CaseIterable {
    /// An error with certainty.
    case fatal
    /// Worth a question to the respondent.
    case query
    /// Once fatal or a query, and no longer: the record was mended, the answer corrected, or the
    /// submission does not count.
    case settled
  }

  package var rule: String
  package var severity: Severity
  package var unit = ""
  package var submission: Int?
  package var question = ""
  package var value = ""
  package var position: Position
  package var message: String
  package var suggestion = ""

  package init(
    _ rule: String, _ severity: Severity, at position: Position, unit: String = "",
    submission: Int? = nil, question: String = "", value: String = "", message: String,
    suggestion: String = ""
  ) {
    self.rule = rule
    self.severity = severity
    self.position = position
    self.unit = unit
    self.submission = submission
    self.question = question
    self.value = value
    self.message = message
    self.suggestion = suggestion
  }

  package static let header = [
    "rule", "severity", "unit", "submission", "question", "value", "source", "line", "offset",
    "length", "message", "suggestion",
  ]

  package var cells: [String] {
    [
      rule, severity.rawValue, unit, submission.map(String.init) ?? "", question, value,
      position.source, position.cells[0], position.cells[1], position.cells[2], message, suggestion,
    ]
  }
}

/// Where in the sources something stands: a record, or a source as a whole (line 0).
package struct Position: Sendable, Equatable {
  package let source: String
  package let place: RecordPlace?

  package init(source: String, place: RecordPlace? = nil) {
    self.source = source
    self.place = place
  }

  /// Line, offset and length as the cells of a stage list; empty for a source as a whole.
  package var cells: [String] {
    guard let place else { return ["", "", ""] }
    return [String(place.line), String(place.offset), String(place.length)]
  }
}

/// A record that cannot be used, with the bytes where it stands in its source.
///
/// `quarantine.csv`: `stage,rule,source,record,line,offset,length,message,suggestion`.
package struct QuarantinedRecord: Sendable {
  package let stage: Stage
  package let rule: String
  package let source: String
  package let record: Int
  package let place: RecordPlace
  package let message: String
  package let suggestion: String

  package init(
    stage: Stage, rule: String, source: String, record: Int, place: RecordPlace, message: String,
    suggestion: String = ""
  ) {
    self.stage = stage
    self.rule = rule
    self.source = source
    self.record = record
    self.place = place
    self.message = message
    self.suggestion = suggestion
  }

  package static let header = [
    "stage", "rule", "source", "record", "line", "offset", "length", "message", "suggestion",
  ]

  package var cells: [String] {
    [stage.rawValue, rule, source, String(record)] + Position(source: source, place: place).cells
      + [message, suggestion]
  }

  package var finding: Finding {
    Finding(
      rule, .fatal, at: Position(source: source, place: place), message: message,
      suggestion: suggestion)
  }

  /// Reads the list that a stage left.
  package static func read(from path: String) throws(RunError) -> [QuarantinedRecord] {
    let file = try CSVFile(path: path, requiring: header, kind: .dataRejected)
    return file.rows.map { row in
      QuarantinedRecord(
        stage: Stage(rawValue: row["stage"]) ?? .ingest, rule: row["rule"], source: row["source"],
        record: Int(row["record"]) ?? 0,
        place: RecordPlace(
          line: Int(row["line"]) ?? 0, offset: Int(row["offset"]) ?? 0,
          length: Int(row["length"]) ?? 0),
        message: row["message"], suggestion: row["suggestion"])
    }
  }
}
