import Basics
import SurveyTools

/// What the fields of one column look like: the type of its question, and what speaks for it.
struct AnswerGuess {
  enum Kind: Equatable {
    case text
    case integer
    case decimal
    case date
    /// The labels of the choices.
    case selectOne([String])
    case selectMultiple([String])
  }

  let kind: Kind
  private(set) var why: String
  /// Texts that look like "no answer" and are taken for no choice.
  var missing: [String] = []
  /// Texts that are taken for what people wrote in place of a choice "other".
  var writeIns: [String] = []

  /// Fewer answers than this a choice, and it may as well be free text.
  private static let answersPerChoice = 2
  private static let mostChoices = 40
  private static let longestChoice = 120
  private static let familiar: [[String]] = [
    ["yes", "no"], ["yes", "yes, in part", "no"], ["oui", "non"], ["sí", "no"], ["да", "нет"],
    ["نعم", "لا"], ["是", "否"], ["true", "false"],
  ]

  /// Whether people write in the field in place of a choice "other".
  enum WriteIns {
    case never
    /// Nobody knows the tool: what stands once is rather a choice, where it can be.
    case perhaps
    /// The tool lets them: what stands once is rather theirs.
    case usual
  }

  /// - Parameter ticksHaveCommas: Whether the tool is known to join ticks by commas.
  init(
    _ column: ExportColumn, separator: String, ticksHaveCommas: Bool = false, dates: DateGuess?,
    writeIns: WriteIns = .perhaps, missing words: MissingWords = .usual
  ) {
    self.init(
      asWritten: column, separator: separator, ticksHaveCommas: ticksHaveCommas, dates: dates,
      writeIns: writeIns, missing: words)
    guard hasChoices, let marks = ExcelMarks(column, missing: words) else { return }
    if marks.others.texts.isEmpty {
      self.init(kind: .text, why: "\(column.answered) answers")
    } else {
      self.init(
        asWritten: marks.others, separator: separator, ticksHaveCommas: ticksHaveCommas,
        dates: dates, writeIns: writeIns, missing: words)
    }
    why += marks.why
  }

  private var hasChoices: Bool {
    switch kind {
    case .selectOne, .selectMultiple: true
    case .text, .integer, .decimal, .date: false
    }
  }

