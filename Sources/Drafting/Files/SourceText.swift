import Basics
import Definition
import Interchange
import Register
import SurveyTools

/// The source of a draft in `pipeline.yaml`: how its export is to be read.
struct SourceText {
  let draft: Draft
  /// The files of the draft that have the same columns: all, where it has no others.
  let layout: Export
  /// What names them.
  let pattern: String
  /// How the export was declared to be read: lines of the source.
  let declared: [String]
  /// Whether the questions are those of the draft, and not of a form that knows its own headings.
  let mapsColumns: Bool
  /// Whether a person said that a text means the same respondent in all files.
  var isShared = false
  /// The texts of all choices: of these none can mean no answer to the other questions of a source.
  var choiceKeys: Set<TextKey> = []

  var lines: [String] {
    let tool = draft.tool
    var lines = ["file: \(YAMLText.quoted(pattern))"]
    if tool.convention != .plain {
      lines.append("convention: \(tool.convention.rawValue)  # review: \(tool.why.onOneLine)")
    }
    lines += declared.filter { !$0.hasPrefix("convention:") }
    let entry = layout.entry
    if entry.headerRows != tool.known.header.count,
      !declared.contains(where: { $0.hasPrefix("header-rows:") })
    {
      let why = entry.headerRowsReason.onOneLine
      lines.append(
        "header-rows: \(entry.headerRows)  # review" + (why.isEmpty ? "" : ": \(why)"))
    }
    lines += [unit, received]
    if let guess = draft.choiceTexts {
      lines.append("choices: \(guess.texts.rawValue)  # review: \(guess.why)")
    }
    if let order = draft.dateOrder {
      let why = draft.receivedDates?.why ?? "the order of the dates that are answers"
      lines.append("date-order: \(order.rawValue)  # review: \(why)")
    }
    if let century = draft.century {
      lines.append("century: \(century)  # review: years have two digits")
    }
    if let separator = draft.separator {
      lines.append("separator: \(YAMLText.quoted(separator))  # review: between ticks in one field")
    }
    lines += choiceTexts
    let missing = draft.missing.filter { !choiceKeys.contains(TextKey($0)) }
    if !missing.isEmpty { lines.append("no-answer: \(YAMLText.list(missing))  # review") }
    lines += ignored
    lines += tests + incomplete + answers
    let columns = mapsColumns ? explicitColumns : []
    if !columns.isEmpty { lines += ["columns:"] + columns.map { "  \($0.heading): \($0.meaning)" } }
    return lines
  }

  /// A column of the draft as the files have it; nil where they have it not.
  private func own(_ column: ExportColumn) -> ExportColumn? {
    draft.export.files.first { $0.keys == layout.files[0].keys }?.indices[column.position]
      .map { layout.columns[$0] }
  }

  private func has(_ column: ExportColumn) -> Bool { own(column) != nil }

  private func name(of column: ExportColumn) -> String {
    own(column).map(layout.written) ?? column.written
  }

  private var unit: String {
    let unit: String
    switch draft.unit {
    case .state(let column, let identifier):
      unit =
        "{column: \(YAMLText.quoted(name(of: column))), by: \(identifier.rawValue)}"
    case .respondent(let column, _):
      let shared = isShared ? ", shared: yes" : ""
      unit = "{column: \(YAMLText.quoted(name(of: column)))\(shared)}"
    case .record: unit = "record"
    }
    let detail = draft.unit.column?.personalDetail.map {
      ": personal (\($0.rawValue)), and published as the unit of each reply"
    }
    return "unit: \(unit)  # review\(detail ?? "")"
  }

  private var received: String {
    if let day = draft.dayOfItems {
      return
        "received: {date: \(draft.cutOff)}  # review: all that a unit says of its items is one submission, "
        + "whatever day '\(day.heading.onOneLine)' has; the latest is here"
    }
    guard let column = draft.received else {
      return "received: {date: \(draft.cutOff)}  # review: no column tells the day of receipt"
    }
    return "received: {column: \(YAMLText.quoted(name(of: column)))}  # review"
  }

