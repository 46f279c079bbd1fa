import Interchange
import Tabular

/// The draft report: prose from `report.md` with figures, words and lists filled in from cells.
///
/// Placeholders stand in double braces; a cell is named `table/row/column`, the column being
/// the total where it is left out:
///
/// | placeholder | gives |
/// |---|---|
/// | `{{number response/replied}}` | the count, in words below ten |
/// | `{{figure response/replied}}` | the count in figures |
/// | `{{base response/replied}}` | the base of the cell, in words below ten |
/// | `{{percent response/replied/party}}` | `45 per cent (35 of 78)` |
/// | `{{quantifier accomplice/yes}}` | the word of the scale, `almost all (51 of 52)` |
/// | `{{list response/replied/party}}` | the units, separated by commas |
/// | `{{names accomplice/no}}` | the units in a sentence: `Jamaica and the Maldives` |
/// | `{{title}}`, `{{cut-off}}`, `{{scale}}` | of the collection; the scale is a list of its words |
///
/// A placeholder with a capital letter begins its text with one.
struct ReportTemplate {
  private struct Placeholder {
    let keyword: String
    let argument: String
    let isCapital: Bool
    let line: Int

    var text: String { argument.isEmpty ? keyword : "\(keyword) \(argument)" }
  }

  private enum Part {
    case text(Substring)
    case placeholder(Placeholder)
  }

  private let path: String
  private let parts: [Part]

  /// - Throws: `badDefinition` with the line of a placeholder that does not end.
  init(path: String) throws(RunError) {
    self.path = path
    let text = try FileSystem.text(of: path)
    var parts: [Part] = []
    var rest = text[...]
    var line = 1
    while let open = rest.firstRange(of: "{{") {
      parts.append(.text(rest[..<open.lowerBound]))
      line += rest[..<open.lowerBound].count { $0.isNewline }
      let inner = rest[open.upperBound...]
      guard let close = inner.firstRange(of: "}}") else {
        throw RunError(
          .badDefinition, path: path, line: line, rule: "open-placeholder",
          "a '{{' stands here without '}}' after it")
      }
      let words = inner[..<close.lowerBound].split(whereSeparator: \.isWhitespace)
      let keyword = words.first.map(String.init) ?? ""
      parts.append(
        .placeholder(
          Placeholder(
            keyword: keyword.lowercased(), argument: words.dropFirst().joined(separator: " "),
            isCapital: keyword.first?.isUppercase ?? false, line: line)))
      line += inner[..<close.lowerBound].count { $0.isNewline }
      rest = inner[close.upperBound...]
    }
    parts.append(.text(rest))
    self.parts = parts
  }

  /// Fills in the placeholders.
  ///
  /// - Throws: `badDefinition` with every placeholder that names no cell, each with its line.
  func filled(_ source: ReportFigures) throws(RunError) -> String {
    var text = ""
    var problems: [RunError.Problem] = []
    for part in parts {
      switch part {
      case .text(let prose):
        text += prose
      case .placeholder(let placeholder):
        do throws(ReportFigures.Unknown) {
          let value = try source.text(placeholder.keyword, placeholder.argument)
          text += placeholder.isCapital ? value.prefix(1).uppercased() + value.dropFirst() : value
        } catch {
          problems.append(
            .init(
              path: path, line: placeholder.line, rule: error.rule,
              message: "{{\(placeholder.text)}}: \(error.message)"))
        }
      }
    }
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
    return text
  }
}
