import Tabular

/// One round of one questionnaire: the three folders that share its name.
package struct CollectionFolders: Sendable {
  package let name: String
  /// `Pipelines/<name>`: what the collection is.
  package let pipeline: String
  /// `Input/<name>`: the exports as received; never written to.
  package let input: String
  /// `Output/<name>`: wholly regenerable.
  package let output: String

  package init(pipeline: String, input: String, output: String) {
    self.pipeline = Self.trimmed(pipeline)
    self.input = Self.trimmed(input)
    self.output = Self.trimmed(output)
    name = FileSystem.name(of: self.pipeline)
  }

  /// The registers stand beside the collections.
  package var registers: String {
    let parent = FileSystem.parent(of: pipeline)
    return parent.isEmpty ? "registers" : "\(parent)/registers"
  }

  package func folder(of stage: Stage) -> String {
    "\(output)/\(stage.folder)"
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

/// The five stages, in order.
package enum Stage: String, Sendable, CaseIterable {
  case ingest
  case normalize
  case validate
  case aggregate
  case export

  package var folder: String {
    switch self {
    case .ingest: "ingested"
    case .normalize: "normalized"
    case .validate: "validated"
    case .aggregate: "aggregated"
    case .export: "published"
    }
  }

  /// The definition files that the stage is made from, below the collection's folder; for
  /// ingestion without the form, so that a change of the form does not read the exports again.
  var definitions: [String] {
    switch self {
    case .ingest: ["pipeline.yaml"]
    case .normalize: ["pipeline.yaml", "survey.csv", "choices.csv", "crosswalk.csv"]
    case .validate: ["pipeline.yaml", "survey.csv", "choices.csv", "corrections.csv", "rules.yaml"]
    case .aggregate: ["pipeline.yaml", "survey.csv", "choices.csv", "tables.yaml"]
    case .export:
      ["pipeline.yaml", "survey.csv", "choices.csv", "tables.yaml", "rules.yaml", "report.md"]
    }
  }

  /// Whether the registers matter to the stage.
  var usesRegisters: Bool { self != .ingest }

  package var previous: Stage? {
    switch self {
    case .ingest: nil
    case .normalize: .ingest
    case .validate: .normalize
    case .aggregate: .validate
    case .export: .aggregate
    }
  }
}
