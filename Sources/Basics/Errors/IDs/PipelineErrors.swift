extension ErrorID {
  /// `pipeline.yaml`.
  package enum Pipeline: String, ErrorSubject {
    case agency
    case amountRules = "amount-rules"
    case ambiguousColumn = "ambiguous-column"
    case century
    case comment
    case databaseColumns = "database-columns"
    case delimiter
    case fixedAnswer = "fixed-answer"
    case items
    case licence
    case narrowInterval = "narrow-interval"
    case noAnswerIsChoice = "no-answer-is-choice"
    case noCollection = "no-collection"
    case noDateOrder = "no-date-order"
    case noFileName = "no-file-name"
    case noRegister = "no-register"
    case noSources = "no-sources"
    case noTitle = "no-title"
    case noWord = "no-word"
    case numberMarks = "number-marks"
    case quantifierOrder = "quantifier-order"
    case quantifierTwice = "quantifier-twice"
    case `repeat`
    case repeatTwice = "repeat-twice"
    case sourceTwice = "source-twice"
    case spreadsheetMarks = "spreadsheet-marks"
    case twoBounds = "two-bounds"
    case twoDates = "two-dates"
    case unit
    case unknownLanguage = "unknown-language"
    case unknownRepeat = "unknown-repeat"
    case unknownSource = "unknown-source"
    case unknownTreaty = "unknown-treaty"

    package static let title = "`pipeline.yaml`"

    package var entry: ErrorEntry {
      switch self {
      case .amountRules:
        .author(
          "Sums are to be guarded and no rule says how, or there is a rule and they are not.",
          do: "Give `p-percent` or `dominant-percent`, or take `amounts` out beside one.")
      case .ambiguousColumn:
        .author(
          "The heading of a column is the label of more than one question.",
          do: "Say under `columns` of the source which is meant.")
      case .century:
        .author(
          "`century` is not the first year of a century.",
          do: "Write a year such as `2000`.")
      case .comment:
        .author(
          "`comment` is not something that lines can begin with.",
          do: "Write one to 16 ASCII characters such as `#`.")
      case .databaseColumns:
        .author(
          "The form has more questions than a table of a database can have columns.",
          do: "Take `sqlite` out of `forms`; the CSV has everything, too.")
      case .delimiter:
        .author(
          "The declared delimiter is not one character.",
          do: "Write one character such as `,` or `;`, or `tab`.")
      case .fixedAnswer:
        .author(
          "`fixed` gives an answer to a question that cannot have it, or that a column of the source "
            + "answers.",
          do:
            "Write the name of a choice for a `select_one`, or `received` for a date, and ignore the "
            + "column.")
      case .items:
        .author(
          "A file with a record for each item cannot be read as submissions.",
          do: "Write what the message expects.")
      case .agency:
        .author(
          "`agency` is nothing that registries of SDMX know an agency by.",
          do: "Write its identifier, such as `OECD.SDD`.")
      case .licence:
        .author(
          "`licence` is nothing that programs know a licence by.",
          do: "Write an identifier of the SPDX License List such as `CC-BY-4.0`, or an address.")
      case .narrowInterval:
        .author(
          "The interval of hidden counts is narrower than the threshold, and could tell that a "
            + "count is below it.",
          do: "Write an interval of at least the threshold.")
      case .noAnswerIsChoice:
        .author(
          "A text is declared as no answer, but is a choice of a question.",
          do: "Say under `answers` what holds for that question.")
      case .noCollection:
        .author(
          "There is no collection of that name.",
          do: "Write the name of a folder of `Pipelines` that has a `pipeline.yaml`.")
      case .noDateOrder:
        .author(
          "Years of two digits are declared without the order of day, month and year.",
          do: "Add `date-order`.")
      case .noFileName:
        .author(
          "A source names no file.",
          do: "Write a file name or a pattern such as `export-*.csv`.")
      case .noRegister:
        .author(
          "Something asks for the register of States, but these are not what is counted.",
          do: "Delete it.")
      case .noSources:
        .author(
          "The collection has no source of submissions.",
          do: "Add one under `sources`.")
      case .noTitle:
        .author(
          "The title is empty.",
          do: "Write what the report is called.")
      case .noWord:
        .author(
          "A quantifier has no word.",
          do: "Write a word such as `most`.")
      case .numberMarks:
        .author(
          "A decimal mark or thousands mark is no mark, or the two are one.",
          do: "Write one character for each that is no digit, letter or minus.")
      case .quantifierOrder:
        .author(
          "A quantifier would never be said, because one before it always holds first.",
          do: "Write the largest first, and `exactly` before an `at-least` that includes it.")
      case .quantifierTwice:
        .author(
          "A word stands twice in the scale of quantifiers.",
          do: "Delete one of the two.")
      case .repeat:
        .author(
          "A key of submissions stands beside `repeat`, or a column is said to be a question that is not "
            + "asked of what the records are.",
          do: "Delete it: what it says is that of the submission, or of the instance.")
      case .repeatTwice:
        .author(
          "Two sources have the same repeat of the same submissions.",
          do: "Write one source, with `*` in its file for several files.")
      case .sourceTwice:
        .author(
          "Two sources name the same file.",
          do: "Delete one of the two.")
      case .spreadsheetMarks:
        .author(
          "A comma would separate both fields and decimals of the tables.",
          do: "Write `separator: semicolon`, or `decimal: point`.")
      case .twoBounds:
        .author(
          "A quantifier has both `exactly` and `at-least`.",
          do: "Delete one of the two.")
      case .twoDates:
        .author(
          "The date of receipt is given by a column and by a date.",
          do: "Delete one of the two.")
      case .unit:
        .author(
          "What is counted is not declared as it can be.",
          do: "Write `{column: …}` with a heading; for respondents, `record` too can stand here.")
      case .unknownLanguage:
        .author(
          "No label of the form, or no name of the register, is in the language.",
          do: "Write a language that the message names.")
      case .unknownRepeat:
        .author(
          "The form has no repeat of that name with questions.",
          do: "Write the name of a repeat of the form.")
      case .unknownSource:
        .author(
          "No source of submissions has the file that a repeat is said to be of.",
          do: "Write the `file` of the source that has the submissions.")
      case .unknownTreaty:
        .author(
          "The register has no treaty of that name.",
          do: "Write a treaty that the message names.")
      }
    }
  }
}
