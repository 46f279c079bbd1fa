import Basics
import Definition
import Register
import SurveyTools

/// A first definition of a collection, guessed from an export; every guess says what it rests on.
struct Draft {
  let export: Export
  /// How records are put together, where they are about items.
  let items: DraftItems?
  /// Of a roster, the column with the day of each record.
  let dayOfItems: ExportColumn?
  let tool: ToolGuess
  private let words: MissingWords
  let unit: UnitGuess
  /// The column that tells which submissions were not completed.
  let incomplete: CompletionMark.Found?
  let received: ExportColumn?
  let receivedDates: DateGuess?
  /// The day of the latest reply, or today where the export tells none.
  let cutOff: CalendarDate
  private(set) var questions: [DraftQuestion] = []
  private(set) var ignored: [ExportColumn] = []
  /// Columns that tell who somebody is, and what of it.
  private(set) var personal: [(column: ExportColumn, detail: PersonalDetail)] = []
  /// What stands between ticks in one field, where it is not what the tool writes.
  private(set) var separator: String?
  /// The order of the dates that are answers.
  private(set) var dateOrder: DateOrder?
  /// The first year that two digits mean in dates; nil where years have four.
  private(set) var century: Int?
  /// Texts of closed questions that look like "no answer".
  private(set) var missing: [String] = []
  /// Whether fields have the names of choices or their labels, where it matters.
  private(set) var choiceTexts: ChoiceTextGuess?
  /// Whether people wrote in fields in place of a choice "other".
  private(set) var hasWriteIns = false

  /// - Parameter declaredUnit: What tells the respondents, where a person says so: the heading of a
  ///   column, or `record`.
  /// - Parameter hasChoiceTexts: Whether it is declared what the export has of choices.
  /// - Throws: Where the export leaves more than one number of respondents, or two choices for a text.
  init(
    _ export: Export, register: Register?, declaredUnit: String?, today: CalendarDate,
    form: FormSource? = nil, hasChoiceTexts: Bool = false, items: DraftItems? = nil
  ) throws(RunError) {
    let tool = ToolGuess(export)
    let received = tool.received(in: export)
    let witness = DateWitness(in: export, besides: received, writtenBy: tool.known)
    let dates = received.flatMap { DateGuess($0, writtenBy: tool.known, witness: witness) }
    let cutOff = dates?.latest ?? today
    // Of a roster a day is that of a record, of which a submission has many.
    let day = items?.roster == nil || dates == nil ? nil : received
    let candidates = export.columns.filter {
      dates == nil || day != nil || $0.position != received?.position
    }
    let unit = try UnitGuess(
      export, tool, candidates: candidates,
      register: register.map { RegisterAsAt($0, on: cutOff) }, declared: declaredUnit)
    try FileDoubt.require(unit.column, in: export)
    try FileDoubt.require(dates == nil ? nil : received, in: export)
    incomplete = CompletionMark.found(
      in: export.columns.map { [$0.heading, $0.label, $0.written] })
    self.export = export
    self.items = day.map { day in items?.without(day) } ?? items
    dayOfItems = day
    self.tool = tool
    words = MissingWords(of: tool.known)
    self.unit = unit
    self.received = dates == nil || day != nil ? nil : received
    self.cutOff = cutOff
    receivedDates = dates
    dateOrder = dates?.dates.order
    century = dates?.century
    let answers = candidates.filter { $0.position != unit.column?.position }
    let mark = incomplete?.column
    ignored = answers.filter { tool.isMetadata($0) }
    let asked = answers.filter { !tool.isMetadata($0) && $0.position != mark }
    let open = form?.openQuestions ?? []
    personal = asked.compactMap { column in
      (column.personalDetail ?? column.personalDetail(asked: open, tool.known.headings))
        .map { (column, $0) }
    }
    let positions = Set(personal.map(\.column.position))
    if let form, !hasChoiceTexts { choiceTexts = try ChoiceTextGuess(asked, of: form, words) }
    addQuestions(asked.filter { !positions.contains($0.position) })
  }

  private mutating func addQuestions(_ columns: [ExportColumn]) {
    let groups = groups(among: columns)
    var grouped: [Int: Int] = [:]
    for (number, group) in groups.enumerated() {
      for part in group.parts { grouped[part.column.position] = number }
    }
    // Where a tool writes both, the one field has all that the option columns repeat.
    var wholes: [String: ExportColumn] = [:]
    for column in columns where grouped[column.position] == nil {
      if groups.contains(where: { $0.base == column.heading && $0.areTicks }) {
        wholes[column.heading] = column
      }
    }
    let others = OptionColumns.others(
      of: columns.filter { grouped[$0.position] == nil }, tool.known)
    let otherPositions = Set(others.values.map(\.column.position))
    missing = columns.flatMap { tool.missing(in: $0) }.reduce(into: []) { all, text in
      if !all.contains(text) { all.append(text) }
    }
    var names = NameMaker(reserved: Attribute.givenNames, ofQuestions: true)
    var done: Set<Int> = []
    let single = columns.filter { grouped[$0.position] == nil }
    let matrices = groups.filter { !$0.areTicks && Ranking($0, tool.known) == nil }
    separator = Self.separator(of: single + matrices.map(\.rows.pooled), tool.known.ticks)
    for column in columns where !column.heading.isEmpty || column.answered > 0 {
      if let number = grouped[column.position] {
        guard done.insert(number).inserted else { continue }
        add(groups[number], whole: wholes[groups[number].base], &names)
      } else if wholes[column.heading] == nil, !otherPositions.contains(column.position) {
        add(column, other: others[column.position], &names)
      }
    }
  }

