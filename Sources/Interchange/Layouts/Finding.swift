package import Basics
package import Definition
package import Findings
package import Tabular

/// Something about the data that somebody should look at.
///
/// `findings.csv`: `rule,severity,unit,submission,question,value,source,line,offset,length,message,suggestion`;
/// `offset` and `length` are the bytes of the record in the source.
package struct Finding: Sendable, Equatable {
  package var rule: String
  package var severity: Severity
  package var unit = ""
  package var submission: Int?
  package var question = ""
  package var value = ""
  package var position: Position
  package var message: String
  package var suggestion = ""

  /// What a rule of the program found.
  package init(
    _ objection: Objection, at position: Position, unit: String = "", submission: Int? = nil,
    question: String = "", value: String = ""
  ) {
    rule = objection.rule.rawValue
    severity = objection.severity
    self.position = position
    self.unit = unit
    self.submission = submission
    self.question = question
    self.value = value
    message = objection.message
    suggestion = objection.suggestion
  }

  /// What a rule of `rules.yaml` found.
  package init(
    _ rule: DeclaredRule, at position: Position, unit: String = "", submission: Int? = nil,
    question: String = "", value: String = "", message: String
  ) {
    self.rule = rule.id
    severity = rule.severity
    self.position = position
    self.unit = unit
    self.submission = submission
    self.question = question
    self.value = value
    self.message = message
    suggestion = rule.suggestion
  }

  /// The columns in their order.
  package enum Column: Int, StageColumn {
    case rule, severity, unit, submission, question, value, source, line, offset, length, message
    case suggestion
  }

  package static let header = Column.header

  package var fields: [String] {
    [
      rule, severity.rawValue, unit, submission.map(String.init) ?? "", question, value,
      position.source,
    ] + position.fields + [message, suggestion]
  }
}

/// Where in the sources something stands: a record, or a source as a whole (line 0).
package struct Position: Sendable, Equatable {
  package let source: String
  package let record: RecordPosition?

  package init(source: String, record: RecordPosition? = nil) {
    self.source = source
    self.record = record
  }

  /// Line, offset and length as the fields of a stage list; empty for a source as a whole.
  package var fields: [String] {
    guard let record else { return ["", "", ""] }
    return [String(record.line), String(record.offset), String(record.length)]
  }
}

/// A record that cannot be used, with the bytes where it stands in its source.
///
/// `quarantine.csv`: `stage,rule,source,record,line,offset,length,message,suggestion`.
package struct QuarantinedRecord: Sendable {
  package let objection: Objection
  package let source: String
  package let record: Int
  package let position: RecordPosition

  package init(_ objection: Objection, source: String, record: Int, position: RecordPosition) {
    self.objection = objection
    self.source = source
    self.record = record
    self.position = position
  }

  package enum Column: Int, StageColumn {
    case stage, rule, source, record, line, offset, length, message, suggestion
  }

  package static let header = Column.header

  package var fields: [String] {
    let rule = objection.rule
    return [rule.stage.rawValue, rule.rawValue, source, String(record)]
      + Position(source: source, record: position).fields
      + [objection.message, objection.suggestion]
  }

  package var finding: Finding {
    Finding(objection, at: Position(source: source, record: position))
  }

  /// Reads the list that a stage left, whole.
  package static func read(from path: String) throws(RunError) -> [QuarantinedRecord] {
    var records: [QuarantinedRecord] = []
    try forEach(in: path) { record in records.append(record) }
    return records
  }

  /// Goes through the list that a stage left, record by record.
  package static func forEach(
    in path: String, _ body: (QuarantinedRecord) throws(RunError) -> Void
  ) throws(RunError) {
    let list = try StageList<Column>(path: path)
    while let row = try list.next() {
      let rule = try row.word(.rule, as: Rule.self)
      guard row[.stage] == rule.stage.rawValue else {
        throw row.damaged(.stage, expected: "'\(rule.stage.rawValue)' for this rule")
      }
      try body(
        QuarantinedRecord(
          Objection(rule, row[.message], suggestion: row[.suggestion]), source: row[.source],
          record: try row.integer(.record),
          position: RecordPosition(
            line: try row.integer(.line), offset: try row.integer(.offset),
            length: try row.integer(.length))))
    }
  }
}
