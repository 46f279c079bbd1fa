import Tabular

/// The numbered notes and paragraphs of a text, and the places that refer to notes.
///
/// A note is a paragraph that begins with its number below a heading such as "Notes", or a
/// Markdown footnote `[^7]:`. A reference is "note 7", "notes 7 and 8" or `[^7]`; "note 7 of the
/// report" is a note of some other text.
struct NoteReferences {
  struct Reference {
    let number: Int
    let line: Int
  }

  /// Where the paragraph that a line belongs to begins, and the first line after it.
  private var blocks: [Range<Int>] = []
  private(set) var notes: [Int: Range<Int>] = [:]
  private(set) var references: [Reference] = []

  /// - Parameter lines: The text as the author wrote it, line by line; the first is line 1.
  init(_ lines: [String]) {
    var isInNotes = false
    var starts: [(line: Int, note: Int?)] = []
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("#") {
        let heading = TextKey(trimmed.drop { $0 == "#" }).text
        isInNotes = ["note", "nota", "примечан", "注", "ملاحظ"].contains { heading.hasPrefix($0) }
        starts.append((index + 1, nil))
      } else if let footnote = Self.footnote(trimmed) {
        starts.append((index + 1, footnote))
      } else if let number = Self.leadingNumber(trimmed) {
        starts.append((index + 1, isInNotes ? number : nil))
      }
      references += Self.references(in: line).map { Reference(number: $0, line: index + 1) }
    }
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1].line : lines.count + 1
      blocks.append(start.line..<end)
      if let note = start.note { notes[note] = start.line..<end }
    }
  }

  /// The lines of the paragraph or note that a line belongs to.
  func block(of line: Int) -> Range<Int> {
    blocks.last { $0.contains(line) } ?? line..<(line + 1)
  }

  private static func leadingNumber(_ line: Substring) -> Int? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return line.dropFirst(digits.count).hasPrefix(". ") ? Int(digits) : nil
  }

  private static func footnote(_ line: Substring) -> Int? {
    guard line.hasPrefix("[^") else { return nil }
    let digits = line.dropFirst(2).prefix { $0.isNumber }
    return line.dropFirst(2 + digits.count).hasPrefix("]:") ? Int(digits) : nil
  }

  private static func references(in line: String) -> [Int] {
    var numbers: [Int] = []
    for match in line.matches(
      of: /(?i)\bnotes?\s+(\d+)((?:(?:,|\s+and|\s+to)\s+\d+)*)(\s+(?:of|to|in)\b)?/)
    where match.output.3 == nil {
      numbers.append(contentsOf: Int(match.output.1).map { [$0] } ?? [])
      numbers += match.output.2.matches(of: /\d+/).compactMap { Int($0.output) }
    }
    for match in line.matches(of: /\[\^(\d+)\](?!:)/) {
      numbers.append(contentsOf: Int(match.output.1).map { [$0] } ?? [])
    }
    return numbers
  }
}
