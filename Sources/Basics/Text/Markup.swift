extension String {
  /// The text without HTML and Markdown, as a person reads it in a form: survey tools let people
  /// write both into labels.
  ///
  /// Tags that HTML has are left out, with line breaks as blanks, and the usual entities are the
  /// characters they stand for; of Markdown, asterisks around words and signs of a title. What is
  /// none of these stays: "age < 5", "a * b", "Name *", `__version__`.
  package var withoutMarkup: String {
    guard utf8.contains(where: { Self.marks.contains($0) }) else { return self }
    return Self.withoutAsterisks(Self.withoutEntities(Self.withoutTags(self)))
  }

  private static let marks = Set("<&*#".utf8)

  private static let tags: Set<String> = [
    "a", "b", "big", "br", "center", "code", "div", "em", "font", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "img", "li", "mark", "ol", "p", "small", "span", "strike", "strong", "sub",
    "sup", "table", "tbody", "td", "th", "tr", "u", "ul",
  ]
  private static let entities = [
    ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ("&apos;", "'"), ("&amp;", "&"),
  ]

  private static func withoutTags(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(of: ">"), isTag(inner[..<close]) else {
        result += "<"
        rest = inner
        continue
      }
      // What stands in two lines or cells is two words.
      if !result.isEmpty && !isWithinWords(inner[..<close]) { result += " " }
      rest = inner[inner.index(after: close)...]
    }
    result += rest
    return result.count == text.count
      ? text : result.split(separator: " ").joined(separator: " ")
  }

  private static func isTag(_ inner: Substring) -> Bool {
    let name = inner.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    let rest = inner.drop { $0 == "/" }.dropFirst(name.count)
    return tags.contains(name.lowercased())
      && (rest.allSatisfy { " /".contains($0) } || rest.first == " " && rest.contains("="))
  }

  private static func isWithinWords(_ inner: Substring) -> Bool {
    let name = inner.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    return [
      "a", "b", "big", "code", "em", "font", "i", "mark", "small", "span", "strike", "strong",
      "sub", "sup", "u",
    ].contains(name)
  }

  private static func withoutEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Without asterisks that stand around words, one, two or three at either end, and without the
  /// signs of a title before the text.
  private static func withoutAsterisks(_ text: String) -> String {
    var text = text
    let title = text.prefix { $0 == "#" }
    if (1...6).contains(title.count), text.dropFirst(title.count).first == " " {
      text = String(text.dropFirst(title.count + 1))
    }
    for mark in ["***", "**", "*"] {
      var result = ""
      var rest = text[...]
      while let open = rest.firstRange(of: mark) {
        let inner = rest[open.upperBound...]
        guard let close = inner.firstRange(of: mark), let first = inner.first, first != " ",
          first != "*", inner[..<close.lowerBound].last != " ",
          (result + rest[..<open.lowerBound]).last.map({ $0.isLetter || $0.isNumber }) != true
        else {
          result += rest[..<open.upperBound]
          rest = inner
          continue
        }
        result += rest[..<open.lowerBound] + inner[..<close.lowerBound]
        rest = inner[close.upperBound...]
      }
      text = result + rest
    }
    return text
  }
}
