/// A value of JSON (RFC 8259), and how the program writes it: each member on a line of its own, so that two
/// files can be compared line by line.
package enum JSONValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONValue])
  /// Its members in the order in which they are written.
  case object([(String, JSONValue)])

  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(arrayLiteral values: JSONValue...) { self = .list(values) }

  /// The text of a file, with its line end.
  package var fileText: String { text(indent: 0) + "\n" }

  private func text(indent: Int) -> String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): String(flag)
    case .list(let values):
      Self.block(values.map { $0.text(indent: indent + 2) }, start: "[", end: "]", indent: indent)
    case .object(let members):
      Self.block(
        members.map { "\(Self.quoted($0)) : \($1.text(indent: indent + 2))" }, start: "{",
        end: "}", indent: indent)
    }
  }

  private static func block(
    _ lines: [String], start: String, end: String, indent: Int
  ) -> String {
    let blanks = String(repeating: " ", count: indent)
    let inner = lines.map { "\(blanks)  \($0)" }.joined(separator: ",\n")
    return "\(start)\n\(inner)\n\(blanks)\(end)"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
