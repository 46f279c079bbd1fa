import Markdown

/// A text in Markdown as HTML. It has the tags that are written here, and all that an author or a
/// source wrote as text, escaped.
struct ReportMarkup {
  private let document: MarkdownDocument
  private let escape = PageText()
  /// The notes that a reference leads to so far: the way back leads to the first.
  private var referred: Set<Int> = []

  private init(_ document: MarkdownDocument) {
    self.document = document
  }

  static func text(of document: MarkdownDocument) -> String {
    var markup = ReportMarkup(document)
    let text = markup.text(of: document.blocks)
    return text + markup.notes
  }

  // MARK: - Blocks

  private mutating func text(of blocks: [MarkdownBlock], isLoose: Bool = true) -> String {
    var text = ""
    for block in blocks { text += self.text(of: block, isLoose: isLoose) }
    return text
  }

  /// - Parameter isLoose: Whether paragraphs stand apart, and not as the items of a list do.
  private mutating func text(of block: MarkdownBlock, isLoose: Bool) -> String {
    switch block {
    case .paragraph(let inlines):
      let text = text(of: inlines)
      return isLoose ? "<p>\(text)</p>\n" : "\(text)\n"
    case .heading(let inlines, let level): return "<h\(level)>\(text(of: inlines))</h\(level)>\n"
    case .quote(let blocks): return "<blockquote>\n\(text(of: blocks))</blockquote>\n"
    case .list(let list): return text(of: list)
    case .table(let table): return text(of: table)
    case .code(let text):
      return "<pre tabindex=\"0\"><code>\(escape.escapeText(text))</code></pre>\n"
    case .rule: return "<hr>\n"
    }
  }

  private mutating func text(of list: MarkdownList) -> String {
    let tag = list.first == nil ? "ul" : "ol"
    let start = list.first.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    var text = "<\(tag)\(start)>\n"
    for item in list.items {
      text += "<li>\(self.text(of: item, isLoose: list.isLoose))</li>\n"
    }
    return text + "</\(tag)>\n"
  }

  private mutating func text(of table: MarkdownTable) -> String {
    var text = "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr>"
    text += row(table.headings, of: "th scope=\"col\"", table.alignments)
    text += "</tr></thead>\n<tbody>\n"
    for fields in table.rows { text += "<tr>\(row(fields, of: "td", table.alignments))</tr>\n" }
    return text + "</tbody></table></div>\n"
  }

  private mutating func row(
    _ fields: [[MarkdownInline]], of tag: String, _ alignments: [MarkdownTable.Alignment?]
  ) -> String {
    var text = ""
    for (column, inlines) in fields.enumerated() {
      let alignment = column < alignments.count ? alignments[column]?.rawValue : nil
      let attribute = alignment.map { " align=\"\($0)\"" } ?? ""
      text += "<\(tag)\(attribute)>\(self.text(of: inlines))</\(tag.prefix(2))>"
    }
    return text
  }

  /// The footnotes, by what the author calls them.
  private var notes: String {
    mutating get {
      var text = document.footnotes.isEmpty ? "" : "<hr>\n"
      for (index, note) in document.footnotes.enumerated() {
        let label = escape.escapeText(note.label)
        let way = "<sup><a href=\"#ref-\(index + 1)\">\(label)</a></sup> "
        var content = self.text(of: note.blocks)
        if content.hasPrefix("<p>") { content.removeFirst(3) } else { content = "</p>\n" + content }
        text += "<div class=\"note\" id=\"note-\(index + 1)\"><p>\(way)\(content)</div>\n"
      }
      return text
    }
  }

  // MARK: - Parts of a line

  private mutating func text(of inlines: [MarkdownInline]) -> String {
    var text = ""
    for inline in inlines { text += self.text(of: inline) }
    return text
  }

  private mutating func text(of inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): return escape.escapeText(text)
    case .code(let text): return "<code>\(escape.escapeText(text))</code>"
    case .emphasis(let inlines): return "<em>\(text(of: inlines))</em>"
    case .strong(let inlines): return "<strong>\(text(of: inlines))</strong>"
    case .link(let inlines, let address), .image(let inlines, let address):
      return link(text(of: inlines), to: address)
    case .reference(let note): return reference(to: note)
    case .lineBreak: return "<br>\n"
    }
  }

  /// A picture is a link to it, since the page loads nothing. An address that a browser runs, or that
  /// leads elsewhere than to the web, mail or a file beside the page, is printed and leads nowhere.
  private func link(_ text: String, to address: String) -> String {
    let escaped = escape.escapeText(address)
    guard Self.isSafe(address) else { return "\(text) (\(escaped))" }
    return "<a href=\"\(escaped)\">\(text)</a>"
  }

  private static func isSafe(_ address: String) -> Bool {
    let beginning = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = beginning.firstIndex(of: ":") else { return !address.isEmpty }
    return ["http", "https", "mailto"].contains(beginning[..<colon].lowercased())
  }

  private mutating func reference(to note: Int) -> String {
    guard document.footnotes.indices.contains(note) else { return "" }
    let id = referred.insert(note).inserted ? " id=\"ref-\(note + 1)\"" : ""
    let label = escape.escapeText(document.footnotes[note].label)
    return "<sup\(id)><a href=\"#note-\(note + 1)\">\(label)</a></sup>"
  }
}
