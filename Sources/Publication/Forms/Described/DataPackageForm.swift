import Basics
import Definition
import Printing

/// `machine/datapackage.json`: the CSV beside it as a Data Package (Frictionless Standards, Data Package,
/// Tabular Data Resource and Table Schema 1.0), which R, Python, OpenRefine and others open with its types.
///
/// `cutOff` is no property of the standard: the day that the figures are of.
struct DataPackageForm: OutputForm {
  static let fileName = "datapackage.json"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let pipeline = content.definition.pipeline
    var members: [(String, JSONValue)] = [
      ("profile", "tabular-data-package"),
      ("name", .text(Self.name(content.definition.folders.name))),
      ("title", .text(pipeline.title)),
      ("cutOff", .text(pipeline.cutOff.description)),
      ("languages", [.text(pipeline.languageTag)]),
    ]
    members.append(("sources", [.object([("title", .text(Self.source(of: pipeline)))])]))
    if let publisher = pipeline.publisher {
      members.append(
        ("contributors", [.object([("title", .text(publisher)), ("role", "publisher")])]))
    }
    if let contact = pipeline.contact { members.append(("contact", .text(contact))) }
    if let licence = pipeline.licence {
      members.append(("licenses", [.object(Self.members(of: licence))]))
    }
    var resources: [JSONValue] = []
    for described in DescribedFile.all(of: content, in: folder) {
      resources.append(try Self.resource(described, in: folder))
    }
    members.append(("resources", .list(resources)))
    try AtomicFile.write(
      JSONValue.object(members).fileText,
      to: MachineFolder.path(of: Self.fileName, below: folder))
  }

  /// What the figures were made from.
  static func source(of pipeline: PipelineDefinition) -> String {
    "\(pipeline.title): the replies received by \(pipeline.cutOff)"
  }

  /// A name has small letters, digits and some marks.
  private static func name(_ collection: String) -> String {
    String(
      collection.lowercased().map { character in
        character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
          ? character : "-"
      })
  }

  private static func members(of licence: Licence) -> [(String, JSONValue)] {
    switch licence {
    case .identifier(let name): [("name", .text(name)), ("path", .text(licence.address))]
    case .address(let address): [("path", .text(address))]
    }
  }

  private static func resource(
    _ described: DescribedFile, in folder: String
  ) throws(RunError) -> JSONValue {
    let path = MachineFolder.path(of: described.file.fileName, below: folder)
    let found = try Digest.Method.sha256.digest(ofFile: path)
    var schema: [(String, JSONValue)] = [
      ("fields", .list(described.entry.columns.map { field($0, of: described) })),
      ("missingValues", .list(([""] + described.entry.withheld).map { .text($0) })),
    ]
    if !described.entry.key.isEmpty {
      schema.append(("primaryKey", .list(described.entry.key.map { .text($0) })))
    }
    if !described.references.isEmpty {
      schema.append(("foreignKeys", .list(described.references.map(reference))))
    }
    return .object([
      ("profile", "tabular-data-resource"), ("name", .text(described.file.rawValue)),
      ("path", .text(described.file.fileName)), ("title", .text(described.entry.title)),
      ("format", "csv"), ("mediatype", "text/csv"), ("encoding", "utf-8"),
      ("bytes", .number(found.bytes)), ("hash", .text("sha256:\(found.digest.text)")),
      (
        "dialect",
        .object([
          ("delimiter", ","), ("lineTerminator", "\n"), ("quoteChar", "\""),
          ("doubleQuote", true), ("header", true),
        ])
      ),
      ("schema", .object(schema)),
    ])
  }

  private static func field(_ column: MachineColumn, of described: DescribedFile) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .text(column.name))]
    switch described.format(of: column) {
    case .text(let words):
      members.append(("type", "string"))
      if !words.isEmpty {
        members.append(
          ("constraints", .object([("enum", .list(words.map { .text($0) }))])))
      }
    case .whole: members.append(("type", "integer"))
    case .number: members.append(("type", "number"))
    }
    members.append(("description", .text(column.meaning)))
    return .object(members)
  }

  private static func reference(_ column: String) -> JSONValue {
    .object([
      ("fields", [.text(column)]),
      (
        "reference",
        .object([("resource", .text(MachineFile.tables.rawValue)), ("fields", ["table"])])
      ),
    ])
  }
}
