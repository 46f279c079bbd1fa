/// A text without the punctuation that people leave out, add or write otherwise.
///
/// "Yes." and "« Yes »" are "Yes", and "Yes – in part" is "Yes, in part". Marks that may mean
/// something stay: those beside a digit ("-5", "2-5", "1.5"), question marks, brackets, and all that
/// are no marks of a sentence ("+", "%", "/").
struct LooseText {
  /// A text, as `TextKey` has it, without the marks that end it and the quotes around it.
  static func inner(of text: String) -> String {
    let end = text.lastIndex { $0 != " " && !endings.contains($0) && !quotes.contains($0) }
    guard let end else { return "" }
    return String(text[...end].drop { $0 == " " || quotes.contains($0) })
  }

  /// A text, as `TextKey` has it, without all such marks.
  static func text(of text: String) -> String {
    var characters = Array(inner(of: text))
    // Marks that became blanks are skipped at once: a field may hold a megabyte of hyphens.
    var isAfterDigit = false
    for index in characters.indices where characters[index] != " " {
      guard marks.contains(characters[index]) else {
        isAfterDigit = characters[index].isNumber
        continue
      }
      let isBesideDigit =
        isAfterDigit || characters[(index + 1)...].first { $0 != " " }?.isNumber == true
      if isBesideDigit { isAfterDigit = false } else { characters[index] = " " }
    }
    return characters.split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  private static let endings: Set<Character> = [".", ",", ";", ":", "!", "。", "،", "؛", "、"]
  private static let quotes: Set<Character> = [
    "\"", "'", "“", "”", "„", "‟", "«", "»", "‹", "›", "‚",
  ]
  private static let dashes: Set<Character> = ["-", "—", "―"]
  private static let marks = endings.union(dashes).union(quotes.subtracting(["'"])).union([
    "¡", "·",
  ])
}
