import CCmark
import CCmarkExtensions

/// Reads Markdown with cmark-gfm, the parser of GitHub and of Swift's own documentation.
///
/// What is HTML in the text is text here, since a form of output decides its bytes itself; but for
/// comments, which are for whoever edits the text, and `<br>`, which tables have no other word for.
@safe struct MarkdownReader {
  private typealias Node = OpaquePointer

  /// The text line by line, for what the parser does not tell.
  private let lines: [Substring]

  static func read(_ text: String) -> (blocks: [MarkdownBlock], footnotes: [MarkdownFootnote]) {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return ([], []) }
    defer { unsafe cmark_parser_free(parser) }
    if let tables = unsafe cmark_find_syntax_extension("table") {
      unsafe cmark_parser_attach_syntax_extension(parser, tables)
    }
    unsafe cmark_parser_feed(parser, text, text.utf8.count)
    guard let document = unsafe cmark_parser_finish(parser) else { return ([], []) }
    defer { unsafe cmark_node_free(document) }
    let reader = MarkdownReader(
      lines: text.split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) })
    let nodes = unsafe reader.children(of: document)
    return unsafe (
      nodes.flatMap { unsafe reader.blocks(of: $0) },
      nodes.filter { unsafe NodeKind(of: $0) == .footnote }.map { unsafe reader.footnote($0) }
    )
  }

  private func children(of node: Node) -> [Node] {
    var children: [Node] = unsafe []
    var next = unsafe cmark_node_first_child(node)
    while let child = unsafe next {
      unsafe children.append(child)
      unsafe next = cmark_node_next(child)
    }
    return unsafe children
  }

  private func literal(of node: Node) -> String {
    unsafe cmark_node_get_literal(node).map { unsafe String(cString: $0) } ?? ""
  }

  /// What stands at the beginning of a node, from where it is said to begin.
  private func source(of node: Node) -> Substring {
    let line = unsafe Int(cmark_node_get_start_line(node)) - 1
    let column = unsafe Int(cmark_node_get_start_column(node)) - 1
    guard lines.indices.contains(line) else { return "" }
    return Substring(lines[line].utf8.dropFirst(max(column, 0)))
  }
}

// MARK: - Blocks

extension MarkdownReader {
  private func blocks(of node: Node) -> [MarkdownBlock] {
    switch unsafe NodeKind(of: node) {
    case .paragraph: return unsafe [.paragraph(inlines(of: node))]
    case .heading:
      let level = unsafe Int(cmark_node_get_heading_level(node))
      return unsafe [.heading(inlines(of: node), level: level)]
    case .quote: return unsafe [.quote(children(of: node).flatMap { unsafe blocks(of: $0) })]
    case .list: return unsafe lists(of: node).map(MarkdownBlock.list)
    case .table: return unsafe [.table(table(node))]
    case .code: return unsafe [.code(literal(of: node))]
    case .html:
      var text = unsafe literal(of: node)
      if text.last?.isNewline == true { text.removeLast() }
      return Self.isComment(text) ? [] : [.paragraph([.text(text)])]
    case .rule: return [.rule]
    case .footnote: return []
    case .document, .item, .tableHeader, .tableRow, .tableCell, .text, .softBreak, .lineBreak,
      .inlineCode, .inlineHTML, .emphasis, .strong, .link, .image, .reference, nil:
      return unsafe children(of: node).flatMap { unsafe blocks(of: $0) }
    }
  }

  /// A list, or several where its numbers leap.
  private func lists(of node: Node) -> [MarkdownList] {
    let isLoose = unsafe cmark_node_get_list_tight(node) == 0
    let isNumbered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var lists: [MarkdownList] = []
    unsafe children(of: node).forEach { item in
      let content = unsafe children(of: item).flatMap { unsafe blocks(of: $0) }
      let next = lists.last.flatMap { last in last.first.map { $0 + last.items.count } }
      let written = unsafe Int(source(of: item).prefix(while: \.isASCIIDigit))
      let number =
        isNumbered ? unsafe written ?? next ?? Int(cmark_node_get_list_start(node)) : nil
      if !lists.isEmpty, next == number {
        lists[lists.count - 1].items.append(content)
      } else {
        lists.append(MarkdownList(first: number, items: [content], isLoose: isLoose))
      }
    }
    return lists
  }