  private init(
    asWritten column: ExportColumn, separator: String, ticksHaveCommas: Bool, dates: DateGuess?,
    writeIns: WriteIns, missing words: MissingWords
  ) {
    let isMissing = Self.missing(in: column, words)
    let texts = column.texts.filter { !isMissing($0.text) }
    let missing = column.texts.map(\.text).filter(isMissing)
    let answered = texts.reduce(column.elsewhere) { $0 + $1.count }
    guard answered > 0 else {
      self.init(kind: .text, why: "nobody answered")
      return
    }
    let answers = answered == 1 ? "1 answer" : "\(answered) answers"
    guard column.elsewhere == 0 else {
      self.init(kind: .text, why: "\(answers), some long or too many to be choices")
      return
    }
    if dates != nil {
      self.init(kind: .date, why: "\(answered == 1 ? "1 date" : "\(answered) dates")")
      return
    }
    let numbers = texts.map { ExactDecimal(TextKey($0.text).text) }
    if !texts.isEmpty, let least = numbers.compactMap({ $0 }).min(), !numbers.contains(nil),
      let most = numbers.compactMap({ $0 }).max()
    {
      let isWhole = numbers.allSatisfy { $0?.isWhole == true }
      if let scale = NumberScale(numbers.compactMap { $0 }, answered: answered, title: column.title)
      {
        self.init(
          kind: .selectOne(scale.labels),
          why:
            "\(answers), all of \(least) to \(most): a scale or codes; a count is rather an integer",
          missing: missing)
        return
      }
      self.init(
        kind: isWhole ? .integer : .decimal,
        why: "\(answers), numbers from \(least) to \(most); a scale is rather a select_one"
          + (NumberMarks.mayBeGrouped(texts.map(\.text))
            ? "; where the point stands between thousands, declare thousands-mark and decimal-mark"
            : ""),
        missing: missing)
      return
    }
    if NumberMarks(texts.map(\.text)) != nil, NumberMarks.mayBeTicks(texts.map(\.text)) {
      // Tools that join ticks by commas have codes so, and the others what nobody can tell.
      if !ticksHaveCommas {
        self.init(
          kind: .text,
          why:
            "\(answers), numbers with decimals, or codes that are joined by commas: make it decimal with "
            + "decimal-mark, or select_multiple with separator",
          missing: missing)
        return
      }
    } else if let written = NumberMarks(texts.map(\.text)), let least = written.numbers.min(),
      let most = written.numbers.max()
    {
      self.init(
        kind: .decimal,
        why: "\(answers), numbers from \(least) to \(most), written with \(written.keys)",
        missing: missing)
      return
    }
    if NumberMarks.areAmbiguous(texts.map(\.text)) {
      self.init(
        kind: .text,
        why:
          "\(answers), numbers of which nobody can tell whether the comma begins the decimals: make it "
          + "decimal, and declare decimal-mark or thousands-mark",
        missing: missing)
      return
    }
    if let comma = NumberMarks.comma(of: texts.map { ($0.text, $0.count) }) {
      let declared =
        switch comma {
        case .decimals: "a comma: make it decimal with decimal-mark"
        case .thousands: "a comma between thousands: make it decimal with thousands-mark"
        case .either:
          "a comma of which nobody can tell whether it begins the decimals: make it decimal with decimal-mark or "
            + "thousands-mark"
        }
      self.init(
        kind: .text,
        why:
          "\(answers), most of them numbers with \(declared), and declare what is none as no-answer, a "
          + "unit as units",
        missing: missing)
      return
    }
    if let ticks = JoinedTicks(texts, separator: separator, writeIns: writeIns) {
      self.init(
        kind: .selectMultiple(ticks.options),
        why: "\(answers), several options joined by '\(separator)' in some"
          + Self.besides(ticks.writeIns),
        missing: missing, writeIns: ticks.writeIns)
      return
    }
    let labels = Self.labels(texts)
    let different = Set(texts.map { TextKey($0.text) }).count
    let keys = labels.map { TextKey($0) }
    let isFamiliar = Self.familiar.contains { known in
      keys.allSatisfy { known.map { TextKey($0) }.contains($0) }
    }
    let isClosed =
      labels.count <= Self.mostChoices
      && answered >= Self.answersPerChoice * labels.count
      && labels.allSatisfy { $0.count <= Self.longestChoice }
    let own = Self.labelsAndWriteIns(texts)
    let isWrittenIn =
      switch writeIns {
      case .never: false
      case .perhaps: !isClosed
      case .usual: true
      }
    if !isFamiliar, isWrittenIn, let own {
      self.init(
        kind: .selectOne(own.labels),
        why: "\(answers), \(different) different" + Self.besides(own.writeIns), missing: missing,
        writeIns: own.writeIns)
    } else if isFamiliar || isClosed {
      self.init(
        kind: .selectOne(labels), why: "\(answers), \(different) different",
        missing: missing)
    } else {
      self.init(kind: .text, why: "\(answers), \(different) different")
    }
  }

  /// Whether a text looks like no answer: -99 and the like do not where they are codes beside a scale,
  /// unless the tool writes them for a blank.
  private static func missing(
    in column: ExportColumn, _ words: MissingWords
  ) -> (String) -> Bool {
    let others = column.texts.filter { !words.isOfTheTool($0.text) }
    let numbers = others.compactMap { ExactDecimal(TextKey($0.text).text) }
    let rest = others.filter { ExactDecimal(TextKey($0.text).text) == nil }
    let isScale =
      rest.allSatisfy { words.contain($0.text) }
      && NumberScale(
        numbers, answered: others.reduce(0) { $0 + $1.count }, title: column.title) != nil
    return { text in
      words.contain(text)
        && (!isScale || words.isOfTheTool(text) || ExactDecimal(TextKey(text).text) == nil)
    }
  }

