import Mustache

/// Markup of which there is very much: the cells of tables and the parts of bars. The library takes
/// four microseconds for a text, and large pages have a hundred thousand.
///
/// It is made here and nowhere else, of numbers and of texts that are escaped; templates put nothing
/// else of data into the page as it is.
struct PageMarkup: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { false }

  /// The cells of a row. HTML lets their ends be left out (13.1.2.4, "Optional tags").
  init(cells: [String]) {
    let escape = PageText()
    renderText = cells.map { "<td>\(escape.escapeText($0))" }.joined()
  }

  /// The parts of a bar, each with its number where there is room.
  init(parts: [ChartShapes.Part]) {
    let escape = PageText()
    renderText = parts.map { part in
      let shape =
        "<rect x=\"\(part.start)%\" width=\"\(part.width)%\" class=\"c\(part.colour)\"/>"
      guard !part.text.isEmpty else { return shape }
      return "\(shape)<text x=\"\(part.middle)%\">\(escape.escapeText(part.text))</text>"
    }.joined()
  }
}
