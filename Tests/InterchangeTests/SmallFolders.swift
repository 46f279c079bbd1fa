import Basics
import Definition
import Interchange
import _TestSupport

extension SmallCollection {
  /// The definition as it stands there now.
  func definition() throws -> CollectionDefinition {
    try CollectionDefinition(folders(self))
  }

  /// Runs a first stage that writes the given files.
  func ingest(_ files: [String: String]) throws {
    let folder = try StageFolder(.ingest, of: definition(), jobs: 2)
    for (name, text) in files {
      try FileSystem.createFolder(FileSystem.parent(of: "\(folder.path)/\(name)"))
      try AtomicFile.write(text, to: "\(folder.path)/\(name)")
    }
    try folder.finish(counts: ["records": files.count])
  }

  /// Runs a stage that writes nothing.
  func run(_ stage: Stage) throws {
    try StageFolder(stage, of: definition(), jobs: 1).finish(counts: [:])
  }
}
