extension ErrorID {
  /// Exports whose encoding, delimiter or heading cannot be decided.
  package enum Source: String, ErrorSubject {
    case contradictedContainer = "contradicted-container"
    case contradictedDelimiter = "contradicted-delimiter"
    case contradictedEncoding = "contradicted-encoding"
    case encoding
    case noHeader = "no-header"
    case undecidedDelimiter = "undecided-delimiter"
    case undecidedEncoding = "undecided-encoding"
    case undecodable
    case unknownEncoding = "unknown-encoding"

    package static let title = "Exports: encoding, delimiter, heading"

    package var entry: ErrorEntry {
      switch self {
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
      case .encoding:
        .author(
          "The bytes of the declared encoding cannot be split into cells.",
          do: "Convert the file to UTF-8 with iconv(1).")
      case .noHeader:
        .data(
          "An export, or a file that a stage made, has no heading.",
          do: "Export the file again. Where a stage made it, delete its folder and run `make "
            + "report` again.")
      case .undecidedDelimiter:
        .data(
          "More than one delimiter would split the export into columns, or none does.",
          do: "Set `delimiter` of the source.")
      case .undecidedEncoding:
        .data(
          "The export is not UTF-8, and nothing says what it is; the message shows how a place "
            + "reads in several encodings.",
          do: "Set `encoding` of the source to the one in which the place reads right.")
      case .undecodable:
        .data(
          "A byte is none of the encoding, in the heading or anywhere in UTF-16.",
          do: "Set `encoding` of the source, or export the file again where it was cut off.")
      case .unknownEncoding:
        .author(
          "No encoding has the declared name.",
          do: "Write a name that `iconv --list` prints.")
      }
    }
  }
}
