extension ErrorID {
  /// Files and folders, wherever they stand.
  package enum File: String, ErrorSubject {
    case changedFile = "changed-file"
    case changedWhileRead = "changed-while-read"
    case cannotWrite = "cannot-write"
    case fileName = "file-name"
    case goneWhileRead = "gone-while-read"
    case linkedFolder = "linked-folder"
    case locked
    case missingFile = "missing-file"
    case noDate = "no-date"
    case noFile = "no-file"
    case noFolder = "no-folder"
    case noInput = "no-input"
    case notAFile = "not-a-file"
    case notUTF8 = "not-utf-8"

    package static let title = "Files and folders of a run"

    package var entry: ErrorEntry {
      switch self {
      case .changedFile:
        .data(
          "A file that a stage made, or a source that was read, is not what it was when the "
            + "manifest was written.",
          do: "Delete the folder that the message names and run `make report` again. To change an "
            + "answer, write a line into `corrections.csv`.")
      case .changedWhileRead:
        .data(
          "A source changed while it was read, and nothing of it was kept.",
          do: "Wait until whoever writes the file has ended, and run again.")
      case .cannotWrite:
        .writing(
          "The system does not let the program write a file or folder.",
          do: "Make room, or the folder writable, as the reason of the system in the message says.")
      case .fileName:
        .data(
          "A file of the input folder has a name that is not UTF-8.",
          do: "Rename the file.")
      case .goneWhileRead:
        .missing(
          "A source went away while it was read, and nothing of it was kept.",
          do: "Put it back and run again.")
      case .linkedFolder:
        .data(
          "A link in the input folder leads to a folder; such links are not followed, since one "
            + "file might be read twice.",
          do: "Put the files themselves there, or a link to each file.")
      case .locked:
        .waiting(
          "Another run is at work on the collection.",
          do: "Wait until the other has ended, or let this one wait: `make report WAIT=60`.")
      case .missingFile:
        .author(
          "A file that the definition needs is not there or cannot be opened.",
          do: "Put the file into the folder under the name that the message expects.")
      case .noDate:
        .missing(
          "The clock of this machine stands at no day of the years 1 to 9999.",
          do: "Set the clock.")
      case .noFile:
        .missing(
          "A file is not there or cannot be opened.",
          do: "Put the file there, or make it readable.")
      case .noFolder:
        .missing(
          "A folder is not there or cannot be read.",
          do: "Make the folder, or make it readable.")
      case .noInput:
        .missing(
          "The input folder is missing, or no file in it is one of a source.",
          do: "Put the exports into the input folder, or let `file` of a source name them.")
      case .notAFile:
        .data(
          "A folder, pipe, socket or device stands where a file is expected.",
          do: "Put the file itself there.")
      case .notUTF8:
        .text(
          "A definition file, or a file that a stage made, is not UTF-8.",
          do: "Save a definition file again as UTF-8. Where a stage made it, delete its folder and "
            + "run `make report` again.")
      }
    }
  }
}
