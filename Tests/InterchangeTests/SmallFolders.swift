import Interchange
import Tabular
import _TestSupport

func folders(_ collection: SmallCollection) -> CollectionFolders {
  CollectionFolders(
    pipeline: collection.pipeline, input: collection.input, output: collection.output)
}

func folders(_ workdir: Workdir) -> CollectionFolders {
  CollectionFolders(
    pipeline: "\(workdir.path)/Pipelines/small", input: "\(workdir.path)/Input/small",
    output: "\(workdir.path)/Output/small")
}

/// Runs a first stage that writes the given files.
func ingest(_ files: [String: String], in workdir: Workdir) throws {
  let folder = try StageFolder(.ingest, of: folders(workdir), jobs: 2)
  for (name, text) in files {
    try FileSystem.createFolder(FileSystem.parent(of: "\(folder.path)/\(name)"))
    try AtomicFile.write(text, to: "\(folder.path)/\(name)")
  }
  try folder.finish(counts: ["records": files.count])
}
