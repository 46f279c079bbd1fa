import Basics
import Definition
import Interchange

/// Where the files go that name units or quote their answers: with all others where replies are
/// public, else into `Output/<collection>/confidential/`, which is for data staff alone.
///
/// They are `findings.csv`, `quarantine/`, `superseded.csv`, `late.csv`, `corrections.csv` and
/// `texts.csv`; besides, `suppressed.csv` says what is hidden and why, and `manifest.json` what the
/// published files were made from.
final class StaffFolder {
  let path: String
  private let place: String
  private let isConfidential: Bool

  init(
    _ collection: CollectionFolders, _ disclosure: Disclosure, beside folder: StageFolder
  ) throws(RunError) {
    isConfidential = disclosure.isConfidential
    place = "\(collection.output)/confidential"
    path = isConfidential ? "\(place).partial" : folder.path
    guard isConfidential else { return }
    try FileSystem.remove(path)
    try FileSystem.createFolder(path)
    try disclosure.writeSuppressed(to: path)
  }

  deinit {
    // A run that failed leaves nothing half done.
    if isConfidential { try? FileSystem.remove(path) }
  }

  /// Puts the folder in its place, or takes away the one of a run under other rules.
  func finish(_ manifest: Manifest) throws(RunError) {
    if isConfidential {
      try manifest.write(to: path)
      try FileSystem.swap(path, into: place)
    } else {
      try FileSystem.remove(place)
    }
  }
}
