import Basics
import Definition
import Interchange
import Questionnaire
import Register
import Tabular

/// The corrections of a collection: the only way an answer changes.
///
/// `CorrectionColumn` declares the columns of the file.
struct Corrections: Sendable {
  struct Correction: Sendable {
    let line: Int
    /// As the file has it, until it is called what the exports call it.
    fileprivate(set) var unit: String
    let question: Question
    let from: String
    let to: String
    let reason: String
    /// The new answer field.
    let field: [UInt8]
    /// What `from` is in the form in which answers are listed: ticks in the order of the form, a
    /// number without idle zeros.
    let plainFrom: String

    /// Whether one of the ways to name an answer is the one that the correction expects.
    func expects(_ standing: [String]) -> Bool {
      standing.contains(from) || standing.contains(plainFrom)
    }
  }

  let path: String
  private var byUnit: [TextKey: [Correction]]
  private(set) var all: [Correction]

  /// - Throws: `badDefinition` where a question or State does not exist or `to` is no answer to it.
  init(folder: String, _ pipeline: PipelineDefinition) throws(RunError) {
    path = "\(folder)/corrections.csv"
    guard FileSystem.exists(path) else {
      byUnit = [:]
      all = []
      return
    }
    let file = try CSVFile(path: path, columns: CorrectionColumn.self)
    let units = pipeline.register?.knownCodes
    var all: [Correction] = []
    for row in file.rows {
      if let units { try Self.requireUnit(row, among: units, path: path, pipeline.unit) }
      all.append(try Self.correction(row, path: path, pipeline))
    }
    self.all = all
    byUnit = Dictionary(grouping: all) { TextKey($0.unit) }
  }

  /// Calls units what the exports call them, whatever the case and blanks in the file.
  mutating func callUnits(as units: ReportingUnits) {
    if all.isEmpty { return }
    var names: [TextKey: String] = [:]
    for index in units.indices {
      let name = units.key(at: index)
      let key = TextKey(name)
      if byUnit[key] != nil { names[key] = name }
    }
    for index in all.indices {
      all[index].unit = names[TextKey(all[index].unit)] ?? all[index].unit
    }
    byUnit = Dictionary(grouping: all) { TextKey($0.unit) }
  }

  func corrections(of unit: String) -> [Correction] {
    byUnit.isEmpty ? [] : byUnit[TextKey(unit)] ?? []
  }

  private static func requireUnit(
    _ row: CSVFile.Row, among known: Set<TextKey>, path: String, _ unit: PipelineDefinition.Unit
  ) throws(RunError) {
    let code = row[CorrectionColumn.unit]
    guard !known.contains(TextKey(code)) else { return }
    throw RunError(
      path: path, line: row.line, id: .register(.unknownUnit),
      unit == .listed
        ? "there is no unit with the code '\(code)'; expected a code as in units.csv."
          + Suggestion.question(for: code, among: known.map(\.text).sorted())
        : "there is no State with the code '\(code)'; expected its ISO 3166-1 alpha-3 code, "
          + "such as 'NAM' for Namibia, as in Pipelines/registers/states.csv, or a code of units.csv"
    )
  }

  /// - Throws: `badDefinition` where an answer is corrected that each instance of a repeat gives for itself,
  ///   and these are counted.
  func requireNone(of instances: [InstanceView]) throws(RunError) {
    for instances in instances {
      guard let correction = all.first(where: { instances.questions.contains($0.question.name) })
      else { continue }
      throw RunError(
        path: path, line: correction.line, id: .table(.instances),
        "'\(correction.question.name)' is asked of each of '\(instances.unit.name)', which tables or rules "
          + "take one by one, and a correction does not say whose answer is meant. Take the line out, and mend the "
          + "record in the export, with a note of it in the collection's README")
    }
  }

  private static func correction(
    _ row: CSVFile.Row, path: String, _ pipeline: PipelineDefinition
  ) throws(RunError) -> Correction {
    let form = pipeline.form
    func error(_ id: ErrorID, _ message: String) -> RunError {
      RunError(path: path, line: row.line, id: id, message)
    }
    guard let question = form[row[CorrectionColumn.question]] else {
      throw error(
        .expression(.unknownQuestion),
        "there is no question '\(row[CorrectionColumn.question])'."
          + Suggestion.question(
            for: row[CorrectionColumn.question], among: form.questions.map(\.name)))
    }
    guard !row[CorrectionColumn.reason].isEmpty else {
      throw error(.register(.noReason), "the correction gives no reason; expected one")
    }
    let to = TextKey(row[CorrectionColumn.to]).isEmpty ? "" : row[CorrectionColumn.to]
    guard let field = field(to, question.type) else {
      let names = question.type.choices?.map(\.name) ?? []
      throw error(
        .register(.noAnswerToIt),
        "'\(row[CorrectionColumn.to])' is no answer to '\(question.name)'"
          + (names.isEmpty
            ? ""
            : "; expected \(Suggestion.allowed(names)).\(Suggestion.question(for: to, among: names))")
      )
    }
    return Correction(
      line: row.line, unit: row[CorrectionColumn.unit], question: question,
      from: row[CorrectionColumn.from], to: to,
      reason: row[CorrectionColumn.reason], field: field,
      plainFrom: plain(row[CorrectionColumn.from], question.type))
  }

  private static func plain(_ text: String, _ type: AnswerType) -> String {
    if TextKey(text).isEmpty { return "" }
    guard type != .text, let field = field(text, type) else { return text }
    return AnswerValue(field: field[...], of: type).names(of: type)
  }

  private static func field(_ text: String, _ type: AnswerType) -> [UInt8]? {
    if text.isEmpty { return [AnswerField.noAnswer] }
    switch type {
    case .selectOne(let list):
      return list.choices.firstIndex { $0.name == text }
        .map { AnswerField.letters($0, of: list.choices.count) }
    case .selectMultiple(let list):
      let names = text.split(separator: " ").map(String.init)
      let codes = names.compactMap { name in list.choices.firstIndex { $0.name == name } }
      return codes.count == names.count
        ? AnswerField.ticks(codes, of: list.choices.count) : nil
    case .rank(let list):
      let names = text.split(separator: " ").map(String.init)
      let codes = names.compactMap { name in list.choices.firstIndex { $0.name == name } }
      return codes.count == names.count && Set(codes).count == codes.count
        ? AnswerField.ranking(codes, of: list.choices.count) : nil
    case .integer:
      return ExactDecimal(text).flatMap { $0.isWhole ? Array($0.description.utf8) : nil }
    case .decimal: return ExactDecimal(text).map { Array($0.description.utf8) }
    case .date: return CalendarDate(iso: text).map { Array($0.description.utf8) }
    case .text: return [AnswerField.text]
    }
  }
}
