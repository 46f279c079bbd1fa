import Basics
import Definition

/// Columns of an export that belong to one question: one for each of its options or rows.
struct OptionColumns {
  struct Part {
    let column: ExportColumn
    /// The option's text, and its code where the heading has one.
    let option: String
    let code: String?

    /// Whether every cell is a tick, a nought, the option's own text or "no answer".
    var areTicks: Bool {
      column.elsewhere == 0
        && column.texts.allSatisfy { text in
          let key = TextKey(text.text)
          return TickWords.marks.contains(key) || TickWords.noughts.contains(key)
            || key == TextKey(option) || AnswerGuess.isMissing(text.text)
        }
    }

    fileprivate var keys: Set<TextKey> { Set(column.texts.map { TextKey($0.text) }) }
  }

  /// What the headings call the question, and its text.
  let base: String
  let title: String
  let parts: [Part]

  /// Finds the groups among columns that may be answers.
  static func groups(of columns: [ExportColumn], _ convention: HeaderConvention) -> [OptionColumns]
  {
    var order: [String] = []
    var parts: [String: [Part]] = [:]
    var titles: [String: String] = [:]
    for column in columns {
      guard let split = Split(column, convention) else { continue }
      if parts[split.base] == nil { order.append(split.base) }
      parts[split.base, default: []].append(
        Part(column: column, option: split.option, code: split.code))
      titles[split.base] = titles[split.base] ?? split.title
    }
    return order.compactMap { base in
      guard let parts = parts[base], parts.count > 1 else { return nil }
      let found = OptionColumns(base: base, title: titles[base] ?? base, parts: parts)
      guard let group = convention == .qualtricsLegacy ? found.parted : found else { return nil }
      // A path of groups looks like a question and its options; only noughts and marks tell.
      guard convention != .kobo || group.areTicks else { return nil }
      return group
    }
  }

  /// The columns of what people wrote under "other" of a question with one answer, by the position
  /// of the question's own column.
  static func others(
    of columns: [ExportColumn], _ convention: HeaderConvention
  ) -> [Int: Part] {
    var wholes: [String: Int] = [:]
    var others: [Int: Part] = [:]
    for column in columns {
      if let split = Split(column, convention), isOther(split.option) {
        guard let whole = wholes[split.base], others[whole] == nil else { continue }
        others[whole] = Part(column: column, option: split.option, code: split.code)
      } else if column.option.isEmpty {
        wholes[column.heading] = column.position
      }
    }
    return others
  }

  /// The older Qualtrics writes `label-option`, and either may have a hyphen: the label is what all
  /// have alike. nil where they have nothing.
  private var parted: OptionColumns? {
    guard title.isEmpty else { return self }
    let labels = parts.map(\.option)
    let alike = labels.dropFirst().reduce(labels[0]) { common, label in
      String(zip(common, label).prefix { $0 == $1 }.map(\.0))
    }
    guard let hyphen = alike.ranges(of: " - ").last ?? alike.ranges(of: "-").last else {
      return nil
    }
    let length = alike.distance(from: alike.startIndex, to: hyphen.upperBound)
    return OptionColumns(
      base: base, title: String(alike[..<hyphen.lowerBound]),
      parts: parts.map {
        Part(column: $0.column, option: String($0.option.dropFirst(length)), code: $0.code)
      })
  }

  /// Whether the parts are options; under "other" people write.
  var areTicks: Bool {
    parts.allSatisfy { $0.areTicks || Self.isOther($0.option) }
      && parts.contains { !Self.isOther($0.option) }
  }

  /// The rows of a matrix among the parts: those that have a text with another one in common. What
  /// people wrote beside the matrix has not.
  var rows: OptionColumns {
    let rows = parts.enumerated().filter { position, part in
      part.keys.isEmpty
        || parts.enumerated().contains { $0 != position && !$1.keys.isDisjoint(with: part.keys) }
    }
    return OptionColumns(base: base, title: title, parts: rows.map(\.element))
  }

  /// The cells of all parts as those of one column.
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

  static func isOther(_ option: String) -> Bool {
    let key = TextKey(option).text
    return ["other", "autre", "otro", "другое"].contains { key.hasPrefix($0) }
  }

  /// One heading taken apart.
  private struct Split {
    let base: String
    let title: String
    let option: String
    let code: String?

    init?(_ column: ExportColumn, _ convention: HeaderConvention) {
      let heading = column.heading
      if !column.option.isEmpty {
        (base, title, option, code) = (heading, heading, column.option, nil)
        return
      }
      switch convention {
      case .qualtricsLegacy:
        guard let (before, after) = heading.divided(at: "_"), CalendarDate.number(after) != nil
        else { return nil }
        (base, title, option, code) = (before, "", column.label, after)
      case .qualtrics:
        guard let (before, after) = heading.divided(at: "_"), CalendarDate.number(after) != nil,
          let (question, option) = column.label.divided(at: " - ")
        else { return nil }
        (base, title, self.option, code) = (before, question, option, after)
      case .kobo:
        guard let (before, after) = heading.divided(at: "/") else { return nil }
        (base, title, option, code) = (before, before, after, after)
      case .redcap:
        if let (before, after) = heading.divided(at: "___") {
          (base, title, option, code) = (before, before, after, after)
        } else if heading.hasSuffix(")"), let (before, after) = heading.divided(at: " (choice=") {
          (base, title, option, code) = (before, before, String(after.dropLast()), nil)
        } else {
          return nil
        }
      default:
        guard heading.hasSuffix("]"), let (before, after) = heading.divided(at: "["),
          !["comment", "other comment"].contains(after.dropLast())
        else { return nil }
        let text = AnswerGuess.trimmed(before)
        let option = String(after.dropLast())
        if column.label.hasSuffix("]"), let (title, row) = column.label.divided(at: "[") {
          (base, self.title) = (text, AnswerGuess.trimmed(title))
          (self.option, code) = (String(row.dropLast()), option)
        } else {
          (base, title, self.option) = (text, text, option)
          code = text.contains(where: \.isWhitespace) ? nil : option
        }
      }
    }
  }
}

extension String {
  /// What stands before and after the last place of a separator, where something does.
  fileprivate func divided(at separator: String) -> (String, String)? {
    let parts = split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !last.isEmpty else { return nil }
    let before = parts.dropLast().joined(separator: separator)
    return before.isEmpty ? nil : (before, String(last))
  }
}
