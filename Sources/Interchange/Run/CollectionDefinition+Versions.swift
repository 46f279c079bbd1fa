package import Basics
package import Definition
import Questionnaire

extension CollectionDefinition {
  /// The definition with the versions of the form that its sources are of, as stage 2 found them.
  package func withVersions(
    of sources: [SourceEntry]
  ) throws(RunError) -> CollectionDefinition {
    guard sources.contains(where: { !$0.notOffered.isEmpty }) else { return self }
    var versions: [FormVersion] = []
    for entry in sources {
      guard let source = pipeline.source(of: entry.file, notOffered: []), source.repetition == nil
      else { continue }
      versions.append(
        FormVersion(day: source.version, notOffered: entry.notOffered, file: entry.file))
    }
    return try CollectionDefinition(folders, versions: versions)
  }

  /// The same of the folder that a stage left; as it is where there is none, as where partials are joined
  /// that were made elsewhere.
  package func withVersions(after stage: Stage) throws(RunError) -> CollectionDefinition {
    let folder = folders.folder(of: stage)
    guard FileSystem.exists(SourceEntry.path(in: folder)) else { return self }
    return try withVersions(of: SourceEntry.read(from: folder))
  }
}
