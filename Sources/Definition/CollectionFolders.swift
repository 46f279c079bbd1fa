package import Basics

/// One round of one questionnaire: the three folders that share its name.
package struct CollectionFolders: Sendable {
  package let name: String
  /// `Pipelines/<name>`: what the collection is.
  package let pipeline: String
  /// `Input/<name>`: the exports as received; never written to.
  package let input: String
  /// `Output/<name>`: wholly regenerable.
  package let output: String

  /// Of States, groups and treaties, for all collections.
  package let registers: String

  /// - Parameter registers: Nil where they stand beside the definition, as they do in `Pipelines/`.
  package init(pipeline: String, input: String, output: String, registers: String? = nil) {
    self.pipeline = Self.trimmed(pipeline)
    self.input = Self.trimmed(input)
    self.output = Self.trimmed(output)
    name = FileSystem.name(of: self.pipeline)
    let parent = FileSystem.parent(of: self.pipeline)
    self.registers = registers ?? (parent.isEmpty ? "registers" : "\(parent)/registers")
  }

  /// Where the files go that name units, where replies were given in confidence.
  package var confidential: String { "\(output)/confidential" }

  package func folder(of stage: Stage) -> String {
    "\(output)/\(stage.folder)"
  }

  /// - Throws: `wrongUsage` where the name is none, or what is made would lie among what it is made from.
  package func requireUsable() throws(RunError) {
    try requireName()
    for (option, folder) in [
      ("--pipeline", pipeline), ("--pipeline", registers), ("--input", input),
    ]
    where !folder.isEmpty && !output.isEmpty {
      let (made, read) = (FileSystem.realPath(output), FileSystem.realPath(folder))
      let relation: String
      if made == read {
        relation = "is"
      } else if FileSystem.isPath(made, below: read) {
        relation = "lies inside"
      } else if FileSystem.isPath(read, below: made) {
        relation = "lies above"
      } else {
        continue
      }
      throw RunError(
        path: output, id: .file(.outputAmongInput),
        "the folder of --output \(relation) \(folder), which a run reads (\(option)); expected a folder "
          + "apart from it, as in Output/\(name). Nothing was written")
    }
  }

  /// - Throws: `wrongUsage` where the last part of the path of the definition would be another name to a
  ///   shell, to make, or to a spreadsheet's list of folders.
  package func requireName() throws(RunError) {
    let letters = name.unicodeScalars
    let others = letters.filter { !Self.isOfName($0) }
    guard letters.isEmpty || !others.isEmpty || name.hasPrefix(".") || name.hasPrefix("-") else {
      return
    }
    let found = others.first.map { ", with \($0.isASCII ? "" : "the letter ")'\($0)' in it" } ?? ""
    throw RunError(
      path: pipeline, id: .file(.collectionName),
      "'\(name)' is no name of a collection\(found); expected letters, digits, '-', '_' and '.', and no "
        + "'-' or '.' at the beginning. Rename the folder")
  }

  private static func isOfName(_ letter: Unicode.Scalar) -> Bool {
    if letter.isASCII {
      return letter.properties.isAlphabetic || ("0"..."9").contains(letter)
        || "-_.".unicodeScalars.contains(letter)
    }
    return !letter.properties.isWhitespace && letter.properties.generalCategory != .control
      && letter.properties.generalCategory != .format
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
