import Basics
import SurveyTools

/// Columns that are a ranking: one for each option, with its rank, or one for each rank, with the
/// option.
struct Ranking {
  let choices: [DraftChoice]
  let columns: [(column: ExportColumn, part: String?)]
  /// What speaks for it.
  let why: String

  /// Fewer records than this, and the answers to a matrix may look like it.
  private static let fewestRecords = 3

  init?(_ group: OptionColumns, _ tool: SurveyTool) {
    if let ranked = Self.ranked(group, tool.headings) {
      choices = ranked
      columns = group.parts.enumerated().map { ($0.element.column, "[\($0.offset + 1)]") }
      why = "one for each rank"
    } else if let evidence = Self.haveRanks(group)
      ? "each rank stands in as many records as any other"
      : Self.haveOrder(group, tool) ? "ticks in an order, with 0 for what was not chosen" : nil
    {
      var names = NameMaker()
      choices = group.parts.enumerated().map { index, part in
        DraftChoice(
          name: names.name(for: part.code ?? part.option, otherwise: "option_\(index + 1)"),
          label: part.option.onOneLine)
      }
      columns = zip(group.parts, choices).map { ($0.column, "/\($1.name)") }
      why = evidence
    } else {
      return nil
    }
  }

  /// Whether every record has each rank once: each column has a rank in every answered record, and
  /// each rank stands in the columns as often as there are such records.
  private static func haveRanks(_ group: OptionColumns) -> Bool {
    let records = group.parts[0].column.answered
    guard group.parts.count > 2, records >= fewestRecords,
      group.parts.allSatisfy({ $0.column.answered == records && $0.column.elsewhere == 0 })
    else { return false }
    var uses = [Int](repeating: 0, count: group.parts.count)
    for text in group.parts.flatMap(\.column.texts) {
      guard let rank = CalendarDate.number(text.text.trimmed), uses.indices.contains(rank - 1)
      else { return false }
      uses[rank - 1] += text.count
    }
    return uses.allSatisfy { $0 == records }
  }

  /// Whether the columns are ticks in an order: ranks, none of which stands more often than the one
  /// before it, and a nought for what was not chosen.
  private static func haveOrder(_ group: OptionColumns, _ tool: SurveyTool) -> Bool {
    guard tool.ticks.canBeOrdered, group.parts.allSatisfy({ $0.column.elsewhere == 0 }) else {
      return false
    }
    let others = Set((tool.missing + tool.ticks.notTicked).map { TextKey($0) })
    var uses = [Int](repeating: 0, count: group.parts.count)
    for text in group.parts.flatMap(\.column.texts) where !others.contains(TextKey(text.text)) {
      guard let rank = CalendarDate.number(text.text.trimmed), uses.indices.contains(rank - 1)
      else { return false }
      uses[rank - 1] += text.count
    }
    return uses.count > 1 && uses[1] > 0 && zip(uses, uses.dropFirst()).allSatisfy { $0 >= $1 }
  }

  /// The choices of columns that are headed as ranks, in order: none stands more often than there
  /// are records.
  private static func ranked(_ group: OptionColumns, _ headings: Headings) -> [DraftChoice]? {
    let ranks = group.parts.map { part in
      let key = TextKey(part.option).text
      let word = Headings.allRankWords.first { key.hasPrefix($0) }
      return (number: CalendarDate.number(key.dropFirst(word?.count ?? 0)), isSure: word != nil)
    }
    // Whatever the tool, "Rank 2" is one; a number alone may be a row in others.
    guard group.parts.count > 1, headings.bracketsHoldRanks || ranks.allSatisfy(\.isSure) else {
      return nil
    }
    let pooled = group.pooled
    let most = group.parts.map(\.column.answered).max() ?? 0
    guard ranks.map(\.number) == (1...ranks.count).map({ $0 }), pooled.elsewhere == 0,
      pooled.texts.count >= ranks.count, pooled.texts.allSatisfy({ $0.count <= most }),
      ranks.allSatisfy(\.isSure) || most >= fewestRecords
    else { return nil }
    return DraftChoice.list(AnswerGuess.labels(pooled.texts))
  }
}
