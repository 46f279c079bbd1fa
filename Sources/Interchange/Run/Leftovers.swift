package import Basics
package import Definition

/// What runs that were ended in the middle left in a collection's folder of output, and what a run that
/// published could not delete: it is taken away when the next one begins.
package enum Leftovers {
  /// Puts back what a run had begun to replace, and takes the rest away, unless another run is at work.
  ///
  /// - Throws: `cannotWrite` where a folder cannot be put back.
  package static func clear(of collection: CollectionFolders) throws(RunError) {
    let folders = folders(of: collection)
    guard folders.contains(where: { hasAny(in: $0.folder, $0.outputs) }),
      let lock = try? RunLock(folder: collection.output)
    else { return }
    defer { withExtendedLifetime(lock) {} }
    try clear(of: collection, under: lock)
  }

  /// The same for who holds the lock.
  static func clear(of collection: CollectionFolders, under lock: RunLock) throws(RunError) {
    for (folder, outputs) in folders(of: collection) where hasAny(in: folder, outputs) {
      try FolderSwap.recover(in: folder)
      for name in files where FileSystem.exists("\(folder)/\(name)") {
        tryOrWarn { () throws(RunError) in try FileSystem.remove("\(folder)/\(name)") }
      }
      for folder in outputs { clear(of: folder, below: collection.output) }
    }
  }

  /// Takes away what a folder was filled from and what stood there before. What others put into it is
  /// kept aside, what cannot be deleted is named, and neither is a reason to fail.
  static func clear(of folder: String, below output: String) {
    let rubbish = FolderSwap.rubbish(of: folder)
    // Half deleted: what belongs to whom was settled before.
    if isThere(rubbish) { tryOrWarn { () throws(RunError) in try FileSystem.remove(rubbish) } }
    for path in FolderSwap.leftovers(of: folder) where isThere(path) {
      tryOrWarn { () throws(RunError) in
        try ForeignFiles(in: path)?.keep(of: FileSystem.name(of: folder), below: output)
        try FileSystem.move(path, to: rubbish)
        try FileSystem.remove(rubbish)
      }
    }
  }

  /// Files that stand under another name until they are whole.
  private static let files = [".swap.partial", ".digests.partial"]

  private static func folders(
    of collection: CollectionFolders
  ) -> [(folder: String, outputs: [String])] {
    let compared = "\(collection.output)/compared"
    let rounds = (try? FileSystem.entries(of: compared)) ?? []
    return [
      (
        collection.output,
        Stage.allCases.map { collection.folder(of: $0) } + [collection.confidential]
      ),
      (
        compared,
        rounds.filter { !$0.hasPrefix(".") }.map { name in "\(compared)/\(trimmed(name))" }
      ),
    ]
  }

  /// The name of the folder that a name in its folder is of.
  private static func trimmed(_ name: String) -> String {
    for ending in all(of: "").reversed() where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private static func hasAny(in folder: String, _ outputs: [String]) -> Bool {
    (files + [".swap"]).contains { FileSystem.exists("\(folder)/\($0)") }
      || outputs.contains { all(of: $0).contains { isThere($0) } }
  }

  private static func all(of folder: String) -> [String] {
    FolderSwap.leftovers(of: folder) + [FolderSwap.rubbish(of: folder)]
  }

  private static func isThere(_ path: String) -> Bool {
    FileSystem.exists(path) || FileSystem.isLink(path)
  }

  private static func tryOrWarn(_ work: () throws(RunError) -> Void) {
    do throws(RunError) {
      try work()
    } catch {
      for problem in error.problems {
        StandardError.warn(
          .init(
            path: problem.path, id: .file(.leftOver),
            message: "\(problem.message). The result does not need it; the next run tries again"))
      }
    }
  }
}