  /// Columns that are left out: what the tool notes, and what tells who somebody is.
  private var ignored: [String] {
    let personal = draft.personal.filter { has($0.column) }
    let columns = draft.ignored.filter(has) + personal.map(\.column)
    if columns.isEmpty { return [] }
    let names = columns.map { YAMLText.quoted(name(of: $0)) }
    var kinds: [String] = columns.count == personal.count ? [] : ["what the tool notes"]
    if !personal.isEmpty {
      let details = zip(names.suffix(personal.count), personal)
        .map { "\($0.0) (\($0.1.detail.rawValue))" }
      kinds.append(
        "personal, and so neither read nor published until it is deleted here and asked in survey.csv: "
          + details.joined(separator: ", "))
    }
    return [
      "ignore: [\(names.joined(separator: ", "))]  # review: \(kinds.joined(separator: "; "))"
    ]
  }

  /// What fields have of choices: names that were made up answer for no text.
  private var choiceTexts: [String] {
    guard mapsColumns else { return [] }
    var lines: [String] = []
    if draft.questions.contains(where: \.hasMadeNames) {
      lines.append("choices: labels  # review: fields have the labels of choices.csv, or synonyms")
    }
    if draft.hasWriteIns && !draft.tool.known.other.isWrittenInField {
      lines.append("write-ins: other  # review: a text that is no choice is what people wrote")
    }
    return lines
  }

  /// The questions that are answered otherwise than others.
  private var answers: [String] {
    let lines = (mapsColumns ? draft.questions : []).compactMap { question -> String? in
      let name = YAMLText.quoted(question.name)
      if question.noughtsAreAnswers {
        return "  \(name): {noughts: answer}  # review: there are blanks besides noughts"
      }
      return numberMarks(of: question).map {
        "  \(name): {\($0.keys)}  # review: as its numbers are written"
      }
    }
    return lines.isEmpty ? [] : ["answers:"] + lines
  }

  /// How the numbers of a question are written, where they have another mark than a point.
  private func numberMarks(of question: DraftQuestion) -> NumberMarks? {
    guard question.kind == .decimal else { return nil }
    let missing = Set(draft.missing.map { TextKey($0) })
    let texts = question.columns.flatMap(\.column.texts).map(\.text).filter {
      !missing.contains(TextKey($0))
    }
    guard texts.contains(where: { ExactDecimal(TextKey($0).text) == nil }) else { return nil }
    return NumberMarks(texts)
  }

  /// Trial runs of the form, as the tool marks them.
  private var tests: [String] {
    guard let tests = draft.tool.known.metadata.tests else { return [] }
    for heading in tests.columns {
      guard let status = draft.export.column(called: [heading]), has(status) else { continue }
      let values = status.texts.map(\.text).filter(tests.values.contains)
      if values.isEmpty { continue }
      let column = YAMLText.quoted(name(of: status))
      return ["test-records: {column: \(column), values: \(YAMLText.list(values))}  # review"]
    }
    return []
  }

  /// Submissions that were not completed, as the tool marks them.
  private var incomplete: [String] {
    guard let found = draft.incomplete else { return [] }
    let column = draft.export.columns[found.column]
    guard has(column) else { return [] }
    let keys = Set(found.values.map { TextKey($0) })
    let blank = keys.contains(TextKey("")) ? draft.export.records - column.answered : 0
    let count = column.texts.filter { keys.contains(TextKey($0.text)) }.reduce(blank) {
      $0 + $1.count
    }
    let heading = YAMLText.quoted(name(of: column))
    return [
      "incomplete: {column: \(heading), values: \(YAMLText.list(found.values))}  "
        + "# review: \(count) of \(draft.export.records) records; with 'keep: yes' they count"
    ]
  }

  /// The columns that their headings alone do not tie to their question.
  private var explicitColumns: [(heading: String, meaning: String)] {
    let called = Dictionary(
      draft.questions.flatMap { Set([TextKey($0.name), TextKey($0.label)]) }.map { ($0, 1) },
      uniquingKeysWith: +)
    let headings = Dictionary(
      layout.columns.map { (TextKey($0.written), 1) }, uniquingKeysWith: +)
    return draft.questions.flatMap { question in
      question.columns.compactMap { column, part -> (String, String)? in
        guard let own = own(column) else { return nil }
        let key = TextKey(column.written)
        let isNamed =
          part == nil && column.option.isEmpty && !key.isEmpty && headings[key] == 1
          && called[key] == 1
          && [TextKey(question.name), TextKey(question.label)].contains(key)
        if isNamed { return nil }
        return (
          YAMLText.quoted("#\(own.position + 1)"),
          YAMLText.quoted(question.name + (part ?? ""))
        )
      }
    }
  }
}
