import Findings

extension Objection {
  /// - Parameters:
  ///   - definition: The path of the definition that declares no source for the file.
  ///   - folder: The input folder.
  static func unreadFile(by definition: String, in folder: String) -> Objection {
    Objection(
      .unreadFile, "no source in \(definition) reads this file",
      suggestion: "add a source for it or move it out of \(folder)")
  }
}
