import Basics

/// The numbered notes and paragraphs of a text, and the sentences that refer to notes.
///
/// A note is a paragraph that begins with its number below a heading such as "Notes", or a
/// Markdown footnote `[^7]:`. A reference is "note 7", "notes 7 and 8", "footnotes 7 to 9" or `[^7]`;
/// "note 7 of the report" is a note of some other text.
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
    }
    references = Self.paragraphs(of: lines).flatMap { Self.references(in: $0.text, from: $0.line) }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count + 1
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

  /// The paragraphs of a text and the lines on which they begin: no reference goes over a blank line or a
  /// heading.
  private static func paragraphs(of lines: [String]) -> [(line: Int, text: String)] {
    var paragraphs: [(line: Int, text: String)] = []
    var isWithin = false
    for (index, line) in lines.enumerated() {
      if endsParagraph(line) {
        isWithin = false
      } else if isWithin {
        paragraphs[paragraphs.count - 1].text += "\n" + line
      } else {
        paragraphs.append((index + 1, line))
        isWithin = true
      }
    }
    return paragraphs
  }

  private static func endsParagraph(_ line: String) -> Bool {
    let first = line.first { !$0.isWhitespace }
    return first == nil || first == "#"
  }

  /// "Notes 3 to 5" with their numbers, and with "of" what follows them.
  private static let named = ProsePattern(
    #"""
    (?xi) \b (?: (?:foot)?notes? | notas? | примечани\p{L}+ ) \s+
    ( \d+ (?: (?: \s*[-–]\s* | ,?\s+ (?:to|and|à|et|a|y|и) \s+ | ,\s+ ) \d+ )* )
    ( \s+ (?:of|to|in|de|du|del|к) \b )?
    """#)
  /// A Markdown footnote where it is referred to.
  private static let marked = ProsePattern(#"\[\^(\d+)\](?!:)"#)
  /// A number, and before it what makes a range of it and the one before.
  private static let numbered = ProsePattern(#"(\s*[-–]\s*|\s+(?:to|à|a)\s+)?(\d+)"#)

  /// The references of a paragraph, which may go over the end of a line; each on the line it begins on.
  private static func references(in text: String, from first: Int) -> [Reference] {
    var found: [Reference] = []
    func add(_ match: ProsePattern.Match) {
      let line = first + text[..<match.start].count { $0.isNewline }
      found += numbers(match.groups[1] ?? "").map { Reference(number: $0, line: line) }
    }
    for match in named.matches(in: text) where match.groups[2] == nil { add(match) }
    for match in marked.matches(in: text) { add(match) }
    return found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// The numbers of "3, 5 and 7 to 9"; those between the ends of a range too, if there are not many.
  private static func numbers(_ text: Substring) -> [Int] {
    var numbers: [Int] = []
    for match in numbered.matches(in: String(text)) {
      guard let number = match.groups[2].flatMap({ Int($0) }) else { continue }
      if match.groups[1] != nil, let last = numbers.last, (last + 1...last + 100).contains(number) {
        numbers += last + 1..<number
      }
      numbers.append(number)
    }
    return numbers
  }
}
