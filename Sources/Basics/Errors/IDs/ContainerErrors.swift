extension ErrorID {
  /// Files that hold other files: gzip, zip and workbooks.
  package enum Container: String, ErrorSubject {
    case damagedContainer = "damaged-container"
    case declaredEntity = "declared-entity"
    case emptyContainer = "empty-container"
    case encryptedContainer = "encrypted-container"
    case manyFiles = "many-files"
    case nestedContainer = "nested-container"
    case noContainer = "no-container"
    case noRoom = "no-room"
    case noSheet = "no-sheet"
    case tooManyTexts = "too-many-texts"
    case unpacksTooLarge = "unpacks-too-large"
    case unreadContainer = "unread-container"
    case whichSheet = "which-sheet"

    package static let title = "Workbooks and archives"

    package var entry: ErrorEntry {
      switch self {
      case .damagedContainer:
        .data(
          "A gzip file, zip archive or workbook is damaged, and nothing of it is read.",
          do: "Fetch or export the file again.")
      case .declaredEntity:
        .data(
          "A workbook declares an XML entity, by which a few bytes may become many, or a file of this "
            + "machine be read; nothing of it is read.",
          do: "Open it in a spreadsheet and save it again, or save the sheet as CSV UTF-8.")
      case .noRoom:
        .writing(
          "An archive or workbook unpacks to more than the disk has room for.",
          do: "Make room, or see whether the file is an export at all.")
      case .unpacksTooLarge:
        .data(
          "An archive or workbook unpacks to more than its source allows.",
          do:
            "See whether it is an export at all; if so, set `unpacked-megabytes` of the source to more."
        )
      case .emptyContainer:
        .data(
          "A zip archive holds no file.",
          do: "Zip the export again.")
      case .encryptedContainer:
        .data(
          "A file in a zip archive is protected with a password.",
          do: "Unpack it with the password and put what is inside into the input folder.")
      case .manyFiles:
        .data(
          "A zip archive holds several files, so that it is open which is meant.",
          do: "Unpack it and put the files that are meant into the input folder.")
      case .nestedContainer:
        .data(
          "An archive holds an archive or workbook.",
          do: "Unpack it once and put what is inside into the input folder.")
      case .noContainer:
        .data(
          "The name of a file ends as that of an archive or workbook, but the file is none.",
          do: "Export it again; if it is CSV, let its name end in `.csv`.")
      case .noSheet:
        .data(
          "A workbook has no sheet of the declared name.",
          do: "Set `sheet` of the source to a sheet that the workbook has.")
      case .tooManyTexts:
        .data(
          "A workbook has more different texts than can be read.",
          do: "Save the sheet as CSV UTF-8.")
      case .unreadContainer:
        .data(
          "A file is of a kind that is not read, such as an older Excel workbook.",
          do: "Save it as `.xlsx` or as CSV UTF-8.")
      case .whichSheet:
        .data(
          "A workbook has several visible sheets, and none is declared.",
          do: "Set `sheet` of the source to the sheet that is meant.")
      }
    }
  }
}
