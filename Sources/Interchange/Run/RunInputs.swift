package import Basics
package import Definition

/// What a collection was published from, as whole files told by SHA-256.
package struct RunInputs: Sendable {
  /// The exports, by their path below `Input/<collection>`.
  package let sources: [Manifest.Entry]
  /// What data staff wrote, by its path below `Pipelines/<collection>`, `pipeline.yaml` first.
  package let definitions: [Manifest.Entry]
  /// By their path below the folder of the registers.
  package let registers: [Manifest.Entry]

  /// - Throws: `inputMissing` where ingestion has not run, `cannotRead` where a file is gone.
  package init(of definition: CollectionDefinition) throws(RunError) {
    let folders = definition.folders
    // Each export was read once, and its digest taken on the way.
    let ingested = try Manifest.read(in: folders.folder(of: .ingest))
    let others = Set(
      definition.excerpts(readBy: .ingest).map(\.name) + [Manifest.Entry(exports: []).path])
    sources = ingested.inputs.filter { !others.contains($0.path) }
    var names = CollectionDefinition.files.map(\.name)
    for name in Stage.allCases.flatMap(\.definitions) where !names.contains(name) {
      names.append(name)
    }
    definitions = try Self.entries(of: names, in: folders.pipeline)
    registers =
      FileSystem.isFolder(folders.registers)
      ? try Self.entries(
        of: FileSystem.files(below: folders.registers).filter { $0.hasSuffix(".csv") },
        in: folders.registers) : []
  }

  private static func entries(
    of names: [String], in folder: String
  ) throws(RunError) -> [Manifest.Entry] {
    try Manifest.Entry.entries(
      of: names.filter { FileSystem.exists("\(folder)/\($0)") }, in: folder, by: .sha256, jobs: 1)
  }
}
