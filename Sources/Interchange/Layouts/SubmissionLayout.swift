package import Basics
package import Questionnaire
package import Tabular

/// The columns of the submission files, `normalized/<partition>.csv` and
/// `validated/<partition>.csv`, which are stage tables.
///
/// `submission,order,source,record,line,offset,length,received,unit`, then one answer cell a question in
/// the order of the form (see `AnswerCell`). `submission` numbers all submissions of the run from
/// 1; `order` is the place of the record among all, a mended one standing where the one stood
/// that it mends; `source` is the row in `sources.csv`; `record`, `line`, `offset` and `length` tell
/// the place in it; `received` is `2005-07-29`, `2005-07-29T14:03:00` or, with the offset from UTC,
/// `2005-07-29T14:03:00+02:00`; `unit` is the row in `units.csv`. A partition is a State, or a block of respondents.
package struct SubmissionLayout: Sendable {
  package static let fixedColumns = [
    "submission", "order", "source", "record", "line", "offset", "length", "received", "unit",
  ]
  /// Where the answers begin.
  package static let firstAnswer = fixedColumns.count

  /// The width of each column, fixed ones first.
  package let widths: [Int]
  package let names: [String]

  package init(form: Questionnaire, widths: [Int]) {
    self.init(names: Self.fixedColumns + form.questions.map(\.name), widths: widths)
  }

  package init(names: [String], widths: [Int]) {
    self.names = names
    self.widths = widths
  }

  package var columns: [StageTableWriter.Column] {
    zip(names, widths).map { StageTableWriter.Column($0, width: $1) }
  }

  package static func column(of question: Int) -> Int {
    firstAnswer + question
  }

  /// Writes `columns.csv`: `column,width`, what a stage that writes the same shape needs.
  package func write(to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/columns.csv", header: ["column", "width"])
    for (name, width) in zip(names, widths) { try writer.write([name, String(width)]) }
    try writer.commit()
  }

  package static func read(from folder: String, form: Questionnaire) throws(RunError)
    -> SubmissionLayout
  {
    let file = try CSVFile(
      path: "\(folder)/columns.csv", requiring: ["column", "width"], kind: .dataRejected)
    let layout = SubmissionLayout(form: form, widths: file.rows.map { Int($0["width"]) ?? 1 })
    guard file.rows.map({ $0["column"] }) == layout.names else {
      throw RunError(
        .dataRejected, path: file.path, rule: "other-form",
        "the columns are not those of \(form.path). Run 'make report' again")
    }
    return layout
  }
}

/// One row of `units.csv`: `unit,key,partition`, and in `validated/` also `fate`.
///
/// The key is the ISO 3166-1 alpha-3 code of a State, or what a respondent is known by.
package struct UnitEntry: Sendable {
  /// What the unit sent.
  package enum Fate: String, Sendable {
    /// A submission that counts.
    case replied
    /// Submissions, all of them too late.
    case late
    /// Nothing.
    case silent
  }

  package let number: Int
  package let key: String
  package let partition: String
  package let fate: Fate?

  package init(number: Int, key: String, partition: String, fate: Fate? = nil) {
    self.number = number
    self.key = key
    self.partition = partition
    self.fate = fate
  }

  /// The same unit with its fate.
  package func with(_ fate: Fate) -> UnitEntry {
    UnitEntry(number: number, key: key, partition: partition, fate: fate)
  }

  package static func write(_ units: some Collection<UnitEntry>, to folder: String) throws(RunError)
  {
    let hasFate = units.contains { $0.fate != nil }
    let writer = try CSVWriter(
      path: "\(folder)/units.csv", header: ["unit", "key", "partition"] + (hasFate ? ["fate"] : []))
    for unit in units {
      try writer.write(
        [String(unit.number), unit.key, unit.partition] + (unit.fate.map { [$0.rawValue] } ?? []))
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [UnitEntry] {
    let reader = try CSVReader(path: "\(folder)/units.csv")
    _ = try reader.next()
    var units: [UnitEntry] = []
    var partition = ""
    while try reader.next() {
      let record = reader.record
      // Units of one partition share its name: there may be millions.
      if let name = record.text(2), name != partition { partition = name }
      units.append(
        UnitEntry(
          number: record.text(0).flatMap { Int($0) } ?? 0, key: record.text(1) ?? "",
          partition: partition,
          fate: record.fieldCount > 3 ? record.text(3).flatMap(Fate.init) : nil))
    }
    return units
  }
}

/// `texts.csv` of stages 2 and 3: `submission,unit,question,text`; the unit is its key.
package enum TextList {
  package static let fileName = "texts.csv"
  package static let header = ["submission", "unit", "question", "text"]
}
