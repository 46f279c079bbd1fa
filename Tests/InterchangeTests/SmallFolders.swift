import Basics
import Interchange
import _TestSupport

/// Runs a first stage that writes the given files.
func ingest(_ files: [String: String], in workdir: Workdir) throws {
  let folder = try StageFolder(.ingest, of: folders(workdir), jobs: 2)
  for (name, text) in files {
    try FileSystem.createFolder(FileSystem.parent(of: "\(folder.path)/\(name)"))
    try AtomicFile.write(text, to: "\(folder.path)/\(name)")
  }
  try folder.finish(counts: ["records": files.count])
}