  private func table(_ node: Node) -> MarkdownTable {
    let rows = unsafe children(of: node).map { row in
      unsafe children(of: row).map { unsafe inlines(of: $0) }
    }
    let count = unsafe Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = unsafe cmark_gfm_extensions_get_table_alignments(node)
    return MarkdownTable(
      headings: rows.first ?? [], rows: Array(rows.dropFirst()),
      alignments: (0..<count).map { column in
        unsafe letters.flatMap { unsafe MarkdownTable.Alignment(letter: $0[column]) }
      })
  }

  /// Its label is no part of the tree: it stands where its first line begins.
  private func footnote(_ node: Node) -> MarkdownFootnote {
    let line = unsafe Int(cmark_node_get_start_line(node)) - 1
    let parts = (lines.indices.contains(line) ? lines[line] : "").split(
      separator: "[^", maxSplits: 1, omittingEmptySubsequences: false)
    let label = parts.last?.prefix { $0 != "]" } ?? ""
    return unsafe MarkdownFootnote(
      label: String(label), blocks: children(of: node).flatMap { unsafe blocks(of: $0) })
  }
}

// MARK: - Parts of a line

extension MarkdownReader {
  private func inlines(of node: Node) -> [MarkdownInline] {
    unsafe children(of: node).flatMap { unsafe inline($0) }
  }

  private func inline(_ node: Node) -> [MarkdownInline] {
    switch unsafe NodeKind(of: node) {
    case .text: return unsafe [.text(literal(of: node))]
    case .softBreak: return [.text("\n")]
    case .lineBreak: return [.lineBreak]
    case .inlineCode: return unsafe [.code(literal(of: node))]
    case .inlineHTML:
      let text = unsafe literal(of: node)
      if Self.isComment(text) { return [] }
      let isBreak = text.lowercased().filter { !$0.isWhitespace && $0 != "/" } == "<br>"
      return [isBreak ? .lineBreak : .text(text)]
    case .emphasis: return unsafe [.emphasis(inlines(of: node))]
    case .strong: return unsafe [.strong(inlines(of: node))]
    case .link: return unsafe [.link(inlines(of: node), address: address(of: node))]
    case .image: return unsafe [.image(inlines(of: node), address: address(of: node))]
    case .reference: return unsafe [.reference(note: (Int(literal(of: node)) ?? 1) - 1)]
    case .document, .quote, .list, .item, .code, .html, .paragraph, .heading, .rule, .table,
      .tableHeader, .tableRow, .tableCell, .footnote, nil:
      return unsafe inlines(of: node)
    }
  }

  private func address(of node: Node) -> String {
    unsafe cmark_node_get_url(node).map { unsafe String(cString: $0) } ?? ""
  }

  private static func isComment(_ html: String) -> Bool {
    guard html.hasPrefix("<!--"), let end = html.firstRange(of: "-->") else { return false }
    return html[end.upperBound...].allSatisfy(\.isWhitespace)
  }
}

/// The kinds of nodes, by the names that the parser has for them.
private enum NodeKind: String {
  case document, list, item, paragraph, heading, table, text, strong, link, image
  case quote = "block_quote"
  case code = "code_block"
  case html = "html_block"
  case rule = "thematic_break"
  case tableHeader = "table_header"
  case tableRow = "table_row"
  case tableCell = "table_cell"
  case softBreak = "softbreak"
  case lineBreak = "linebreak"
  case inlineCode = "code"
  case inlineHTML = "html_inline"
  case emphasis = "emph"
  /// These two have no names.
  case footnote = "footnote_definition"
  case reference = "footnote_reference"

  init?(of node: OpaquePointer) {
    let type = unsafe cmark_node_get_type(node)
    if type == CMARK_NODE_FOOTNOTE_DEFINITION {
      self = .footnote
    } else if type == CMARK_NODE_FOOTNOTE_REFERENCE {
      self = .reference
    } else {
      self.init(rawValue: unsafe String(cString: cmark_node_get_type_string(node)))
    }
  }
}

extension MarkdownTable.Alignment {
  fileprivate init?(letter: UInt8) {
    let known: [UInt8: Self] = [
      UInt8(ascii: "l"): .left, UInt8(ascii: "c"): .centre, UInt8(ascii: "r"): .right,
    ]
    guard let alignment = known[letter] else { return nil }
    self = alignment
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
