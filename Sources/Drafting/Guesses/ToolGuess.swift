import Basics
import Interchange
import SurveyTools

/// The survey tool that wrote an export: the one that the first stage proved or was told, else the
/// one that its headings suggest.
struct ToolGuess {
  let convention: HeaderConvention
  let why: String
  /// What is known of the tool.
  let known: SurveyTool

  init(_ export: Export) {
    let entry = export.entry
    let isKnown = entry.convention != .plain
    (convention, why) =
      (isKnown ? nil : Self.suggested(by: export)) ?? (entry.convention, entry.conventionReason)
    known = convention.tool
  }

  /// The columns that may tell the respondent, best first: the tool's own, then those that are called
  /// so.
  func units(in export: Export) -> [ExportColumn] {
    let names = known.metadata.unit + HeaderConvention.plain.tool.metadata.unit
    var found: [ExportColumn] = []
    for name in names {
      guard let column = export.column(called: [name]),
        !found.contains(where: { $0.position == column.position })
      else { continue }
      found.append(column)
    }
    return found
  }

  /// Whether a column is called as what many respondents have alike is, where it tells no State.
  func isAttribute(_ column: ExportColumn) -> Bool {
    ["State", "Country", "Member State"].contains { column.isCalled(TextKey($0)) }
  }

  /// The column that may tell the day of receipt: the tool's own, else dates among the first
  /// columns, where exports have what was not asked.
  func received(in export: Export) -> ExportColumn? {
    export.column(called: known.metadata.received)
      ?? known.metadata.receivedEnding.flatMap { ending in
        export.columns.first { $0.heading.hasSuffix(ending) }
      }
      ?? export.columns.prefix(3).first { column in
        column.answered * 10 >= export.records * 9 && DateGuess(column, writtenBy: known) != nil
      }
  }

  /// What a tick and its absence are, where no other tool writes them so.
  var tickCodes: String {
    "of which \(known.ticks.ticked.joined(separator: " or ")) says that an option was chosen and "
      + "\(known.ticks.notTicked.joined(separator: " or ")) that it was not"
  }

  /// Whether people write in fields in place of "other".
  var writeIns: AnswerGuess.WriteIns {
    if known.other.isWrittenInField { return .usual }
    return convention == .plain || convention == .noHeader ? .perhaps : .never
  }

  /// The texts of a column that the tool itself writes for no answer, whatever the question: nobody
  /// typed them.
  func missing(in column: ExportColumn) -> [String] {
    guard convention != .plain else { return [] }
    let words = Set(known.missing.map { TextKey($0) })
    return column.texts.map(\.text).filter { words.contains(TextKey($0)) }
  }

  /// Whether a column holds what the tool notes, and no answer.
  func isMetadata(_ column: ExportColumn) -> Bool {
    known.metadata.contain(column.heading, column.label)
      || known.metadata.isNumber(column.heading)
  }

  private static func suggested(by export: Export) -> (HeaderConvention, String)? {
    for convention in HeaderConvention.allCases {
      if let why = columns(of: export, fit: convention.tool.hints) { return (convention, why) }
    }
    for convention in HeaderConvention.allCases {
      if let why = headings(of: export, fit: convention.tool.hints) { return (convention, why) }
    }
    return nil
  }

  private static func columns(of export: Export, fit hints: ToolHints) -> String? {
    for names in hints.columns where names.allSatisfy({ export.column(called: [$0]) != nil }) {
      let quoted = names.map { "'\($0)'" }.joined(separator: " and ")
      return "there \(names.count == 1 ? "is a column" : "are columns") \(quoted)"
    }
    return nil
  }

  private static func headings(of export: Export, fit hints: ToolHints) -> String? {
    let headings = export.columns.map(\.heading)
    if let cut = hints.wholeAndOptions {
      for heading in headings {
        guard let option = headings.first(where: { $0.hasPrefix(heading + cut.mark) }) else {
          continue
        }
        return "there are columns '\(heading)' and '\(option)'"
      }
    }
    if hints.writesCodeAndText,
      let heading = export.columns.map(\.written).first(where: CodeAndText.isOption)
    {
      return "a heading such as '\(heading)'"
    }
    for cut in hints.cuts {
      if let heading = headings.first(where: { $0.contains(cut.mark) }) {
        return "a heading such as '\(heading)'"
      }
    }
    return nil
  }
}
