extension ErrorID {
  /// Exports whose encoding, delimiter or heading cannot be decided.
  package enum Source: String, ErrorSubject {
    case blankRecords = "blank-records"
    case choiceWithoutColumn = "choice-without-column"
    case contradictedContainer = "contradicted-container"
    case contradictedDelimiter = "contradicted-delimiter"
    case contradictedEncoding = "contradicted-encoding"
    case differingFiles = "differing-files"
    case encoding
    case longFile = "long-file"
    case lostHeading = "lost-heading"
    case manyItems = "many-items"
    case noHeader = "no-header"
    case repeatFile = "repeat-file"
    case severalParts = "several-parts"
    case undecidedDelimiter = "undecided-delimiter"
    case undecidedChoices = "undecided-choices"
    case undecidedEncoding = "undecided-encoding"
    case undecidedHeader = "undecided-header"
    case undecidedUnit = "undecided-unit"
    case undecodable
    case unknownEncoding = "unknown-encoding"

    package static let title = "Exports: encoding, delimiter, heading, respondents"

    package var entry: ErrorEntry {
      switch self {
      case .blankRecords:
        .author(
          "Blank lines are declared to be records, but the file has several columns, where a record has "
            + "its separators.",
          do: "Delete `blank-records`, or give the file of one column a source of its own.")
      case .choiceWithoutColumn:
        .author(
          "A source has a column for each of some choices of a question, and none for others: whether they "
            + "were not offered or merely not ticked, nobody can tell.",
          do: "Write `without-column: not-offered` or `without-column: not-chosen`.")
      case .contradictedContainer:
        .author(
          "A key of the source says how texts are written, but the file is a workbook, whose "
            + "cells need none.",
          do: "Delete the key, or give the workbook a source of its own.")
      case .contradictedDelimiter:
        .data(
          "The export says by its line `sep=` another delimiter than is declared.",
          do: "Delete `delimiter` of the source, or put the line under `skip-lines`.")
      case .contradictedEncoding:
        .data(
          "The bytes of the export show another encoding than is declared.",
          do: "Delete `encoding` of the source, or set it to the encoding that the file has.")
      case .differingFiles:
        .data(
          "The files of a folder that a collection is drafted from are not of one questionnaire, or "
            + "have their headings in several languages.",
          do:
            "Give the form as `FORM=`, which knows its languages; or draft from those that have the "
            + "same headings, and give the others a source of their own.")
      case .encoding:
        .author(
          "The bytes of the declared encoding cannot be split into fields.",
          do: "Convert the file to UTF-8 with iconv(1).")
      case .longFile:
        .data(
          "The export has several records of each respondent, one for each topic or question; they are "
            + "no resubmissions.",
          do:
            "Export it with one record a respondent; or put the records of each together, with `ITEMS` and `BY`; "
            + "or count its records, with `UNIT=record`.")
      case .lostHeading:
        .data(
          "Nearly all records have more fields than there are headings, and something in the last: "
            + "which column has none cannot be told.",
          do: "Export the file again, or give the column its heading in a copy of it.")
      case .manyItems:
        .data(
          "A file with a record for each item has more items than can be told apart.",
          do:
            "Name the right column under `items` of the source, or leave columns out of the export."
        )
      case .noHeader:
        .data(
          "An export, or a file that a stage made, has no heading.",
          do: "Export the file again. Where a stage made it, delete its folder and run `make "
            + "report` again.")
      case .repeatFile:
        .data(
          "Each record of the export is an instance of a repeat, as a person of a household, and no "
            + "respondent.",
          do:
            "Draft from the export of the submissions, and add this one as a source with `repeat`; or "
            + "count the instances, with `UNIT=record`.")
      case .severalParts:
        .data(
          "A respondent has records of several events or instruments, of which none replaces another.",
          do: "Export each event and each instrument on its own, and give each a collection.")
      case .undecidedDelimiter:
        .data(
          "More than one delimiter would split the export into columns, or none does.",
          do: "Set `delimiter` of the source.")
      case .undecidedEncoding:
        .data(
          "The export is not UTF-8, and nothing says what it is; the message shows how the text there "
            + "reads in several encodings.",
          do: "Set `encoding` of the source to the one in which that text reads right.")
      case .undecidedHeader:
        .data(
          "A row may be one of headings or a record, and the number of respondents rests on it.",
          do:
            "Set `header-rows` of the source, or `skip-lines` where titles stand above the header.")
      case .undecidedChoices:
        .data(
          "An export can be read as having the names of choices, their codes, or their labels, and the name "
            + "of one is the label of another.",
          do: "Draft again with `CHOICES=names` or `CHOICES=labels`.")
      case .undecidedUnit:
        .data(
          "Many records share an identifier and say different things: each may be a respondent, or the "
            + "latest of each identifier.",
          do: "Draft again with `UNIT=record`, or with the heading of the column that tells.")
      case .undecodable:
        .data(
          "A byte does not belong to the encoding, in the heading or anywhere in UTF-16.",
          do: "Set `encoding` of the source, or export the file again where it was cut off.")
      case .unknownEncoding:
        .author(
          "No encoding has the declared name.",
          do: "Write a name that `iconv --list` prints.")
      }
    }
  }
}
