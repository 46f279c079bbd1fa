extension ErrorID {
  /// Tables of the plan.
  package enum Table: String, ErrorSubject {
    case ambiguousAnchor = "ambiguous-anchor"
    case base
    case chart
    case each
    case footnote
    case instances
    case listedChoices = "listed-choices"
    case matrix
    case nest
    case nestedInItself = "nested-in-itself"
    case noClosedQuestion = "no-closed-question"
    case noRows = "no-rows"
    case noTables = "no-tables"
    case noTreaty = "no-treaty"
    case overlappingColumns = "overlapping-columns"
    case participants
    case placeholder
    case repeatCrossed = "repeat-crossed"
    case rowTwice = "row-twice"
    case shares
    case tableId = "table-id"
    case tableTwice = "table-twice"
    case textTable = "text-table"
    case unknownAnchor = "unknown-anchor"
    case unknownBase = "unknown-base"
    case unknownRow = "unknown-row"

    package static let title = "The table plan"

    package var entry: ErrorEntry {
      switch self {
      case .ambiguousAnchor:
        .author(
          "A footnote is about a name that more than one of title, row and column has.",
          do: "Write `row` or `column` in place of `on`.")
      case .base:
        .author(
          "A base asks who was asked a question, but the rows are no question.",
          do: "Write `population`, `respondents` or a condition.")
      case .chart:
        .author(
          "A chart is asked for that a workbook cannot draw.",
          do: "Delete the key, so that the page draws what it can, or make a table of one question."
        )
      case .each:
        .author(
          "A key of one table stands beside `each`, which makes one of every question.",
          do: "Delete the key, or write the table on its own.")
      case .footnote:
        .author(
          "A footnote does not say what it is about, or says it twice.",
          do: "Write one of `on`, `row` and `column`.")
      case .instances:
        .author(
          "A table of the instances of a repeat asks for what they do not have, or cannot be told apart.",
          do: "Take out what the message names, or count the units without `unit`.")
      case .listedChoices:
        .author(
          "Names are to be listed in a row that counts choices, not units.",
          do: "List rows of units.")
      case .matrix:
        .author(
          "The variables of a matrix do not fit into one, or a key makes no sense in one.",
          do: "Take questions of one choice list and one base, without the key that the message "
            + "names.")
      case .nest:
        .author(
          "Fewer than two variables are nested.",
          do: "Name at least two, the outermost first.")
      case .nestedInItself:
        .author(
          "A variable is nested in itself.",
          do: "Name each variable once.")
      case .noClosedQuestion:
        .author(
          "`each: closed` finds no question with choices.",
          do: "Write the names of questions.")
      case .noRows:
        .author(
          "A table has no rows.",
          do: "Write the name of a question, attribute or variable under `rows`.")
      case .noTables:
        .author(
          "The plan has no table.",
          do: "Add one, as in `- each: closed`.")
      case .noTreaty:
        .author(
          "Participants are to be counted, but the collection names no treaty.",
          do: "Write `register: {treaty: …}` in `pipeline.yaml`, or take `population` out.")
      case .overlappingColumns:
        .author(
          "Columns are to be compared in several of which one unit may stand.",
          do: "Take `higher-than` out, or the variable.")
      case .participants:
        .author(
          "Participants, of whom some are no units and answer no questions, are to be counted by answers.",
          do: "Take an attribute as rows.")
      case .placeholder:
        .author(
          "A placeholder stands in a text that has none.",
          do: "Write plain words; `note`, `footnotes` and `report.md` have placeholders.")
      case .repeatCrossed:
        .author(
          "Two questions of one repeat are held against one another, while submissions are counted.",
          do:
            "Take one of them out, or count the instances themselves: write `unit` with the name of the "
            + "repeat in the table, and in the variable.")
      case .rowTwice:
        .author(
          "Two rows of a table are the same or would have one name.",
          do: "Delete one of the two, give the codes other names, or make two tables.")
      case .shares:
        .author(
          "Shares of rows are asked for that need not add up to 100.",
          do: "Take variables of which a unit has one code.")
      case .tableId:
        .author(
          "The id of a table is too long or cannot be the name of a file.",
          do: "Give the table an `id` as the message expects it.")
      case .tableTwice:
        .author(
          "Two tables have one id, or ids that differ in capitals alone.",
          do: "Give one of the two another `id`.")
      case .textTable:
        .author(
          "The rows of a table are a text question.",
          do: "Take one with choices, a number or a date; the texts are in `texts.csv`.")
      case .unknownAnchor:
        .author(
          "A footnote is about a row or column that the table does not have.",
          do: "Write a name that the message has.")
      case .unknownBase:
        .author(
          "The base of a table is not one that there is.",
          do: "Write a word that the message has, or a condition.")
      case .unknownRow:
        .author(
          "A table has no row of that name.",
          do: "Write the name of a row, as the message has them.")
      }
    }
  }
}
