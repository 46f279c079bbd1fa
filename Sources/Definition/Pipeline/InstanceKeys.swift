package import Basics

/// The keys of `items` of a source.
package enum ItemsKey: String, DefinitionKey {
  case column, by
  case instances = "repeat"

  package var entry: KeyEntry {
    switch self {
    case .column:
      KeyEntry(
        .text("a heading"), .refused, "The column that says which item a record is about.",
        example: "topic", readBy: [.ingest, .normalize])
    case .by:
      KeyEntry(
        .text("a list of headings"), .refused,
        "The columns that say which submission a record is of: the unit, the day of receipt, and whatever else "
          + "its records have in common.",
        example: "[State, Received]", readBy: [.ingest, .normalize])
    case .instances:
      KeyEntry(
        .text("the name of a repeat"), .words("each item has columns, and questions, of its own"),
        "The repeat of `survey.csv` whose instances the records are: a roster of items, which tables with "
          + "that `unit` count one by one. What is under `by` answers questions outside the repeat.",
        example: "laws", readBy: [.ingest, .normalize])
    }
  }
}

/// The keys of `repeat`.
package enum RepeatKey: String, DefinitionKey {
  case name, of, key, parent, id

  package var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a name"), .refused, "The repeat: the name of a `begin_repeat` of `survey.csv`.",
        example: "laws", readBy: [.normalize])
    case .of:
      KeyEntry(
        .text("a file name"), .words("the only source of submissions"),
        "The source of the submissions, by its `file`.", example: "replies.csv",
        readBy: [.normalize])
    case .key:
      KeyEntry(
        .text("a heading"), .refused, "The column here that names the submission.",
        example: "_parent_index", readBy: [.normalize])
    case .parent:
      KeyEntry(
        .text("a heading"), .refused, "The column there that has the same.", example: "_index",
        readBy: [.normalize])
    case .id:
      KeyEntry(
        .text("a heading"), .words("instances have no id"),
        "The column here that tells the instances apart.", example: "_id", readBy: [.normalize])
    }
  }
}
