package import Basics
import Definition
package import Interchange

/// Where the files go that name units or quote their answers: with all others where replies are
/// public, else into `Output/<collection>/confidential/`, which is for data staff alone.
///
/// They are `findings.csv`, `quarantine/`, `superseded.csv`, `late.csv`, `corrections.csv` and
/// `texts.csv`; besides, `suppressed.csv` and `suppressed-amounts.csv` say what is hidden and why, `rounded.csv`
/// how counts are rounded, and `manifest.json` what the published files were made from.
package final class RecordsFolder {
  package let path: String
  private let confidential: String
  private let disclosure: Disclosure
  private let isConfidential: Bool
  private var isFinished = false

  init(
    _ collection: CollectionFolders, _ disclosure: Disclosure, beside folder: StageFolder
  ) throws(RunError) {
    self.disclosure = disclosure
    isConfidential = disclosure.isConfidential
    confidential = collection.confidential
    path = isConfidential ? FolderSwap.partial(of: confidential) : folder.path
    guard isConfidential else { return }
    try FolderSwap.requireFolder(confidential)
    try FileSystem.remove(path)
    try FileSystem.createFolder(path)
  }

  deinit {
    // A run that failed leaves nothing half done.
    if isConfidential && !isFinished { try? FileSystem.remove(path) }
  }

  /// Writes which figures are hidden and why, where any may be, and how they are rounded; which sums, where
  /// these are guarded.
  ///
  /// - Parameter pathOf: Where a file of that name goes.
  /// - Throws: `cannotWrite`.
  package func writeSuppressed(pathOf: (String) -> String) throws(RunError) {
    guard isConfidential else { return }
    try disclosure.writeSuppressed(pathOf: pathOf)
  }

  /// Publishes the folder of the figures and this one together, or neither; without `disclosure` what
  /// a run under other rules left is taken away.
  ///
  /// Under `disclosure` the manifest of what is published has no digest of what it was made from: it
  /// would tell whether a guess at the replies is right.
  package func publish(_ figures: StageFolder, _ manifest: Manifest) throws(RunError) {
    if isConfidential {
      // The list first: the manifest is of the other folder's files, and tells nothing of these.
      try figures.finishList(of: path)
      try manifest.write(to: path)
      try figures.finish(manifest.ofOutputs, with: [confidential], isHandedOn: true)
    } else {
      try figures.finish(manifest, emptying: [confidential], isHandedOn: true)
    }
    isFinished = true
  }
}
