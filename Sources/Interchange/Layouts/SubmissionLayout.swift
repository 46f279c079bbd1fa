package import Basics
package import Questionnaire
package import Tabular

/// The columns of the submission files, `normalized/<partition>.csv` and
/// `validated/<partition>.csv`, which are stage tables.
///
/// `submission,order,source,record,line,offset,length,received,unit`, then one answer field a question in
/// the order of the form (see `AnswerField`). `submission` numbers all submissions of the run from
/// 1; `order` is the position of the record among all, a mended one standing where the one stood
/// that it mends; `source` is the row in `sources.csv`; `record`, `line`, `offset` and `length` tell
/// the position in it; `received` is `2005-07-29`, `2005-07-29T14:03:00` or, with the offset from UTC,
/// `2005-07-29T14:03:00+02:00`; `unit` is the row in `units.csv`. A partition is a State, or a block of respondents.
package struct SubmissionLayout: Sendable {
  package enum Fixed: Int, StageColumn {
    case submission, order, source, record, line, offset, length, received, unit
  }

  package static let fixedColumns = Fixed.header
  /// Where the answers begin.
  package static let firstAnswer = fixedColumns.count

  /// The width of each column, fixed ones first.
  package let widths: [Int]
  package let names: [String]

  package init(form: Questionnaire, widths: [Int]) {
    self.init(form.questions, widths: widths)
  }

  package init(_ questions: [Question], widths: [Int]) {
    self.init(names: Self.fixedColumns + questions.map(\.name), widths: widths)
  }

  package init(names: [String], widths: [Int]) {
    self.names = names
    self.widths = widths
  }

  /// The columns of the instances of a repeat, with the answers of each: in `normalized/` the questions of
  /// the repeat, in `validated/` all of the form, as each instance was asked it. They stand in
  /// `instances/<repeat>/<partition>.csv` of either folder, in the order of their submissions, where
  /// tables count them; `submission`, `order`, `received` and `unit` are those of the submission, and
  /// `source` to `length` say where the instance itself stands.
  package static func folder(ofInstances repeatName: String, in folder: String) -> String {
    "\(folder)/instances/\(repeatName)"
  }

  package var columns: [StageTableWriter.Column] {
    zip(names, widths).map { StageTableWriter.Column($0, width: $1) }
  }

  package static func column(of question: Int) -> Int {
    firstAnswer + question
  }

  private enum Column: Int, StageColumn {
    case column, width
  }

  /// Writes `columns.csv`: `column,width`, what a stage that writes the same shape needs.
  package func write(to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/columns.csv", header: Column.header)
    for (name, width) in zip(names, widths) { try writer.write([name, String(width)]) }
    try writer.commit()
  }

  package static func read(
    from folder: String, form: Questionnaire
  ) throws(RunError) -> SubmissionLayout {
    try read(from: folder, form.questions, of: form)
  }

  /// - Parameter questions: Those of the form whose answers stand there.
  package static func read(
    from folder: String, _ questions: [Question], of form: Questionnaire
  ) throws(RunError) -> SubmissionLayout {
    let path = "\(folder)/columns.csv"
    let columns = try StageList<Column>.rows(of: path) { row throws(RunError) in
      (name: row[.column], width: try row.integer(.width))
    }
    let layout = SubmissionLayout(questions, widths: columns.map(\.width))
    guard columns.map(\.name) == layout.names else {
      throw RunError(
        path: path, id: .stage(.otherForm),
        "the columns are not those of \(form.path). Run 'make report' again")
    }
    return layout
  }
}

/// `texts.csv` of stages 2 and 3: `submission,unit,question,text`; the unit is its key.
package enum TextList {
  package static let fileName = "texts.csv"
  package static let header = Column.header

  package enum Column: Int, StageColumn {
    case submission, unit, question, text
  }
}
