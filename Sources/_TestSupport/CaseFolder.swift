import Foundation

/// A case that is a folder of plain files: what differs from the collection it is a case of, and
/// what is expected. `Tests/README.md` says how to write one.
///
/// It lies below `<root>/<collection>/`. The collection is `<root>/<collection>/base`, or the one of
/// that name in the repository where there is no such folder.
package struct CaseFolder: Sendable {
  private let root: String
  private let name: String
  package let collection: String

  /// - Parameter name: Its path below the root.
  package init(_ name: String, below root: String) {
    self.root = root
    self.name = name
    collection = String(name.prefix { $0 != "/" })
  }

  /// The paths of all cases below a folder of the repository: those that expect something. The
  /// variable `CASE` narrows them to those with its value in their path.
  package static func all(below root: String) -> [String] {
    var names: Set<String> = []
    for file in Repository.files(below: root, withSuffix: "") {
      let parts = file.dropFirst(root.count + 1).split(separator: "/")
      guard let end = parts.firstIndex(where: { ["expected", "expected.txt"].contains($0) })
      else { continue }
      names.insert(parts[..<end].joined(separator: "/"))
    }
    return names.filter { isAsked($0) }.sorted()
  }

  /// Whether all cases are asked for.
  package static var areAllAsked: Bool { asked == nil }

  private static var asked: String? { ProcessInfo.processInfo.environment["CASE"] }

  private static func isAsked(_ name: String) -> Bool { asked.map(name.contains) ?? true }

  /// The path of one of its files, if it has it.
  package func path(_ file: String) -> String? {
    let path = "\(Repository.root)/\(root)/\(name)/\(file)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  package func text(_ file: String) throws -> String? {
    try path(file).map { try String(contentsOfFile: $0, encoding: .utf8) }
  }

  /// The files of what is to be published, below `expected/`.
  package var expectedFiles: [String] {
    let folder = "\(root)/\(name)/expected"
    return Repository.files(below: folder, withSuffix: "")
      .map { String($0.dropFirst(folder.count + 1)) }
      .filter { (try? text("expected/\($0)")) != nil }
  }

  /// A work folder with the collection, changed as the case says.
  package func workdir() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let base = "\(root)/\(collection)/base"
    if FileManager.default.fileExists(atPath: "\(Repository.root)/\(base)") {
      try lay(base, into: workdir)
    } else {
      for folder in ["Pipelines", "Input"] {
        try workdir.copy("\(folder)/\(collection)", to: "\(folder)/\(collection)")
      }
    }
    try lay("\(root)/\(name)", into: workdir)
    for change in try TextChange.read(text("change.txt") ?? "") {
      try change.apply(to: target(of: change.file), in: workdir)
    }
    return workdir
  }

  /// Copies the files of a folder to where they belong in a work folder.
  private func lay(_ folder: String, into workdir: Workdir) throws {
    for file in Repository.files(below: folder, withSuffix: "") {
      let name = String(file.dropFirst(folder.count + 1))
      let first = name.prefix { $0 != "/" }
      if ["README.md", "change.txt", "run.sh", "expected.txt", "expected"].contains(first) {
        continue
      }
      let path = "\(Repository.root)/\(file)"
      let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
      if isFolder { continue }
      try workdir.write(Data(contentsOf: URL(fileURLWithPath: path)), to: target(of: name))
    }
  }

  /// Where a file of a case belongs: `input/` is the collection's, `registers/` all collections'.
  private func target(of name: String) -> String {
    if name.hasPrefix("input/") { return "Input/\(collection)/\(name.dropFirst(6))" }
    if name.hasPrefix("registers/") { return "Pipelines/\(name)" }
    return "Pipelines/\(collection)/\(name)"
  }
}
