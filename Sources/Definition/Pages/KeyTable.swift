import Basics

/// The declared keys of one mapping or file as a table of a reference page.
enum KeyTable {
  /// - Parameter isFile: Whether they are the columns of a CSV file, whose examples are cells.
  static func text<Key: DefinitionKey>(_ keys: Key.Type, isFile: Bool = false) -> String {
    text(keys.allCases.map { ($0.rawValue, $0.entry) }, isFile: isFile)
  }

  private static func text(_ keys: [(name: String, entry: KeyEntry)], isFile: Bool) -> String {
    let heads =
      "| \(isFile ? "column" : "key") | is | by default | means | example |\n|---|---|---|---|---|\n"
    return heads
      + keys.map { name, entry in
        let example = isFile ? entry.example : "\(name): \(entry.example)"
        let cells = [
          code(name), entry.type.description, absence(entry.absence), entry.meaning, code(example),
        ]
        return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
      }.joined() + exportAlone(keys)
  }

  /// Which keys change nothing but what is printed, so that the other stages need not run again.
  private static func exportAlone(_ keys: [(name: String, entry: KeyEntry)]) -> String {
    let printed = keys.filter { $0.entry.readers == [.export] }
    if printed.isEmpty { return "" }
    let names = printed.map { code($0.name) }.joined(separator: ", ")
    return printed.count == keys.count
      ? "\nThe export alone reads these.\n" : "\nThe export alone reads \(names).\n"
  }

  private static func absence(_ absence: KeyAbsence) -> String {
    switch absence {
    case .refused: "must be given"
    case .means(let value): code(value)
    case .words(let words): words
    }
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  /// A bar would begin a cell, even within code.
  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: #"\|"#)
  }
}