  /// The options and rows that the tool heads as such; of a tool that nobody knows, what the fields
  /// say besides.
  private func groups(among columns: [ExportColumn]) -> [OptionColumns] {
    let groups = OptionColumns.groups(of: columns, tool.known)
    // Of each item the same was asked: an answer is none of its options.
    if export.isPutTogether { return groups.filter { !$0.areTicks } }
    guard tool.known.headings.areKnownByFields else { return groups }
    let taken = Set(groups.flatMap(\.parts).map(\.column.position))
    return groups
      + OptionsByFields(records: export.records, tool: tool.known).groups(
        of: columns.filter { !taken.contains($0.position) })
  }

  /// - Parameter other: The column of what people wrote under "other" instead.
  private mutating func add(
    _ column: ExportColumn, other: OptionColumns.Part?, _ names: inout NameMaker
  ) {
    let identifier = name(in: column.heading)
    let name = names.name(for: identifier, otherwise: "q\(column.position + 1)")
    let ending = tool.known.headings.wholeEndings.first { column.title.hasSuffix($0) } ?? ""
    let title = String(column.title.dropLast(ending.count))
    var (kind, why, isWrittenIn) = kind(of: column)
    if let other { kind = kind.adding(other) }
    questions.append(
      DraftQuestion(
        name: name, label: title.onOneLine, kind: kind, review: why, columns: [(column, nil)]))
    if isWrittenIn || other != nil {
      addOther(name, title: title, at: other, kind: kind, names: &names)
    }
  }

  /// The question's own name in a heading, which may be a path of groups.
  private func name(in heading: String) -> String {
    tool.known.headings.arePaths ? heading.lastComponent : heading
  }

  private mutating func addOther(
    _ name: String, title: String, at other: OptionColumns.Part? = nil,
    kind: DraftQuestion.Kind = .text, names: inout NameMaker
  ) {
    // The stages find it by themselves beside one answer, where it is headed as an option.
    let isFound = if case .selectOne = kind { other?.isText != true } else { false }
    let column = isFound ? nil : other?.column
    questions.append(
      DraftQuestion(
        name: names.name(forOtherOf: name), label: "\(title.onOneLine) (other)", kind: .text,
        review: "what people wrote under the option 'other'",
        columns: column.map { [($0, nil)] } ?? []))
  }

  /// The type, what speaks for it, and whether people wrote in place of "other", which the rows of a
  /// matrix do not have.
  private mutating func kind(
    of column: ExportColumn, isPart: Bool = false
  ) -> (kind: DraftQuestion.Kind, why: String, isWrittenIn: Bool) {
    let dates = DateGuess(
      column.without(words), writtenBy: tool.known,
      witness: dateOrder.map { DateWitness(order: $0, why: "as those before it") })
    let guess = AnswerGuess(
      column, separator: separator ?? tool.known.ticks.separator,
      ticksHaveCommas: tool.known.ticks.separator.hasPrefix(","), dates: dates,
      writeIns: isPart ? .never : tool.writeIns, missing: words)
    missing += guess.missing.filter { !missing.contains($0) }
    let isWrittenIn = !guess.writeIns.isEmpty
    hasWriteIns = hasWriteIns || isWrittenIn
    switch guess.kind {
    case .text:
      guard let texts = items?.choices(in: column) else { return (.text, guess.why, false) }
      return (.selectOne(DraftChoice.list(texts)), "the items: \(guess.why)", false)
    case .integer: return (.integer, guess.why, false)
    case .decimal: return (.decimal, guess.why, false)
    case .date:
      guard let dates,
        dateOrder == nil || dates.dates.order == nil || dates.dates.order == dateOrder
      else {
        return (.text, "\(guess.why), written in another order than the day of receipt", false)
      }
      dateOrder = dateOrder ?? dates.dates.order
      century = century ?? dates.century
      let why = [guess.why, dates.why].compactMap { $0 }.joined(separator: "; ")
      return (.date, why, false)
    case .selectOne(let labels):
      let choices = DraftChoice.list(labels)
      let all = isWrittenIn ? DraftChoice.adding("Other", to: choices) : choices
      return (.selectOne(all), guess.why, isWrittenIn)
    case .selectMultiple(let labels):
      let choices = DraftChoice.list(labels)
      let all = isWrittenIn ? DraftChoice.adding("Other", to: choices) : choices
      return (.selectMultiple(all), guess.why, isWrittenIn)
    }
  }