  private init(kind: Kind, why: String, missing: [String] = [], writeIns: [String] = []) {
    self.kind = kind
    self.why = why
    self.missing = missing
    self.writeIns = writeIns
  }

  /// The labels that recur and the texts that do not, where three quarters of the answers are some
  /// few labels that recur.
  private static func labelsAndWriteIns(
    _ texts: [ExportColumn.Text]
  ) -> (labels: [String], writeIns: [String])? {
    let uses = Dictionary(texts.map { (TextKey($0.text), $0.count) }, uniquingKeysWith: +)
    let recurring = texts.filter { uses[TextKey($0.text)] ?? 0 > 1 }
    let labels = recurring.isEmpty ? [] : labels(recurring)
    let answers = recurring.reduce(0) { $0 + $1.count }
    guard recurring.count < texts.count, labels.count > 1, labels.count <= mostChoices,
      answers >= answersPerChoice * labels.count,
      answers * 4 >= texts.reduce(0, { $0 + $1.count }) * 3,
      labels.allSatisfy({ $0.count <= longestChoice })
    else { return nil }
    return (labels, texts.filter { uses[TextKey($0.text)] == 1 }.map(\.text.trimmed))
  }

  /// What a reviewer is told of write-ins.
  private static func besides(_ writeIns: [String]) -> String {
    guard let first = writeIns.first else { return "" }
    return "; '\(first.onOneLine)'"
      + (writeIns.count > 1 ? " and \(writeIns.count - 1) more that stand once are" : " is")
      + " taken for what was written under 'other'"
  }

  /// One label for all texts that are held to be the same: the most frequent way to write it.
  ///
  /// What begins with a number is put in order. Of "yes" and "no" the other one belongs to the
  /// list though nobody gave it. All else stands as it is met.
  static func labels(_ texts: [ExportColumn.Text]) -> [String] {
    var order: [TextKey] = []
    var best: [TextKey: ExportColumn.Text] = [:]
    for text in texts {
      let key = TextKey(text.text)
      if best[key] == nil { order.append(key) }
      if (best[key]?.count ?? 0) < text.count { best[key] = text }
    }
    let found = order.compactMap { key in best[key].map { $0.text.trimmed } }
    for known in familiar
    where found.allSatisfy({ known.map { TextKey($0) }.contains(TextKey($0)) }) {
      return known.map { word in
        found.first { TextKey($0) == TextKey(word) }
          ?? (found[0].first?.isUppercase == true
            ? word.prefix(1).uppercased() + word.dropFirst() : word)
      }
    }
    let numbers = found.compactMap(leadingNumber)
    guard numbers.count == found.count, Set(numbers).count == found.count else { return found }
    return zip(numbers, found).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Whether labels are the points of a scale, each by the number that it begins with: nothing else stands behind
  /// these but the same unit, or they are counted through. "1 h" beside "30 min" and "5 - 10" beside "10 - 20" are
  /// none, and "12.5%" is no 12.
  static func isScale(_ labels: [String]) -> Bool {
    let numbers = labels.compactMap(leadingNumber)
    guard numbers.count == labels.count, Set(numbers).count == labels.count,
      let least = numbers.min(), let most = numbers.max()
    else { return false }
    let rests = Set(labels.map { $0.drop { $0.isASCII && $0.isNumber } })
    let isUnit = rests.count == 1 && rests.first?.contains(where: \.isNumber) == false
    let endThere = rests.allSatisfy { rest in
      rest.first { $0.isLetter || $0.isNumber }?.isNumber != true
    }
    return isUnit || endThere && most - least + 1 == numbers.count
  }

  /// The number that a label such as "4 – Satisfied" begins with.
  static func leadingNumber(_ label: String) -> Int? {
    let digits = label.prefix { $0.isASCII && $0.isNumber }
    let rest = label.dropFirst(digits.count)
    guard rest.isEmpty || rest.first.map({ !$0.isLetter && !$0.isNumber }) == true else {
      return nil
    }
    return CalendarDate.number(digits)
  }
}
