extension ErrorID {
  /// Values and keys of any YAML file.
  package enum YAML: String, ErrorSubject {
    case alias
    case empty
    case emptyText = "empty-text"
    case missingKey = "missing-key"
    case notADate = "not-a-date"
    case notAFlag = "not-a-flag"
    case notAGroup = "not-a-group"
    case notAList = "not-a-list"
    case notANumber = "not-a-number"
    case notAShare = "not-a-share"
    case notAText = "not-a-text"
    case template = "entry-for"
    case unknownKey = "unknown-key"
    case unknownWord = "unknown-word"
    case yaml

    package static let title = "Values and keys of YAML files"

    package var entry: ErrorEntry {
      switch self {
      case .alias:
        .author(
          "A YAML anchor or alias stands where a value belongs.",
          do: "Write the value out wherever it is meant.")
      case .empty:
        .author(
          "A file, text or list is empty that must hold something.",
          do: "Write what the message expects.")
      case .emptyText:
        .author(
          "A text of the table plan is empty.",
          do: "Write some words, or delete the key.")
      case .missingKey:
        .author(
          "A key that must be given is missing.",
          do: "Add the key.")
      case .notADate:
        .author(
          "A value is no date of the calendar.",
          do: "Write the date as 2005-07-29.")
      case .notAFlag:
        .author(
          "A value is neither yes nor no.",
          do: "Write `yes` or `no`.")
      case .notAGroup:
        .author(
          "One value or a list stands where keys with values are expected.",
          do: "Write `key: value`.")
      case .notAList:
        .author(
          "Keys stand where a list is expected.",
          do: "Write a list, as `[a, b]` or with `- ` before each entry.")
      case .notANumber:
        .author(
          "A value is no number, or lies outside the range that is permitted.",
          do: "Write a number as the message expects it.")
      case .notAShare:
        .author(
          "A value is no share in per cent.",
          do: "Write a share such as `5 %`.")
      case .notAText:
        .author(
          "A list or keys stand where one value is expected.",
          do: "Write one value.")
      case .template:
        .author(
          "A name in angle brackets stands for nothing that `for` gives, or `for` gives too much.",
          do: "Write one of the names that the message names, or add it to `for`.")
      case .unknownKey:
        .author(
          "A key is not known here.",
          do: "Write one of the keys that the message names, or delete it.")
      case .unknownWord:
        .author(
          "A value is none of the words that can stand here.",
          do: "Write one of the words that the message names.")
      case .yaml:
        .author(
          "The file is not YAML.",
          do: "Check the indentation, and quote texts that hold `: ` or `#`.")
      }
    }
  }
}
