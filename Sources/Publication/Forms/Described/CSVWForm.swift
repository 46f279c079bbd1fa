import Basics
import Definition
import Printing

/// `machine/csv-metadata.json`: the CSV beside it as CSV on the Web (W3C Recommendation *Metadata Vocabulary
/// for Tabular Data*, 2015), under the name by which it is found (*Model for Tabular Data*, section 5.3).
struct CSVWForm: OutputForm {
  static let fileName = "csv-metadata.json"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let pipeline = content.definition.pipeline
    var members: [(String, JSONValue)] = [
      (
        "@context",
        ["http://www.w3.org/ns/csvw", .object([("@language", .text(pipeline.languageTag))])]
      ),
      ("dc:title", .text(pipeline.title)),
      ("dc:temporal", .text(pipeline.cutOff.description)),
    ]
    members.append(("dc:source", .text(DataPackageForm.source(of: pipeline))))
    if let publisher = pipeline.publisher { members.append(("dc:publisher", .text(publisher))) }
    if let licence = pipeline.licence {
      members.append(("dc:license", .object([("@id", .text(licence.address))])))
    }
    members += [
      (
        "dialect",
        .object([
          ("encoding", "utf-8"), ("delimiter", ","), ("lineTerminators", ["\n"]),
          ("quoteChar", "\""), ("doubleQuote", true), ("header", true),
        ])
      ),
      ("tables", .list(DescribedFile.all(of: content, in: folder).map(Self.table))),
    ]
    try AtomicFile.write(
      JSONValue.object(members).fileText,
      to: MachineFolder.path(of: Self.fileName, below: folder))
  }

  private static func table(_ described: DescribedFile) -> JSONValue {
    var schema: [(String, JSONValue)] = [
      ("columns", .list(described.entry.columns.map { column($0, of: described) }))
    ]
    if !described.entry.key.isEmpty {
      schema.append(("primaryKey", .list(described.entry.key.map { .text($0) })))
    }
    if !described.references.isEmpty {
      schema.append(("foreignKeys", .list(described.references.map(reference))))
    }
    return .object([
      ("url", .text(described.file.fileName)), ("dc:title", .text(described.entry.title)),
      ("tableSchema", .object(schema)),
    ])
  }

  /// A key and a reference have names; whatever else is blank is null.
  private static func column(_ column: MachineColumn, of described: DescribedFile) -> JSONValue {
    let nulls = [""] + described.entry.withheld
    let datatype: JSONValue =
      switch described.format(of: column) {
      case .text([]): "string"
      case .text(let words):
        .object([("base", "string"), ("format", .text(words.joined(separator: "|")))])
      case .whole: "integer"
      case .number: "double"
      }
    return .object([
      ("name", .text(column.name)), ("titles", .text(column.name)), ("datatype", datatype),
      ("null", .list(nulls.map { .text($0) })), ("dc:description", .text(column.meaning)),
    ])
  }

  private static func reference(_ column: String) -> JSONValue {
    .object([
      ("columnReference", [.text(column)]),
      (
        "reference",
        .object([
          ("resource", .text(MachineFile.tables.fileName)), ("columnReference", ["table"]),
        ])
      ),
    ])
  }
}