  private mutating func add(
    _ group: OptionColumns, whole: ExportColumn?, _ names: inout NameMaker
  ) {
    if let ranking = Ranking(group, tool.known) {
      let base = name(in: group.base)
      questions.append(
        DraftQuestion(
          name: names.name(for: base, otherwise: "q\(group.parts[0].column.position + 1)"),
          label: group.title.onOneLine, kind: .rank(ranking.choices),
          review: "\(group.parts.count) columns of a ranking: \(ranking.why)",
          columns: ranking.columns))
      return
    }
    guard group.areTicks else {
      addMatrix(group, &names)
      return
    }
    for text in group.parts.flatMap(\.column.texts).map(\.text)
    where words.contain(text) && !missing.contains(text) {
      missing.append(text)
    }
    var codes = NameMaker()
    var columns: [(ExportColumn, String?)] = []
    let choices = group.parts.map { part in
      let isOther = OtherOption.isOther(part.option)
      let name = codes.name(
        for: isOther ? "other" : part.code ?? part.option,
        otherwise: "option_\(columns.count + 1)")
      columns.append((part.column, "/\(name)"))
      let synonym = part.tick.flatMap { $0.contains("|") ? nil : $0 } ?? ""
      return DraftChoice(
        name: name, label: part.option.onOneLine,
        synonym: TextKey(synonym) == TextKey(part.option) ? "" : synonym)
    }
    let base = name(in: group.base)
    let name = names.name(for: base, otherwise: "q\(group.parts[0].column.position + 1)")
    let hasNoughts = tool.convention == .plain && group.parts.contains(where: \.hasNoughts)
    let hasBlanks = group.parts.contains {
      $0.column.answered < export.records && !OtherOption.isOther($0.option)
    }
    questions.append(
      DraftQuestion(
        name: name, label: group.title.onOneLine, kind: .selectMultiple(choices),
        review: "\(group.parts.count) columns of ticks"
          + (hasNoughts && !hasBlanks
            ? "; noughts alone count as no answer, unless pipeline.yaml says 'noughts: answer'"
            : ""),
        columns: whole.map { [($0, nil)] } ?? columns, noughtsAreAnswers: hasNoughts && hasBlanks))
    // Where the option "other" holds more than ticks, people wrote what they mean.
    let hasTexts = group.parts.contains { OtherOption.isOther($0.option) && !$0.areTicks }
    if hasTexts, !export.columns.contains(where: { $0.heading == "\(base)_other" }) {
      addOther(name, title: group.title, names: &names)
    }
  }

  /// The rows of a matrix are questions of their own with the same choices.
  private mutating func addMatrix(_ group: OptionColumns, _ names: inout NameMaker) {
    let rows = group.rows
    let (rowKind, rowWhy, _) = kind(of: rows.pooled, isPart: true)
    let mayBeTicks = tool.known.ticks.areOwn && group.parts.allSatisfy(\.areTicks)
    let ticks = mayBeTicks ? "; or ticks of one select_multiple, " + tool.tickCodes : ""
    for part in group.parts {
      let isRow = rows.parts.contains { $0.column.position == part.column.position }
      let (kind, why, _) = isRow ? (rowKind, rowWhy, false) : kind(of: part.column, isPart: true)
      let name = names.name(
        for: part.code.map { "\(group.base)_\($0)" } ?? "\(group.base) \(part.option)",
        otherwise: "q\(part.column.position + 1)")
      questions.append(
        DraftQuestion(
          name: name, label: "\(group.title.onOneLine) [\(part.option.onOneLine)]", kind: kind,
          review: isRow ? "row of a matrix, all rows together: \(why)\(ticks)" : why,
          columns: [(part.column, nil)]))
    }
  }

  /// The separator that more columns than any other have their ticks joined by, where it is not the
  /// tool's own: a source has one.
  private static func separator(
    of columns: [ExportColumn], _ ticks: Ticks
  ) -> String? {
    guard !ticks.separatorIsFixed else { return nil }
    let usual = ["; ", ";", " | ", "|", ", ", ","].filter { $0 != ticks.separator }
    let uses = ([ticks.separator] + usual).map { separator in
      columns.count { JoinedTicks($0.texts, separator: separator) != nil }
    }
    guard let most = uses.max(), most > uses[0], let best = uses.firstIndex(of: most) else {
      return nil
    }
    return usual[best - 1]
  }
}

extension String {
  /// The text with every run of blanks and line ends as one blank.
  var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What stands after the last slash: a question's name in a path of groups.
  fileprivate var lastComponent: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
