import CLinux
import Glibc

/// Finished folders that replace those that stand there: all of them or none, also where the
/// program is killed or the power fails meanwhile.
///
/// A folder that is to stand as `folder` was filled as `folder.partial` beside it. Where the file system
/// exchanges two names in one step, one folder needs no more than that. Else, and for several folders,
/// `.swap` beside them names what is to be done for as long as it is being done, and whoever finds it
/// there undoes what was begun. What stood there before is left to the caller, see `leftovers(of:)`.
package struct FolderSwap {
  private struct Change {
    let folder: String
    /// The inode of the folder that is to stand there; nil where none is.
    let number: UInt?

    var new: String { FolderSwap.partial(of: folder) }
    var old: String { "\(new).old" }
  }

  /// Where the folders lie that change together.
  private let folder: String
  private let changes: [Change]

  private static let journal = ".swap"

  /// - Parameters:
  ///   - folders: Where a finished folder is to stand, all in one folder.
  ///   - emptied: Where nothing is to stand.
  /// - Throws: `cannotWrite` where a folder is not finished, or cannot be written to the disk.
  package init(into folders: [String], emptying emptied: [String] = []) throws(RunError) {
    folder = FileSystem.parent(of: folders[0])
    var changes: [Change] = []
    for folder in folders {
      let new = Self.partial(of: folder)
      guard let number = FileIdentity.number(of: new) else {
        throw FileSystem.cannotWrite(folder, "cannot find the finished folder")
      }
      for name in try FileSystem.tree(below: new).folders { try FileSystem.sync("\(new)/\(name)") }
      try FileSystem.sync(new)
      changes.append(Change(folder: folder, number: number))
    }
    for folder in emptied where FileSystem.exists(folder) {
      changes.append(Change(folder: folder, number: nil))
    }
    self.changes = changes
  }

  /// Where a folder is filled that is to stand elsewhere.
  package static func partial(of folder: String) -> String { "\(folder).partial" }

  /// What a run that ended, well or not, may leave beside a folder: a folder that was not finished, and
  /// the one that stood there before.
  package static func leftovers(of folder: String) -> [String] {
    [partial(of: folder), "\(partial(of: folder)).old"]
  }

  /// Where such a folder lies while it is deleted.
  package static func rubbish(of folder: String) -> String { "\(partial(of: folder)).gone" }

  /// - Throws: `cannotWrite` where a folder is a link or a file: a folder instead would leave what
  ///   the link leads to as it is.
  package static func requireFolder(_ folder: String) throws(RunError) {
    if FileSystem.isLink(folder) {
      throw RunError(
        path: folder, id: .file(.linkedResult),
        "this is a link; a run puts a new folder there, and what the link leads to would stay as "
          + "it is. Delete the link. To have all output elsewhere, let \(FileSystem.parent(of: folder)) "
          + "be a link; to have the result elsewhere, copy it after the run")
    }
    guard let kind = FileSystem.kind(of: folder), kind != .folder else { return }
    throw RunError(
      path: folder, id: .file(.notAFolder),
      "this is \(kind.words); expected a folder, or nothing. Move it elsewhere")
  }

  /// - Throws: `cannotWrite`, and all stands as it did before; where even that cannot be, the next
  ///   run sees to it.
  package func run() throws(RunError) {
    if changes.count == 1, let change = changes.first, change.number != nil, try isOneStep(change) {
      return finish()
    }
    let journal = "\(folder)/\(Self.journal)"
    for change in changes { try FileSystem.remove(change.old) }
    try AtomicFile.write(text, to: journal)
    do throws(RunError) {
      try FileSystem.sync(folder)
      for change in changes { try Self.make(change) }
      try FileSystem.remove(journal)
    } catch {
      try? Self.recover(in: folder)
      throw error
    }
    finish()
  }

  /// Undoes what a run began and could not end.
  ///
  /// - Throws: `cannotWrite` where it cannot be undone.
  package static func recover(in folder: String) throws(RunError) {
    let journal = "\(folder)/\(Self.journal)"
    guard FileSystem.exists(journal) else { return }
    let lines = String(decoding: try FileSystem.bytes(of: journal), as: UTF8.self)
    for line in lines.split(separator: "\n").reversed() {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let number = UInt(words[0]) else { continue }
      try undo(Change(folder: "\(folder)/\(words[1])", number: number == 0 ? nil : number))
    }
    try FileSystem.sync(folder)
    try FileSystem.remove(journal)
  }

  private var text: String {
    changes.map { "\($0.number ?? 0) \(FileSystem.name(of: $0.folder))\n" }.joined()
  }

  /// By now the folders stand where they belong, whatever a power failure makes of it: either set is whole.
  private func finish() {
    do throws(RunError) {
      try FileSystem.sync(folder)
    } catch {
      for problem in error.problems { StandardError.warn(problem) }
    }
  }

  /// Whether one step did it.
  private func isOneStep(_ change: Change) throws(RunError) -> Bool {
    if FileSystem.exists(change.folder) { return try Self.exchange(change) }
    try Self.rename(change.new, to: change.folder)
    return true
  }

  private static func make(_ change: Change) throws(RunError) {
    guard change.number != nil else { return try rename(change.folder, to: change.old) }
    if FileSystem.exists(change.folder) {
      if try exchange(change) { return }
      try rename(change.folder, to: change.old)
    }
    try rename(change.new, to: change.folder)
  }

  private static func undo(_ change: Change) throws(RunError) {
    if let number = change.number, FileIdentity.number(of: change.folder) == number {
      if FileSystem.exists(change.new) {
        guard try !exchange(change) else { return }
        throw FileSystem.cannotWrite(change.folder, "cannot put the former folder back")
      }
      try rename(change.folder, to: change.new)
    }
    if !FileSystem.exists(change.folder) && FileSystem.exists(change.old) {
      try rename(change.old, to: change.folder)
    }
  }

  /// - Returns: Whether the file system can do that.
  private static func exchange(_ change: Change) throws(RunError) -> Bool {
    let flags = UInt32(RAPPORTEUR_RENAME_EXCHANGE)
    if unsafe renameat2(AT_FDCWD, change.new, AT_FDCWD, change.folder, flags) == 0 { return true }
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
      throw FileSystem.cannotWrite(change.folder, "cannot put the finished folder where it belongs")
    }
    return false
  }

  private static func rename(_ old: String, to new: String) throws(RunError) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw FileSystem.cannotWrite(old, "cannot move the folder to \(new)")
    }
  }
}
