import Basics

/// The files in a folder that a run made which are not its own: what others put there or changed.
struct ForeignFiles {
  private let folder: String
  private let names: [String]

  /// The lists, and what is there where a run was ended as it wrote them.
  private static let lists = [Manifest.fileName, DigestList.fileName].flatMap {
    [$0, "\($0).partial"]
  }

  /// Nil where there are none, or the folder was never finished.
  ///
  /// A file is the run's own where the list beside it has it, with its digest. That is looked at alone
  /// where the file was written, renamed or given other rights after the list.
  init?(in folder: String) throws(RunError) {
    self.folder = folder
    guard FileSystem.isFolder(folder), !FileSystem.isLink(folder) else { return nil }
    let list: String
    let entries: [Manifest.Entry]
    if let digests = try DigestList(in: folder) {
      (list, entries) = (DigestList.fileName, digests.entries)
    } else if FileSystem.exists("\(folder)/\(Manifest.fileName)") {
      (list, entries) = (Manifest.fileName, (try? Manifest.read(in: folder))?.outputs ?? [])
    } else {
      return nil
    }
    let own = Dictionary(
      entries.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
    var names: [String] = []
    for name in try FileSystem.tree(below: folder, withHidden: true).files
    where !Self.lists.contains(name) {
      let path = "\(folder)/\(name)"
      guard let digest = own[name], !FileSystem.isLink(path) else {
        names.append(name)
        continue
      }
      guard FileIdentity.isChanged(path, after: "\(folder)/\(list)") else { continue }
      if try digest.method.digest(ofFile: path).digest != digest { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    self.names = names
  }

  /// Moves them to `kept/<name>-<number>` and says so.
  func keep(of name: String, below output: String) throws(RunError) {
    var number = 1
    while FileSystem.exists("\(output)/kept/\(name)-\(number)") { number += 1 }
    let target = "\(output)/kept/\(name)-\(number)"
    for file in names {
      let parent = FileSystem.parent(of: file)
      try FileSystem.createFolder(parent.isEmpty ? target : "\(target)/\(parent)")
      try FileSystem.move("\(folder)/\(file)", to: "\(target)/\(file)")
    }
    let some = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    StandardError.warn(
      .init(
        path: "\(output)/\(name)", id: .file(.foreignFiles),
        message:
          "\(names.count == 1 ? "a file in it was" : "\(names.count) files in it were") put there or changed by others than a run (\(some)"
          + "\(names.count > 5 ? ", …" : "")); they are kept in \(target). Keep nothing of your own in "
          + "'\(name)': every run replaces it"))
  }
}
