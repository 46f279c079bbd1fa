package import Basics

/// The files that a collection is drafted from.
package enum ExportFolder {
  private static let endings = [".csv", ".tsv", ".tab", ".txt", ".gz", ".zip", ".xlsx"]

  /// The export itself, or the exports in a folder, by name.
  ///
  /// - Throws: `inputMissing` where the folder has none, or something besides that nobody said what
  ///   to do with.
  package static func files(at path: String) throws(RunError) -> [String] {
    guard FileSystem.isFolder(path) else { return [path] }
    let names = try FileSystem.entries(of: path).filter { !$0.hasPrefix(".") }
    let others = names.filter { name in
      !endings.contains { name.lowercased().hasSuffix($0) }
        || FileSystem.isFolder("\(path)/\(name)")
        || FormSource.isForm("\(path)/\(name)")
    }
    if let other = others.first {
      let isForm = FormSource.isForm("\(path)/\(other)")
      throw RunError(
        path: "\(path)/\(other)", id: .file(.noInput),
        isForm
          ? "a form among the exports. Put it elsewhere, and give it as FORM=…"
          : "no export; expected a folder with nothing but exports of one survey "
            + "(\(endings.joined(separator: ", "))). Put it elsewhere")
    }
    guard !names.isEmpty else {
      throw RunError(
        path: path, id: .file(.noInput), "the folder is empty; expected exports of one survey")
    }
    return names.map { "\(path)/\($0)" }
  }
}
