extension ErrorID {
  /// Files and folders, wherever they stand.
  package enum File: String, ErrorSubject {
    case changedFile = "changed-file"
    case changedWhileRead = "changed-while-read"
    case cannotWrite = "cannot-write"
    case collectionName = "collection-name"
    case fileName = "file-name"
    case foreignFiles = "foreign-files"
    case goneWhileRead = "gone-while-read"
    case leftOver = "left-over"
    case linkedFolder = "linked-folder"
    case linkedResult = "linked-result"
    case locked
    case missingFile = "missing-file"
    case noDate = "no-date"
    case noFile = "no-file"
    case noFolder = "no-folder"
    case noInput = "no-input"
    case noLocks = "no-locks"
    case notAFile = "not-a-file"
    case notAFolder = "not-a-folder"
    case notUTF8 = "not-utf-8"
    case outputAmongInput = "output-among-input"

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
          do:
            "Free the disk, or make the folder writable: the message has the reason that the system gives."
        )
      case .collectionName:
        .usage(
          "The name of a collection has something else in it than letters, digits, `-`, `_` and `.`, or "
            + "begins with `-` or `.`: to a shell it would be other words.",
          do: "Rename the folder below `Pipelines/`, and those of the same name.")
      case .foreignFiles:
        .warning(
          "In a folder that a run replaced stood files that were put there or changed by others; they "
            + "were moved to `Output/<collection>/kept/`.",
          do: "Look at them there, and keep nothing of your own in a folder that runs replace.")
      case .leftOver:
        .warning(
          "What a result replaced, or what was left by a run that was ended, could not be "
            + "deleted.",
          do: "See to the rights of the folder; the next run tries again.")
      case .linkedResult:
        .writing(
          "A link stands where a run puts a folder, such as `published`.",
          do:
            "Delete the link. To have all output elsewhere, let `Output/<collection>` be the link.")
      case .noLocks:
        .warning(
          "The file system of `Output/` has no locks that work, so that nothing keeps two runs apart.",
          do:
            "See to it that one run at a time works on the collection, or put `Output/` on a disk of "
            + "this machine.")
      case .notAFolder:
        .writing(
          "A file stands where a run puts a folder, such as `published`.",
          do: "Move it elsewhere.")
      case .outputAmongInput:
        .usage(
          "The folder of `--output` is that of the exports or definitions, or lies inside or above it.",
          do: "Give a folder apart, as in `Output/<collection>`.")
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
