import Basics
import Questionnaire

/// Entries of a list that stand for several, such as one rule for each of eighteen treaties:
/// `for: {treaty: [cedaw, crc]}`, in which `<treaty>` stands for each name in turn.
extension DefinitionNode {
  /// The most entries that one may stand for.
  private static let mostEntries = 10_000

  /// The same with such entries written out, wherever a list of a file may have them.
  ///
  /// - Throws: `badDefinition` where a name in angle brackets is none of those that `for` gives.
  func writtenOut(_ group: KeyGroup) throws(RunError) -> DefinitionNode {
    switch value {
    case .list(let items) where group.isList:
      var written: [DefinitionNode] = []
      for item in items {
        for entry in try item.entries(group) { written.append(try entry.writtenOut(group)) }
      }
      return with(.list(written))
    case .mapping(let pairs):
      var written: [(key: String, node: DefinitionNode)] = []
      for (name, node) in pairs {
        let entry = group.keys.first { $0.name == name }?.entry
        if case .group(let group) = entry?.type {
          written.append((name, try node.writtenOut(group)))
        } else {
          written.append((name, node))
        }
      }
      return with(.mapping(written))
    case .list, .scalar:
      return self
    }
  }

  private func with(_ value: Value) -> DefinitionNode {
    DefinitionNode(value, at: key, line: line, path: path)
  }

  /// What an item of a list stands for: itself, unless it has `for`.
  private func entries(_ group: KeyGroup) throws(RunError) -> [DefinitionNode] {
    guard case .mapping(let pairs) = value, let template = self[TemplateKey.name],
      group.keys.contains(where: { $0.name == TemplateKey.name })
    else { return [self] }
    let item = with(.mapping(pairs.filter { $0.key != TemplateKey.name }))
    var entries = [(item: item, terms: [TemplateTerm]())]
    for (name, node) in try template.pairs() {
      guard DefinitionName.isName(name), !name.contains(".") else {
        throw node.error(
          id: .yaml(.template),
          "'\(name)' cannot stand in angle brackets; expected letters, digits, '_' and '-'")
      }
      let terms = try node.terms(of: name)
      guard entries.count * terms.count <= Self.mostEntries else {
        throw node.error(
          id: .yaml(.template),
          "it would stand for \(entries.count * terms.count) entries; expected at most \(Self.mostEntries)"
        )
      }
      entries = entries.flatMap { entry in terms.map { (entry.item, entry.terms + [$0]) } }
    }
    var written: [DefinitionNode] = []
    for entry in entries { written.append(try entry.item.filled(entry.terms, below: key)) }
    return written
  }

  /// What a name stands for, one after the other: a list, or names with what people read.
  private func terms(of name: String) throws(RunError) -> [TemplateTerm] {
    var terms: [TemplateTerm] = []
    if isMapping {
      for (text, label) in try pairs() {
        terms.append(TemplateTerm(name: name, text: text, label: try label.text()))
      }
    } else {
      for text in try texts() { terms.append(TemplateTerm(name: name, text: text, label: text)) }
    }
    guard !terms.isEmpty else {
      throw error(id: .yaml(.empty), "the list is empty; expected what '<\(name)>' stands for")
    }
    return terms
  }

  /// - Parameters:
  ///   - prefix: Where the item stands, which errors say with the terms.
  ///   - own: The names that stand for something in entries within it.
  private func filled(
    _ terms: [TemplateTerm], below prefix: String, leaving own: [String] = []
  ) throws(RunError) -> DefinitionNode {
    let names = terms.map { "\($0.name): \($0.text)" }.joined(separator: ", ")
    let key = "\(prefix) (\(names))\(key.dropFirst(prefix.count))"
    let value: Value
    switch self.value {
    case .scalar(let text): value = .scalar(try filled(text, terms, leaving: own))
    case .list(let items):
      var written: [DefinitionNode] = []
      for item in items { written.append(try item.filled(terms, below: prefix, leaving: own)) }
      value = .list(written)
    case .mapping(let pairs):
      let own = own + (try self[TemplateKey.name]?.pairs().map(\.key) ?? [])
      var written: [(key: String, node: DefinitionNode)] = []
      for (name, node) in pairs {
        written.append((name, try node.filled(terms, below: prefix, leaving: own)))
      }
      value = .mapping(written)
    }
    return DefinitionNode(value, at: key, line: line, path: path)
  }

  /// A text with what its names in angle brackets stand for. What is no name in brackets, such as
  /// `a < 3 and b > 2`, stays as it is.
  private func filled(
    _ text: String, _ terms: [TemplateTerm], leaving own: [String]
  ) throws(RunError) -> String {
    var filled = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      filled += rest[..<start]
      rest = rest[start...]
      let inside = rest.dropFirst().prefix { $0 != ">" && $0 != "<" }
      guard inside.endIndex < rest.endIndex, rest[inside.endIndex] == ">",
        DefinitionName.isName(String(inside))
      else {
        filled += "<"
        rest = rest.dropFirst()
        continue
      }
      let value = terms.lazy.compactMap { $0.value(of: inside) }.first
      let isOwn = own.contains { inside == $0 || inside == "\($0).\(TemplateTerm.label)" }
      guard let found = value ?? (isOwn ? "<\(inside)>" : nil) else {
        let names = terms.flatMap { ["\($0.name)", "\($0.name).\(TemplateTerm.label)"] }
        throw error(
          id: .yaml(.template),
          "'<\(inside)>' stands for nothing; expected '<\(names.joined(separator: ">', '<"))>'."
            + Suggestion.question(for: String(inside), among: names))
      }
      filled += found
      rest = rest[inside.endIndex...].dropFirst()
    }
    return filled + rest
  }
}

/// What one name in angle brackets stands for in one of the entries.
private struct TemplateTerm {
  static let label = "label"

  let name: String
  let text: String
  /// How people read it.
  let label: String

  func value(of placeholder: Substring) -> String? {
    if placeholder == name { return text }
    return placeholder == "\(name).\(Self.label)" ? label : nil
  }
}

/// The key of entries that stand for several.
enum TemplateKey {
  static let name = "for"

  /// - Parameter stages: Those that read anything of such an entry.
  static func entry(readBy stages: Set<Stage>) -> KeyEntry {
    KeyEntry(
      .text("a name, with what it stands for"), .words("the entry stands once"),
      "The entry stands for several: once for each, in which `<treaty>` is its name and `<treaty.label>` how "
        + "people read it, as in `for: {treaty: {crc: Rights of the Child}}`. Of two names every pair.",
      example: "{way: [press, radio]}", readBy: stages)
  }
}
