/// A file of mended records: `mended/<name>` below the input folder, whose records stand for those that were
/// set aside of `<name>`.
package enum MendedFile {
  package static let folder = "mended"
  private static let prefix = "\(folder)/"

  package static func isOne(_ file: String) -> Bool { file.hasPrefix(prefix) }

  /// The file whose records a mended one holds; nil for a file that is none.
  package static func original(of file: String) -> String? {
    isOne(file) ? String(file.dropFirst(prefix.count)) : nil
  }

  /// The name under which records of a file are read once they are mended.
  package static func name(for file: String) -> String { prefix + file }
}
