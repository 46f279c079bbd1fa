import CLinux
import Glibc

/// Finished folders that take the places of those that stand there: all of them or none, also where the
/// program is killed or the power fails meanwhile.
///
/// A folder that is to stand as `place` was filled as `place.partial` beside it. Where the file system
/// exchanges two names in one step, one folder needs no more than that. Else, and for several folders,
/// `.swap` beside them names what is to be done for as long as it is being done, and whoever finds it
/// there undoes what was begun. What stood there before is left to the caller, see `leftovers(of:)`.
package struct FolderSwap {
  private struct Change {
    let place: String
    /// The inode of the folder that is to stand there; nil where none is.
    let number: UInt?

    var new: String { FolderSwap.partial(of: place) }
    var old: String { "\(new).old" }
  }

  /// Where the folders lie that change together.
  private let folder: String
  private let changes: [Change]

  private static let journal = ".swap"

  /// - Parameters:
  ///   - places: Where a finished folder is to stand, all in one folder.
  ///   - emptied: Where nothing is to stand.
  /// - Throws: `cannotWrite` where a folder is not finished, or cannot be written to the disk.
  package init(into places: [String], emptying emptied: [String] = []) throws(RunError) {
    folder = FileSystem.parent(of: places[0])
    var changes: [Change] = []
    for place in places {
      let new = Self.partial(of: place)
      guard let number = FileIdentity.number(of: new) else {
        throw FileSystem.cannotWrite(place, "cannot find the finished folder")
      }
      for name in try FileSystem.tree(below: new).folders { try FileSystem.sync("\(new)/\(name)") }
      try FileSystem.sync(new)
      changes.append(Change(place: place, number: number))
    }
    for place in emptied where FileSystem.exists(place) {
      changes.append(Change(place: place, number: nil))
    }
    self.changes = changes
  }

  /// Where a folder is filled that is to stand at a place.
  package static func partial(of place: String) -> String { "\(place).partial" }

  /// What a run that ended, well or not, may leave beside a place: a folder that was not finished, and
  /// the one that stood there before.
  package static func leftovers(of place: String) -> [String] {
    [partial(of: place), "\(partial(of: place)).old"]
  }

  /// Where such a folder lies while it is deleted.
  package static func rubbish(of place: String) -> String { "\(partial(of: place)).gone" }

  /// - Throws: `cannotWrite` where a place is a link or a file: a folder in its place would leave what
  ///   the link leads to as it is.
  package static func requirePlace(_ place: String) throws(RunError) {
    if FileSystem.isLink(place) {
      throw RunError(
        path: place, id: .file(.linkedPlace),
        "this is a link; a run puts a new folder in its place, and what the link leads to would stay as "
          + "it is. Delete the link. To have all output elsewhere, let \(FileSystem.parent(of: place)) "
          + "be a link; to have the result elsewhere, copy it after the run")
    }
    guard let kind = FileSystem.kind(of: place), kind != .folder else { return }
    throw RunError(
      path: place, id: .file(.notAFolder),
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
      try undo(Change(place: "\(folder)/\(words[1])", number: number == 0 ? nil : number))
    }
    try FileSystem.sync(folder)
    try FileSystem.remove(journal)
  }

  private var text: String {
    changes.map { "\($0.number ?? 0) \(FileSystem.name(of: $0.place))\n" }.joined()
  }

  /// By now the folders stand in their places, whatever a power failure makes of it: either set is whole.
  private func finish() {
    do throws(RunError) {
      try FileSystem.sync(folder)
    } catch {
      for problem in error.problems { StandardError.warn(problem) }
    }
  }

  /// Whether one step did it.
  private func isOneStep(_ change: Change) throws(RunError) -> Bool {
    if FileSystem.exists(change.place) { return try Self.exchange(change) }
    try Self.rename(change.new, to: change.place)
    return true
  }

  private static func make(_ change: Change) throws(RunError) {
    guard change.number != nil else { return try rename(change.place, to: change.old) }
    if FileSystem.exists(change.place) {
      if try exchange(change) { return }
      try rename(change.place, to: change.old)
    }
    try rename(change.new, to: change.place)
  }

  private static func undo(_ change: Change) throws(RunError) {
    if let number = change.number, FileIdentity.number(of: change.place) == number {
      if FileSystem.exists(change.new) {
        guard try !exchange(change) else { return }
        throw FileSystem.cannotWrite(change.place, "cannot put the former folder back")
      }
      try rename(change.place, to: change.new)
    }
    if !FileSystem.exists(change.place) && FileSystem.exists(change.old) {
      try rename(change.old, to: change.place)
    }
  }

  /// - Returns: Whether the file system can do that.
  private static func exchange(_ change: Change) throws(RunError) -> Bool {
    let flags = UInt32(RAPPORTEUR_RENAME_EXCHANGE)
    if unsafe renameat2(AT_FDCWD, change.new, AT_FDCWD, change.place, flags) == 0 { return true }
    guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else {
      throw FileSystem.cannotWrite(change.place, "cannot put the finished folder in its place")
    }
    return false
  }

  private static func rename(_ old: String, to new: String) throws(RunError) {
    guard unsafe Glibc.rename(old, new) == 0 else {
      throw FileSystem.cannotWrite(old, "cannot move the folder to \(new)")
    }
  }
}
