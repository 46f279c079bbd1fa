extension ErrorID {
  /// Text with commas, whoever wrote it: data of an export or a stage, or a file of the definition. Who
  /// has to mend it follows from the file, and with it the exit status.
  package enum CSV: String, ErrorSubject {
    case columnTwice = "column-twice"
    case fieldCount = "field-count"
    case longRecord = "long-record"
    case missingColumn = "missing-column"
    case openQuote = "open-quote"
    case separator
    case strayQuote = "stray-quote"
    case zeroByte = "zero-byte"

    package static let title = "Files with commas"

    package var entry: ErrorEntry {
      switch self {
      case .columnTwice:
        .text(
          "A column stands twice where one is expected, in the heading of a CSV file or among "
            + "the columns of a source.",
          do: "Rename one of the two; in an export name the column by its position, as `'#3'`, or "
            + "put it under `ignore`.")
      case .fieldCount:
        .text(
          "A row has another number of fields than the heading.",
          do: "Quote a field that holds a comma or a line end. Where a stage made the file, delete "
            + "its folder and run `make report` again.")
      case .longRecord:
        .data(
          "The heading of an export has more than 8 MiB, which is the most that is read of one record.",
          do: "See whether a quote is opened and never closed, or export the file again.")
      case .missingColumn:
        .text(
          "A column that is needed is not in the heading.",
          do:
            "Write the heading as the message expects it. Where a stage made the file, delete its "
            + "folder and run `make report` again.")
      case .openQuote:
        .text(
          "A quote is opened and never closed.",
          do: "Close the quote before the next comma or the end of the line.")
      case .separator:
        .text(
          "The columns of a definition file are separated by something else than commas.",
          do: "Save the file again as CSV with commas.")
      case .strayQuote:
        .text(
          "A quote stands inside a field that is not quoted, or a closing quote is followed by "
            + "text.",
          do: "Quote the whole field and double each quote within.")
      case .zeroByte:
        .text(
          "A zero byte stands in the text.",
          do: "Save the file again as text; for an export in UTF-16 set `encoding` of the source.")
      }
    }
  }
}
