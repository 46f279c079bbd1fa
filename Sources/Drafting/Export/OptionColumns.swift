import Basics
import SurveyTools

/// Columns of an export that belong to one question: one for each of its options or rows.
struct OptionColumns {
  struct Part {
    let column: ExportColumn
    /// The option's text, and its code where the heading has one.
    fileprivate(set) var option: String
    let code: String?
    /// The tool whose words stand in its fields.
    let tool: SurveyTool
    /// What its fields have where the option is ticked, if that is neither its text nor a mark.
    var tick: String?
    /// Whether the heading says that texts stand in it.
    var isText = false

    /// Whether every field is a tick, a nought, the option's own text or "no answer".
    var areTicks: Bool {
      let missing = MissingWords(of: tool)
      return column.elsewhere == 0
        && column.texts.allSatisfy { text in
          let key = TextKey(text.text)
          return tool.ticks.isMark(key) || tool.ticks.isNought(key)
            || key == TextKey(option) || key == tick.map { TextKey($0) }
            || missing.contain(text.text)
        }
    }

    var hasNoughts: Bool { column.texts.contains { tool.ticks.isNought(TextKey($0.text)) } }

    fileprivate var keys: Set<TextKey> { Set(column.texts.map { TextKey($0.text) }) }
  }

  /// What the headings call the question, and its text.
  let base: String
  let title: String
  let parts: [Part]

  /// Finds the groups among columns that may be answers.
  static func groups(of columns: [ExportColumn], _ tool: SurveyTool) -> [OptionColumns] {
    var order: [String] = []
    var parts: [String: [Part]] = [:]
    var titles: [String: [String]] = [:]
    for column in columns {
      guard let split = Self.parts(of: column, tool.headings) else { continue }
      if parts[split.base] == nil { order.append(split.base) }
      parts[split.base, default: []].append(
        Part(column: column, option: split.option, code: split.code, tool: tool))
      if let title = split.title { titles[split.base, default: []].append(title) }
    }
    return order.compactMap { base in
      guard let parts = parts[base], parts.count > 1 else { return nil }
      let title = titles[base]?.first
      let found = OptionColumns(base: base, titles: titles[base] ?? [], parts: parts)
      guard let group = title == nil ? found.parted : found else { return nil }
      // A path of groups looks like a question and its options; only noughts and marks tell.
      guard !tool.headings.arePaths || group.areTicks else { return nil }
      return group
    }
  }

  /// - Parameter titles: What stands before the option in each heading; none where the headings have it not. Where
  ///   there are rows and columns, it has the row: that is a part of the option then.
  private init(base: String, titles: [String], parts: [Part]) {
    var parts = parts
    var title = titles.first ?? ""
    let alike = Self.alike(titles)
    let question = alike.prefix(upTo: alike.lastIndex(of: "[") ?? alike.endIndex)
    let rows = titles.map { $0.dropFirst(question.count).trimmed }
    if rows.count == parts.count, Set(rows).count > 1,
      rows.allSatisfy({ $0.isEmpty || $0.hasPrefix("[") && $0.hasSuffix("]") })
    {
      title = String(question)
      for (index, row) in rows.enumerated() where !row.isEmpty {
        parts[index].option = "\(row.dropFirst().dropLast()), \(parts[index].option)"
      }
    }
    // Remarks on the rows of a matrix are all called so.
    if Set(parts.map { TextKey($0.option) }).count < parts.count,
      parts.allSatisfy({ $0.code != nil })
    {
      for index in parts.indices { parts[index].option += " (\(parts[index].code ?? ""))" }
    }
    self.init(base: base, title: title.trimmed, parts: parts)
  }

