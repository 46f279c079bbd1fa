import Interchange
import Tabular

/// Columns of an export that belong to one question: one for each of its options or rows.
struct OptionColumns {
  struct Part {
    let column: ExportColumn
    /// The option's text, and its code where the heading has one.
    let option: String
    let code: String?

    /// Whether every cell is a tick, a nought or the option's own text.
    var areTicks: Bool {
      column.elsewhere == 0
        && column.texts.allSatisfy { text in
          let key = TextKey(text.text)
          return TickWords.marks.contains(key) || TickWords.noughts.contains(key)
            || key == TextKey(option)
        }
    }
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
      let group = OptionColumns(base: base, title: titles[base] ?? base, parts: parts)
      // A path of groups looks like a question and its options; only noughts and marks tell.
      guard convention != .kobo || group.areTicks else { return nil }
      return group
    }
  }

  /// Whether the parts are options; under "other" people write.
  var areTicks: Bool {
    parts.allSatisfy { $0.areTicks || Self.isOther($0.option) }
      && parts.contains { !Self.isOther($0.option) }
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
      case .qualtrics, .qualtricsLegacy:
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
        (base, title, self.option) = (text, text, option)
        code = text.contains(where: \.isWhitespace) ? nil : option
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
