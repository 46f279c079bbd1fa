package import Basics
import Register
import SurveyTools

/// The keys of an item of `sources`; those of `AnswerKey` stand beside them.
package enum SourceKey: String, DefinitionKey {
  case file, convention
  case headerRows = "header-rows"
  case encoding, delimiter, quoting
  case skipLines = "skip-lines"
  case surplusBlanks = "surplus-blanks"
  case blankRecords = "blank-records"
  case comment, sheet
  case unpackedMegabytes = "unpacked-megabytes"
  case unit, received, columns, fixed, ignore
  case testRecords = "test-records"
  case incomplete, version
  case instances = "repeat"
  case items, answers

  /// With the keys that say how answers are written.
  static let group = KeyGroup.list(of: Self.self).with(AnswerKey.self)

  package var entry: KeyEntry {
    switch self {
    case .file:
      KeyEntry(
        .text("a file name"), .refused,
        "The file below `Input/<collection>/`; `*` stands for any characters but `/`, so that one "
          + "source may be several files of one shape.",
        example: "replies-*.csv", readBy: [.ingest, .normalize, .validate, .export])
    case .convention:
      KeyEntry(
        .word(HeaderConvention.self), Self.evidence,
        "The survey tool that wrote the header, or `plain` for one row of headings.",
        example: "plain", readBy: [.ingest])
    case .headerRows:
      KeyEntry(
        .whole(0...20), Self.evidence,
        "How many rows stand above the first record, from the headings on: 0 where columns are called "
          + "`#1`, `#2` …; with 2 and more, the second has the texts of the questions, or of options "
          + "where headings are blank. It must be given where a row may be either.",
        example: "2", readBy: [.ingest])
    case .encoding:
      KeyEntry(
        .text("an encoding, as iconv(1) names it"), Self.evidence,
        "The encoding of the file. UTF-8 and UTF-16 are recognized; another one must be given.",
        example: "Windows-1252", readBy: [.ingest])
    case .delimiter:
      KeyEntry(
        .text("one character, or `tab`"), Self.evidence, "What stands between the fields.",
        example: #"";""#, readBy: [.ingest])
    case .quoting:
      KeyEntry(
        .word(SourceDefinition.Quoting.self), .means("double"),
        "How a quote within quotes is written: twice, or after a backslash; `none` where quotes are "
          + "characters like any other.",
        example: "backslash", readBy: [.ingest])
    case .skipLines:
      KeyEntry(
        .whole(0...10_000), .means("0"),
        "How many lines of titles stand above the header; in a workbook, rows.", example: "2",
        readBy: [.ingest, .export])
    case .surplusBlanks:
      KeyEntry(
        .flag, .words("only where most records have as many of them"),
        "Whether a record may have blank fields beyond the last column. Where few have, a separator too "
          + "many may have moved their fields, and they are set aside.",
        example: "yes", readBy: [.ingest])
    case .blankRecords:
      KeyEntry(
        .flag, .words("no, blank lines are no records"),
        "Whether a blank line of a file of one column is a record, of a respondent who answered "
          + "nothing. A file of several columns is refused with `yes`: there a record has separators.",
        example: "yes", readBy: [.ingest])
    case .comment:
      KeyEntry(
        .text("up to 16 ASCII characters"), .words("no line is skipped"),
        "What a line that is skipped, or a row of a workbook, begins with.", example: ##""#""##,
        readBy: [.ingest, .export])
    case .sheet:
      KeyEntry(
        .text("a name"), .words("the only visible sheet"), "The sheet of a workbook.",
        example: "Replies", readBy: [.ingest, .export])
    case .unpackedMegabytes:
      KeyEntry(
        .whole(1...1_000_000), .means("20000"),
        "The most that a gzip, zip or workbook file may unpack to, in megabytes (1,048,576 bytes). More "
          + "is refused before it fills the disk.",
        example: "50000", readBy: [.ingest, .export])
    case .unit:
      KeyEntry(
        .either("a group of keys, or `record`", .one(UnitKey.self)),
        .words("must be given, but not beside `repeat`"),
        "What tells the reporting unit of a record. With `record` the replies are anonymous, and each "
          + "record is a respondent.",
        example: "{column: Code, by: iso3}", readBy: [.normalize])
    case .received:
      KeyEntry(
        .one(ReceivedKey.self), .words("must be given, but not beside `repeat`"),
        "The day a record was received.", example: "{column: Received}")
    case .columns:
      KeyEntry(
        .text("headings, each with a question"), .words("columns find their questions by heading"),
        "The question of a column that its heading does not tell. A column is named by its heading, "
          + "its label, or its position, as `\"#3\"`; `question/choice` is one choice of a question, "
          + "`question[2]` the second rank of a ranking.",
        example: ##"{"Is there a law?": law, "#3": law_text}"##, readBy: [.normalize])
    case .fixed:
      KeyEntry(
        .text("questions, each with an answer"), .words("none"),
        "What all records of the source answer: to a `select_one` that says where a reply came from, such "
          + "as the way or the language, the name of a choice; to a `date`, `received` for the day of "
          + "receipt. No column has these questions.",
        example: "{mode: web, day: received}", readBy: [.normalize])
    case .ignore:
      KeyEntry(
        .text("a list of headings"), .words("none"), "Columns that are no questions.",
        example: "[Response ID, Start date]", readBy: [.normalize])
    case .testRecords:
      KeyEntry(
        .one(TestRecordKey.self), .words("no record is a test"),
        "Which records are tests, listed and not counted.",
        example: "{column: Status, values: [Preview]}")
    case .incomplete:
      KeyEntry(
        .one(IncompleteKey.self), .words("every record is complete"),
        "Which records are submissions that were not completed, and whether they count.",
        example: "{column: Finished, values: [\"False\"]}")
    case .version:
      KeyEntry(
        .text("a date"), .words("the form as it is now"),
        "The date of the version of the form that was used, compared with the columns `since` and "
          + "`until` of `survey.csv` and `choices.csv`.",
        example: "2024-01-31", readBy: [.normalize, .validate, .aggregate, .export])
    case .instances:
      KeyEntry(
        .one(RepeatKey.self), .words("records are submissions"),
        "Says that the records are instances of a repeat of the form, and which submissions they "
          + "belong to.",
        example: "{name: laws, of: replies.csv, key: _parent_index, parent: _index, id: _id}")
    case .items:
      KeyEntry(
        .one(ItemsKey.self), .words("a record is a submission"),
        "Says that there is a record for each unit and item, such as a country and a topic. The records of one "
          + "submission are put together: what the record about `water` has in column `law` is the column "
          + "`law[water]`, and answers a question `law_water`.",
        example: "{column: topic, by: [State, Received]}")
    case .answers:
      KeyEntry(
        .text("questions, each with the keys below"), .words("the same for all questions"),
        "How answers to single questions are written, where they differ from the others.",
        example: "{weight: {no-answer: [\"-99\"], decimal-mark: \",\"}}",
        readBy: [.normalize, .export])
    }
  }

  private static let evidence = KeyAbsence.words("decided on evidence")
}

/// The keys of a source's `unit`.
package enum UnitKey: String, DefinitionKey {
  case column
  case identifier = "by"
  case shared

  package var entry: KeyEntry {
    switch self {
    case .column:
      KeyEntry(
        .text("a heading"), .refused, "The column that names the unit.", example: "Country",
        readBy: [.normalize])
    case .identifier:
      KeyEntry(
        .word(StateIdentifier.self), .words("`name`, but `code` with `unit: listed`"),
        "How it names a State, or a unit of `units.csv`: `code` is the column `code` there, of States "
          + "`iso3` is it.",
        example: "iso3", readBy: [.normalize])
    case .shared:
      KeyEntry(
        .flag, .means("no"),
        "Says that the same text in several sources is the same respondent. Either way it counts as "
          + "one; sources that each number from 1 are reported without it.",
        example: "yes", readBy: [.normalize])
    }
  }
}

/// The keys of a source's `received`.
package enum ReceivedKey: String, DefinitionKey {
  case column, date

  package var entry: KeyEntry {
    switch self {
    case .column:
      KeyEntry(
        .text("a heading"), .words("`date` is given"),
        "The column that has the day or the moment. Of a moment with an offset from UTC the day "
          + "counts that is written.",
        example: "Submitted", readBy: [.normalize])
    case .date:
      KeyEntry(
        .text("a date"), .words("`column` is given"), "The day on which all of them came.",
        example: "2024-05-31", readBy: [.normalize])
    }
  }
}

/// The keys of `test-records`.
package enum TestRecordKey: String, DefinitionKey {
  case column, values

  package var entry: KeyEntry {
    switch self {
    case .column:
      KeyEntry(
        .text("a heading"), .refused, "The column that tells.", example: "Status",
        readBy: [.normalize])
    case .values:
      KeyEntry(
        .text("a list of texts"), .refused, "What it has in a test.", example: "[Preview, Test]",
        readBy: [.normalize])
    }
  }
}

/// The keys of `incomplete`.
package enum IncompleteKey: String, DefinitionKey {
  case column, values, keep

  package var entry: KeyEntry {
    switch self {
    case .column:
      KeyEntry(
        .text("a heading"), .refused, "The column that tells.", example: "submitdate",
        readBy: [.normalize])
    case .values:
      KeyEntry(
        .text("a list of texts"), .refused,
        "What it has in a submission that was not completed; `\"\"` is a blank.",
        example: "[\"\"]", readBy: [.normalize])
    case .keep:
      KeyEntry(
        .flag, .means("no"),
        "Whether such submissions count as any other; else they have a fate of their own.",
        example: "yes", readBy: [.normalize])
    }
  }
}
