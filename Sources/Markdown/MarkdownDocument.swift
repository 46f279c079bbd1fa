/// A text in Markdown (CommonMark 0.29 with tables and footnotes) as a value, before any form of
/// output gives it its bytes.
package struct MarkdownDocument: Sendable, Equatable {
  package let blocks: [MarkdownBlock]
  /// In the order in which the text refers to them. One that nothing refers to is none.
  package let footnotes: [MarkdownFootnote]

  package init(_ text: String) {
    (blocks, footnotes) = MarkdownReader.read(text)
  }
}

/// A part of a text that stands by itself.
package indirect enum MarkdownBlock: Sendable, Equatable {
  case paragraph([MarkdownInline])
  /// - Parameter level: From 1 to 6.
  case heading([MarkdownInline], level: Int)
  case quote([MarkdownBlock])
  case list(MarkdownList)
  case table(MarkdownTable)
  /// Lines that are set as they are.
  case code(String)
  case rule
}

/// Neighbouring items; those that are numbered have numbers that follow one another.
///
/// CommonMark takes the first number alone and counts from there, so that a report whose paragraphs are
/// numbered 11, 12 and 17 would have a 13. Here a list ends where its numbers leap.
package struct MarkdownList: Sendable, Equatable {
  /// Nil where the items have no numbers.
  package let first: Int?
  package internal(set) var items: [[MarkdownBlock]]
  /// Whether the items are paragraphs, apart from one another.
  package let isLoose: Bool
}

/// A heading above each column, and rows of as many fields.
package struct MarkdownTable: Sendable, Equatable {
  package enum Alignment: String, Sendable {
    case left, right
    case centre = "center"
  }

  package let headings: [[MarkdownInline]]
  package let rows: [[[MarkdownInline]]]
  /// One a column; nil where the author gave none.
  package let alignments: [Alignment?]
}

/// A note, and what the author calls it: `7` of `[^7]`.
package struct MarkdownFootnote: Sendable, Equatable {
  package let label: String
  package let blocks: [MarkdownBlock]
}

/// A part of a line.
package indirect enum MarkdownInline: Sendable, Equatable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case link([MarkdownInline], address: String)
  /// A picture, by the words that say what it shows.
  case image([MarkdownInline], address: String)
  /// - Parameter note: The index of the footnote.
  case reference(note: Int)
  case lineBreak
}
