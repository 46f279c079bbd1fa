import Basics

extension RuleEntry {
  static let secondTable = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports:
      "A record has no field like those of its columns and at least two of another kind (words where "
      + "numbers, dates or identifiers stand), or one below blank lines, from where on all is another "
      + "table.",
    leavesAlone: "Records with one field that fits its column, and mended files.",
    advice:
      "Delete the other table from the export, or put it into a file of its own. What is a record "
      + "after all goes from `quarantine/records/` into `Input/<collection>/mended/` as it is.",
    suggestion:
      "delete the other table from the export, or put it into a file of its own; drop records that are "
      + "right into the input folder as mended/")
}
