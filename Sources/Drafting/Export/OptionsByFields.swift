import Basics
import SurveyTools

/// Finds the columns of the options of one question in an export whose tool nobody knows.
///
/// Any heading may have a hyphen or a colon in it, so that the fields tell: a column of an option has
/// nothing but its own text, a mark or a nought.
struct OptionsByFields {
  /// How many records the export has.
  let records: Int
  let tool: SurveyTool

  /// How headings may be cut, the surest first, and whether the option may stand before the question.
  private static let cuts: [(cut: HeadingCut, isSure: Bool)] = [
    (.choiceInParentheses, true), (.underscores, true), (.spacedHyphen, true), (.colon, true),
    (.slash, true), (.underscore, false), (.point, false), (.hyphen, false),
  ]

  func groups(of columns: [ExportColumn]) -> [OptionColumns] {
    var found: [OptionColumns] = []
    var rest = columns
    for (cut, isSure) in Self.cuts {
      for isOptionFirst in [false, true] {
        let groups = neighbours(rest) { Self.parts(of: $0.heading, cut, isOptionFirst) }
          .compactMap { options(in: $0, isSure: isSure) }
        found += groups
        let taken = Set(groups.flatMap(\.parts).map(\.column.position))
        rest.removeAll { taken.contains($0.position) }
      }
    }
    return found
  }

  private typealias Cut = (base: String, option: String)

  private static func parts(of heading: String, _ cut: HeadingCut, _ isOptionFirst: Bool) -> Cut? {
    let cuts = cut.parts(of: heading)
    guard let (question, option) = isOptionFirst ? cuts.last : cuts.first else { return nil }
    let parts = isOptionFirst ? (option, question) : (question, option)
    guard !TextKey(parts.0).isEmpty, !TextKey(parts.1).isEmpty else { return nil }
    return (parts.0.trimmed, parts.1.trimmed)
  }

  /// Columns side by side whose headings have the same base.
  private func neighbours(
    _ columns: [ExportColumn], _ parts: (ExportColumn) -> Cut?
  ) -> [(base: String, parts: [OptionColumns.Part])] {
    var runs: [(base: String, parts: [OptionColumns.Part])] = []
    var isOpen = false
    for column in columns {
      guard let (base, option) = parts(column) else {
        isOpen = false
        continue
      }
      let part = OptionColumns.Part(column: column, option: option, code: nil, tool: tool)
      if isOpen, let last = runs.last, last.base == base,
        last.parts.last?.column.position == column.position - 1
      {
        runs[runs.count - 1].parts.append(part)
      } else {
        runs.append((base, [part]))
      }
      isOpen = true
    }
    return runs
  }

  /// The options, where the fields of some columns bear it out.
  ///
  /// - Parameter isSure: Whether the headings alone say much; `a_b` says nothing.
  private func options(
    in run: (base: String, parts: [OptionColumns.Part]), isSure: Bool
  ) -> OptionColumns? {
    let parts = run.parts.filter { !OtherOption.isOther($0.option) }
    let ticks = parts.map { tickTexts($0.column) }
    let texts = ticks.compactMap { $0?.first }
    guard parts.count > 1, !ticks.contains(where: { $0 == nil || $0?.count ?? 0 > 1 }),
      texts.count > 1, ticks.count * records > texts.reduce(0, { $0 + $1.count })
    else { return nil }
    let keys = texts.map { TextKey($0.text) }
    let areOwn = zip(parts, ticks).allSatisfy { part, ticks in
      ticks?.first.map { TextKey($0.text) == TextKey(part.option) } ?? true
    }
    let areNumbered = parts.allSatisfy { CalendarDate.number($0.option) != nil }
    let areMarks = keys.allSatisfy(tool.ticks.isMark)
    let areDistinct = Set(keys).count == keys.count
    guard areOwn || (isSure || areNumbered) && (areMarks || areDistinct) else { return nil }
    return OptionColumns(
      base: run.base, title: run.base,
      parts: run.parts.map { part in
        guard !areOwn, areDistinct, let text = tickTexts(part.column)?.first?.text.trimmed,
          !OtherOption.isOther(part.option)
        else { return part }
        return OptionColumns.Part(
          column: part.column, option: areNumbered ? text : part.option,
          code: areNumbered ? part.option : nil, tool: tool, tick: text)
      })
  }

  /// The texts that stand in a column besides noughts and what means no answer, one for all ways to
  /// write it; nil where some are too long to be ticks.
  private func tickTexts(_ column: ExportColumn) -> [ExportColumn.Text]? {
    guard column.elsewhere == 0 else { return nil }
    let missing = MissingWords(of: tool)
    var found: [ExportColumn.Text] = []
    for text in column.texts {
      let key = TextKey(text.text)
      if tool.ticks.isNought(key) || missing.contain(text.text) { continue }
      if let index = found.firstIndex(where: { TextKey($0.text) == key }) {
        found[index] = .init(text: found[index].text, count: found[index].count + text.count)
      } else {
        found.append(text)
      }
    }
    return found
  }
}
