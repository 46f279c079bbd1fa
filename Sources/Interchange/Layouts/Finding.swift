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

  /// - Parameter severity: Where it is not that of the rule.
  package init(
    _ rule: Rule, _ severity: Severity? = nil, at position: Position, unit: String = "",
    submission: Int? = nil, question: String = "", value: String = "", message: String,
    suggestion: String = ""
  ) {
    self.rule = rule.rawValue
    self.severity = severity ?? rule.severity
    self.position = position
    self.unit = unit
    self.submission = submission
    self.question = question
    self.value = value
    self.message = message
    self.suggestion = suggestion
  }

  /// Reads a finding back.
  ///
  /// - Parameter cell: The text in a column of the list.
  package init(reading cell: (String) -> String) {
    rule = cell("rule")
    severity = Severity(rawValue: cell("severity")) ?? .fatal
    unit = cell("unit")
    submission = Int(cell("submission"))
    question = cell("question")
    value = cell("value")
    let place = Int(cell("line")).map {
      RecordPlace(
        line: $0, offset: Int(cell("offset")) ?? 0, length: Int(cell("length")) ?? 0)
    }
    position = Position(source: cell("source"), place: place)
    message = cell("message")
    suggestion = cell("suggestion")
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
  package let rule: Rule
  package let source: String
  package let record: Int
  package let place: RecordPlace
  package let message: String
  package let suggestion: String

  package init(
    stage: Stage, rule: Rule, source: String, record: Int, place: RecordPlace, message: String,
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
    [stage.rawValue, rule.rawValue, source, String(record)]
      + Position(source: source, place: place).cells
      + [message, suggestion]
  }

  package var finding: Finding {
    Finding(
      rule, at: Position(source: source, place: place), message: message, suggestion: suggestion)
  }

  /// Reads the list that a stage left.
  package static func read(from path: String) throws(RunError) -> [QuarantinedRecord] {
    let file = try CSVFile(path: path, requiring: header, kind: .dataRejected)
    var records: [QuarantinedRecord] = []
    for row in file.rows {
      guard let rule = Rule(rawValue: row["rule"]) else {
        throw RunError(
          .dataRejected, path: path, line: row.line, rule: "unknown-rule",
          "there is no rule '\(row["rule"])'. Delete the output folder and run again")
      }
      records.append(
        QuarantinedRecord(
          stage: Stage(rawValue: row["stage"]) ?? rule.stage, rule: rule, source: row["source"],
          record: Int(row["record"]) ?? 0,
          place: RecordPlace(
            line: Int(row["line"]) ?? 0, offset: Int(row["offset"]) ?? 0,
            length: Int(row["length"]) ?? 0),
          message: row["message"], suggestion: row["suggestion"]))
    }
    return records
  }
}
