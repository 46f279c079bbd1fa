import Definition
import DisclosureControl

/// A text with its placeholders filled in, and what a check needs of it.
struct FilledProse {
  /// Words that the author wrote, and the line they begin on.
  struct Passage {
    let text: String
    let line: Int
  }

  let path: String
  /// The text as the author wrote it, line by line, and the line of the file it begins on.
  let source: [String]
  let first: Int
  /// Whether the author may write placeholders.
  let isTemplate: Bool
  private(set) var text = ""
  /// The text, with what was filled in set so that Markdown takes it as it is.
  private(set) var markdown = ""
  private(set) var passages: [Passage] = []
  private(set) var claims: [Claim] = []
  /// The row variables that each line speaks of.
  private(set) var subjects: [Int: Set<String>] = [:]

  init(_ source: String, path: String, line first: Int, isTemplate: Bool = true) {
    self.path = path
    self.isTemplate = isTemplate
    self.first = first
    self.source = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
  }

  mutating func append(_ passage: Substring, line: Int) {
    text += passage
    markdown += passage
    passages.append(Passage(text: String(passage), line: line))
  }

  /// - Parameter isMarkdown: Whether it is Markdown, as a list is, and no text.
  mutating func append(generated: String, isMarkdown: Bool = false) {
    text += generated
    markdown += isMarkdown ? generated : Self.escaped(generated)
  }

  /// Any ASCII punctuation may stand behind a backslash (CommonMark 0.29, 6.1).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isSign =
        (0x21...0x7E).contains(scalar.value) && !scalar.properties.isAlphabetic
        && scalar.properties.numericType == nil
      if isSign { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  mutating func append(_ claim: Claim) {
    text += claim.words
    markdown += claim.words
    passages.append(Passage(text: claim.words, line: claim.line))
    claims.append(claim)
    note(claim.table, line: claim.line)
  }

  /// Keeps that a line speaks of a table's variable.
  mutating func note(_ table: Table, line: Int) {
    subjects[line, default: []].formUnion(table.blocks.map(\.variable.name))
  }
}

/// What an author says of a cell in words of their own, and what is released of it.
struct Claim {
  let keyword: ReportKeyword
  /// The cell as the placeholder names it.
  let address: String
  /// The cell with its column, even where that is the total.
  let cell: String
  let words: String
  let line: Int
  let table: Table
  /// Nil where it is withheld.
  let count: Int?
  let base: Int?
  /// The share that the cell is of its base; nil where it is none, or withheld.
  let share: PrintedShare?
  /// The units behind the cell, where it is listed.
  let units: [NamedUnit]
  /// Whether counts are told as multiples of a number.
  let isRounded: Bool
}