  /// What some texts begin with, all of them.
  private static func alike(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { common, text in
      String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
  }

  init(base: String, title: String, parts: [Part]) {
    (self.base, self.title, self.parts) = (base, title, parts)
  }

  /// The columns of what people wrote under "other" of a question with one answer, by the position
  /// of the question's own column.
  static func others(of columns: [ExportColumn], _ tool: SurveyTool) -> [Int: Part] {
    var wholes: [String: Int] = [:]
    var others: [Int: Part] = [:]
    for column in columns {
      if let other = other(in: column, tool) {
        guard let whole = wholes[other.base], others[whole] == nil else { continue }
        others[whole] = other.part
      } else if column.option.isEmpty {
        wholes[column.heading] = column.position
      }
    }
    return others
  }

  /// The option "other" that a column has the texts of, and what the heading calls the question.
  private static func other(
    in column: ExportColumn, _ tool: SurveyTool
  ) -> (base: String, part: Part)? {
    let headings = tool.headings
    if let split = parts(of: column, headings), OtherOption.isOther(split.option) {
      return (split.base, Part(column: column, option: split.option, code: split.code, tool: tool))
    }
    for ending in headings.otherTextEndings where column.heading.hasSuffix(ending) {
      let label = headings.otherTextEndings.first { column.label.hasSuffix($0) } ?? ""
      let option = ExportColumn(
        position: column.position, heading: String(column.heading.dropLast(ending.count)),
        label: String(column.label.dropLast(label.count)), option: "", texts: [], elsewhere: 0)
      guard let split = parts(of: option, headings), OtherOption.isOther(split.option) else {
        continue
      }
      return (
        split.base,
        Part(column: column, option: split.option, code: split.code, tool: tool, isText: true)
      )
    }
    return nil
  }

  /// The group whose options have the question's text before their own: as `text-option`, and
  /// either may have a hyphen, so that the text is what all have alike; nil where that is nothing.
  private var parted: OptionColumns? {
    let alike = Self.alike(parts.map(\.option))
    guard let hyphen = alike.ranges(of: " - ").last ?? alike.ranges(of: "-").last else {
      return nil
    }
    let length = alike.distance(from: alike.startIndex, to: hyphen.upperBound)
    return OptionColumns(
      base: base, title: String(alike[..<hyphen.lowerBound]),
      parts: parts.map {
        Part(
          column: $0.column, option: String($0.option.dropFirst(length)), code: $0.code,
          tool: $0.tool)
      })
  }

  /// Whether noughts stand in some columns beside blanks in others: who is asked which options he chooses leaves
  /// none of them open, so that each is asked by itself, as the rows of a grid of yes and no are. Where headings are
  /// paths, an option may have been added later.
  private var areAnsweredApart: Bool {
    let options = parts.filter { !OtherOption.isOther($0.option) }
    return options.contains { $0.hasNoughts && !$0.tool.headings.arePaths }
      && Set(options.map(\.column.answered)).count > 1
  }

  /// Whether the parts are options; under "other" people write. Codes that mean something else
  /// elsewhere may as well be answers to the rows of a matrix.
  var areTicks: Bool {
    !areAnsweredApart && parts.allSatisfy { !$0.tool.ticks.areOwn }
      && parts.allSatisfy { $0.areTicks || OtherOption.isOther($0.option) }
      && parts.contains { !OtherOption.isOther($0.option) }
  }

  /// The rows of a matrix among the parts: those that have a text with another one in common. What
  /// people wrote beside the matrix has not.
  var rows: OptionColumns {
    let rows = parts.enumerated().filter { index, part in
      part.keys.isEmpty
        || parts.enumerated().contains { $0 != index && !$1.keys.isDisjoint(with: part.keys) }
    }
    return rows.isEmpty
      ? self : OptionColumns(base: base, title: title, parts: rows.map(\.element))
  }

  /// The fields of all parts as those of one column.
  var pooled: ExportColumn {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for text in parts.flatMap(\.column.texts) {
      if counts.updateValue((counts[text.text] ?? 0) + text.count, forKey: text.text) == nil {
        order.append(text.text)
      }
    }
    return ExportColumn(
      position: parts[0].column.position, heading: base, label: title, option: "",
      texts: order.map { .init(text: $0, count: counts[$0] ?? 0) },
      elsewhere: parts.reduce(0) { $0 + $1.column.elsewhere })
  }

  /// The column's heading taken apart; a second header row does so already.
  private static func parts(of column: ExportColumn, _ headings: Headings) -> OptionParts? {
    let heading = column.heading
    guard column.option.isEmpty else {
      return OptionParts(base: heading, title: heading, option: column.option, code: nil)
    }
    return headings.options.lazy
      .compactMap { $0.parts(heading: heading, label: column.label) }.first
  }
}
