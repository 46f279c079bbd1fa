import Basics

/// The declared keys of one mapping or file as a table of a reference page.
enum KeyTable {
  /// - Parameters:
  ///   - isFile: Whether they are the columns of a CSV file, whose examples are cells.
  ///   - others: Who reads a key that no stage reads.
  static func text<Key: DefinitionKey>(
    _ keys: Key.Type, isFile: Bool = false, readOtherwiseBy others: String = "people"
  ) -> String {
    let heads =
      "| \(isFile ? "column" : "key") | is | by default | means | example | read by |\n"
      + "|---|---|---|---|---|---|\n"
    return heads
      + keys.allCases.map { key in
        let name = key.rawValue
        let entry = key.entry
        let example = isFile ? entry.example : "\(name): \(entry.example)"
        let cells = [
          code(name), entry.type.description, absence(entry.absence), entry.meaning, code(example),
          readers(of: entry) ?? others,
        ]
        return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
      }.joined()
  }

  /// The stages that read a key, in their order; nil where none does.
  private static func readers(of entry: KeyEntry) -> String? {
    if entry.readers.isEmpty { return nil }
    if entry.readers.count == Stage.allCases.count { return "all" }
    return Stage.allCases.filter(entry.readers.contains).map(\.rawValue).joined(separator: ", ")
  }

  private static func absence(_ absence: KeyAbsence) -> String {
    switch absence {
    case .refused: "must be given"
    case .means(let value): code(value)
    case .words(let words): words
    }
  }

  static func code(_ text: String) -> String { "`\(text)`" }

  /// A bar would begin a cell, even within code.
  static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: #"\|"#)
  }
}
