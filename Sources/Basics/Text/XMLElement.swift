/// An element of XML 1.0, and how the program writes it: each element that has others on lines of its own, so
/// that two files can be compared line by line.
package struct XMLElement: Sendable {
  private let name: String
  private let attributes: [(String, String)]
  private let content: Content

  private enum Content: Sendable {
    case text(String)
    case elements([XMLElement])
  }

  package init(
    _ name: String, attributes: [(String, String)] = [], _ elements: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes
    content = .elements(elements)
  }

  package init(_ name: String, attributes: [(String, String)] = [], text: String) {
    self.name = name
    self.attributes = attributes
    content = .text(text)
  }

  /// The text of a file in UTF-8.
  package var fileText: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    text += "\(indent)<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
    switch content {
    case .text(let inner): text += ">\(Self.escaped(inner))</\(name)>\n"
    case .elements(let elements) where elements.isEmpty: text += "/>\n"
    case .elements(let elements):
      text += ">\n"
      for element in elements { element.write(to: &text, indent: indent + "  ") }
      text += "\(indent)</\(name)>\n"
    }
  }

  /// What would be read as markup or as another white space, as references; what XML has no sign for
  /// (section 2.2), as U+FFFD.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case ..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
