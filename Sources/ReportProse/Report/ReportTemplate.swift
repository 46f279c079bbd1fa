import Basics
import Definition

/// The draft report: prose from `report.md` with figures, words and lists filled in from cells.
///
/// Placeholders stand in double braces; what each gives, `ReportKeyword` says. A cell is named
/// `table/row/column`, the column being the total where it is left out. A placeholder with a capital
/// letter begins its text with one. An author who prefers words of their own writes them after `=`:
/// they are printed as they stand and checked against the cell, see `ClaimCheck`. The notes of tables
/// may have placeholders too.
struct ReportTemplate {
  fileprivate struct Placeholder {
    let keyword: String
    let argument: String
    /// The author's own words, printed instead and checked against the cell.
    let words: String?
    let isCapital: Bool
    let line: Int

    var text: String { argument.isEmpty ? keyword : "\(keyword) \(argument)" }
  }

  private enum Part {
    case text(Substring, line: Int)
    case placeholder(Placeholder)
  }

  private let path: String
  private let original: String
  private let first: Int
  private let parts: [Part]

  /// - Throws: `badDefinition` with the line of a placeholder that does not end.
  init(path: String) throws(RunError) {
    try self.init(try FileSystem.text(of: path), path: path, line: 1)
  }

  /// - Parameter first: The line of the file that the text begins on.
  init(_ text: String, path: String, line first: Int) throws(RunError) {
    self.path = path
    original = text
    self.first = first
    var parts: [Part] = []
    var rest = text[...]
    var line = first
    while let open = rest.firstRange(of: "{{") {
      parts.append(.text(rest[..<open.lowerBound], line: line))
      line += rest[..<open.lowerBound].count { $0.isNewline }
      let inner = rest[open.upperBound...]
      guard let close = inner.firstRange(of: "}}") else {
        throw RunError(
          path: path, line: line, id: .report(.openPlaceholder),
          "found '{{' without '}}' after it")
      }
      parts.append(.placeholder(Placeholder(inner[..<close.lowerBound], line: line)))
      line += inner[..<close.lowerBound].count { $0.isNewline }
      rest = inner[close.upperBound...]
    }
    parts.append(.text(rest, line: line))
    self.parts = parts
  }

  /// Fills in the placeholders.
  ///
  /// - Throws: `badDefinition` with every placeholder that names no cell, each with its line.
  func filled(_ source: ReportFigures) throws(RunError) -> FilledProse {
    var prose = FilledProse(original, path: path, line: first)
    var problems: [RunError.Problem] = []
    for part in parts {
      switch part {
      case .text(let text, let line):
        prose.append(text, line: line)
      case .placeholder(let placeholder):
        do throws(PlaceholderError) {
          try fill(placeholder, source, into: &prose)
        } catch {
          switch error {
          case .fault(let fault): throw fault
          case .unknown(let id, let message):
            problems.append(
              .init(
                path: path, line: placeholder.line, id: id,
                message: "{{\(placeholder.text)}}: \(message)"))
          }
        }
      }
    }
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
    return prose
  }

  private func fill(
    _ placeholder: Placeholder, _ source: ReportFigures, into prose: inout FilledProse
  ) throws(PlaceholderError) {
    guard let keyword = ReportKeyword(rawValue: placeholder.keyword) else {
      let known =
        (placeholder.words == nil
        ? ReportKeyword.allCases : ReportKeyword.allCases.filter(\.isAboutCell)).map(\.rawValue)
      throw .unknown(
        id: .report(.unknownPlaceholder),
        message: (placeholder.words == nil ? "expected " : "words of one's own can be said of ")
          + known.joined(separator: ", ") + "."
          + Suggestion.question(for: placeholder.keyword, among: known))
    }
    guard keyword != .mention else {
      prose.append(generated: placeholder.argument)
      return
    }
    guard let words = placeholder.words else {
      let value = try source.text(keyword, placeholder.argument)
      prose.append(
        generated: placeholder.isCapital
          ? value.prefix(1).uppercased() + value.dropFirst() : value,
        isMarkdown: keyword == .scale)
      if let cell = try? source.cell(placeholder.argument) {
        prose.note(cell.table, line: placeholder.line)
      }
      return
    }
    prose.append(
      try source.claim(
        keyword, argument: placeholder.argument, words: words, line: placeholder.line))
  }
}

extension ReportTemplate.Placeholder {
  fileprivate init(_ inner: Substring, line: Int) {
    let parts = inner.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(whereSeparator: \.isWhitespace)
    let keyword = words.first.map(String.init) ?? ""
    self.init(
      keyword: keyword.lowercased(), argument: words.dropFirst().joined(separator: " "),
      words: parts.count == 2
        ? parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ") : nil,
      isCapital: keyword.first?.isUppercase ?? false, line: line)
  }
}
