import DisclosureControl
import Findings
import Questionnaire
import Statistics

extension MachineFile {
  var entry: MachineFileEntry {
    switch self {
    case .tables: Self.ofTables
    case .cells: Self.ofCells
    case .lists: Self.ofLists
    case .tests: Self.ofTests
    case .answerStates: Self.ofAnswerStates
    case .balance: Self.ofBalance
    case .findings: Self.ofFindings
    case .texts: Self.ofTexts
    case .superseded: Self.ofSuperseded
    case .late: Self.ofLate
    case .corrections: Self.ofCorrections
    }
  }

  private static let ofTables = MachineFileEntry(
    title: "The tables that are published",
    columns: [
      .init("table", "The id of the table"), .init("title", "Its title"),
      .init(
        "unit", "The repeat of which each instance is counted; blank where reporting units are"),
      .init("note", "What stands under its title"),
    ], key: ["table"])

  private static let ofCells = MachineFileEntry(
    title: "Every published figure, in full precision",
    columns: [
      .table,
      .init("row_variable", "The variable of the row; nested ones with a colon between them"),
      .init(
        "row",
        "The code of the row; one that begins with a point is no answer: .base, .population, .value, or an "
          + "answer state such as .no_answer"),
      .init("row_label", "The row as it is printed"),
      .init("column_variable", "The variable of the column; blank for the total"),
      .init("column", "The code of the column; .total for the total"),
      .init("column_label", "The column as it is printed"),
      .init("statistic", "What the figure is", as: .words(Statistic.allCases.map(\.rawValue))),
      .init("value", "The figure; blank where status says why there is none", as: .figure),
      .init(
        "status", "Why there is no value",
        as: .words(
          MissingFigure.allCases.map(\.rawValue) + Withholding.allCases.map(\.rawValue))),
      .init("numerator", "The units of the figure, or their weight", as: .number),
      .init("base", "The units that it is of, or their weight", as: .number),
      .init("base_label", "What the base is"),
      .init("note", "The notes about the figure"),
    ], key: ["table", "row", "column", "statistic"])

  private static let ofLists = MachineFileEntry(
    title: "The units behind every listed cell",
    columns: [
      .table, .init("row", "The code of the row"), .init("column", "The code of the column"),
      .init("iso3", "The code of the unit, or what the respondent is known by"),
      .init("name", "Its name as it is printed"),
      .init("instance", "Of an instance of a repeat which of its submission, from 1", as: .whole),
    ])

  private static let ofTests = MachineFileEntry(
    title: "Whether the rows of tables hang together with their columns",
    columns: [
      .table, .init("row_variable", "The variable of the rows"),
      .init("column_variable", "The variable of the columns"),
      .init("units", "The units in both", as: .whole),
      .init(
        "statistic", "Pearson's chi-square with the correction of Rao and Scott, as an F",
        as: .number),
      .init("df1", "Its degrees of freedom", as: .number),
      .init("df2", "Its degrees of freedom below the line", as: .number),
      .init("p", "The probability of one so large where there is no connection", as: .number),
    ])

  private static let ofAnswerStates = MachineFileEntry(
    title: "The six answer states of every question",
    columns: [
      .init("question", "The question"),
      .init("attribute", "The attribute of the group; blank for all units"),
      .init("code", "The group; blank for all units"),
    ]
      + AnswerState.allCases.map { state in
        .init(state.rawValue, "The units of which this is so", as: .whole)
      } + [.init("population", "All units", as: .whole)],
    withheld: [Withholding.suppressed.rawValue])

  private static let ofBalance = MachineFileEntry(
    title: "What became of the records",
    columns: [
      .init("fate", "What became of them"), .init("records", "How many records", as: .whole),
    ], key: ["fate"])

  private static let ofFindings = MachineFileEntry(
    title: "What was found about the data",
    columns: [
      .init("rule", "The rule that was broken"),
      .init("severity", "How grave it is", as: .words(Severity.allCases.map(\.rawValue))),
      .unit, .submission, .question, .init("value", "What was found there"), .source, .line,
      .init("offset", "Where the record begins in it, in bytes from 0", as: .whole),
      .init("length", "The bytes of the record", as: .whole),
      .init("message", "What is wrong"), .init("suggestion", "What to do"),
    ])

  private static let ofTexts = MachineFileEntry(
    title: "What was answered in free text",
    columns: [.submission, .unit, .question, .init("text", "The answer")],
    key: ["submission", "question"])

  private static let ofSuperseded = MachineFileEntry(
    title: "Submissions in whose place another one counts",
    columns: [
      .unit, .submission, .received, .source, .line,
      .init("by_submission", "The number of the one that counts", as: .whole),
      .init("by_received", "When that was received"), .init("reason", "Why it counts"),
      .init(
        "questions", "The questions of which it took over the answers, with blanks between them"),
    ])

  private static let ofLate = MachineFileEntry(
    title: "Submissions that came after the cut-off",
    columns: [
      .unit, .submission, .received, .source, .line, .init("reason", "Why it does not count"),
      .init("by_submission", "The number of the one that counts", as: .whole),
      .init("by_received", "When that was received"),
    ])

  private static let ofCorrections = MachineFileEntry(
    title: "The corrections that were applied",
    columns: [
      .unit, .question, .init("from", "What was answered"), .init("to", "What counts instead"),
      .init("reason", "Why"), .submission,
    ])
}

extension MachineColumn {
  fileprivate static let table = MachineColumn(
    "table", "The id of the table", as: .table)
  fileprivate static let unit = MachineColumn(
    "unit", "The code of the unit, or what the respondent is known by")
  fileprivate static let submission = MachineColumn(
    "submission", "The number of the submission among all that were read", as: .whole)
  fileprivate static let question = MachineColumn("question", "The question")
  fileprivate static let source = MachineColumn("source", "The file that the record came in")
  fileprivate static let line = MachineColumn("line", "Where it stands in it", as: .whole)
  fileprivate static let received = MachineColumn("received", "When it was received")
}
