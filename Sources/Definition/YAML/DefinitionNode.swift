package import Basics
import Yams

/// A value in a definition file (YAML), with its position, so that every error can name the line.
///
/// Scalars keep the text as written: `NO` is Norway's code and `01` a code of two characters.
package struct DefinitionNode: Sendable {
  package let path: String
  package let line: Int
  /// Where the value stands in the document, such as `tables[2].rows`.
  package let key: String
  let value: Value

  indirect enum Value: Sendable {
    case scalar(String)
    case list([DefinitionNode])
    case mapping([(key: String, node: DefinitionNode)])
  }

  /// Reads a document.
  ///
  /// - Throws: `badDefinition` with the line where the text is not YAML.
  package init(path: String) throws(RunError) {
    let text = try FileSystem.text(of: path)
    let parser: Parser
    let node: Node?
    do {
      // Scalars are texts: the rules by which others are numbers or dates take a millisecond to make.
      parser = try Parser(yaml: text, resolver: .basic)
      node = try parser.singleRoot()
    } catch {
      throw Self.syntaxError(error, text: text, path: path)
    }
    guard let node else {
      throw RunError(
        path: path, line: 1, id: .yaml(.empty), "the file is empty; expected YAML")
    }
    // The parser keeps the anchors, to which the nodes refer weakly.
    defer { withExtendedLifetime(parser) {} }
    try self.init(node, path: path, key: "", line: 1)
  }

  private init(_ node: Node, path: String, key: String, line: Int) throws(RunError) {
    self.path = path
    self.key = key
    self.line = node.mark?.line ?? line
    // Aliases of aliases grow without bound, and an error could not name the line that it is about.
    guard node.anchor == nil else {
      throw RunError(
        path: path, line: self.line, id: .yaml(.alias),
        "found a YAML anchor (&); expected the value alone. Write it out wherever it is meant"
      )
    }
    switch node {
    case .scalar(let scalar):
      value = .scalar(scalar.string)
    case .sequence(let sequence):
      var items: [DefinitionNode] = []
      for (index, item) in sequence.enumerated() {
        items.append(try Self(item, path: path, key: "\(key)[\(index + 1)]", line: self.line))
      }
      value = .list(items)
    case .mapping(let mapping):
      var pairs: [(String, DefinitionNode)] = []
      for (name, item) in mapping {
        let name = name.scalar?.string ?? ""
        let prefix = key.isEmpty ? name : "\(key).\(name)"
        pairs.append((name, try Self(item, path: path, key: prefix, line: self.line)))
      }
      value = .mapping(pairs)
    case .alias:
      throw RunError(
        path: path, line: self.line, id: .yaml(.alias),
        "found a YAML alias; expected the value itself. Write it out")
    }
  }

  /// A value that stands for one of the file.
  init(_ value: Value, at key: String, line: Int, path: String) {
    self.path = path
    self.line = line
    self.key = key
    self.value = value
  }

  private init(_ value: Value, standingFor key: String, in parent: DefinitionNode) {
    self.init(
      value, at: parent.key.isEmpty ? key : "\(parent.key).\(key)", line: parent.line,
      path: parent.path)
  }

  /// A value that a key means which is left out.
  func standing(for key: String, as text: String) -> DefinitionNode {
    DefinitionNode(.scalar(text), standingFor: key, in: self)
  }

  /// A group that is left out.
  func withoutKeys(_ key: String) -> DefinitionNode {
    DefinitionNode(.mapping([]), standingFor: key, in: self)
  }

  private static func syntaxError(_ error: any Error, text: String, path: String) -> RunError {
    let (line, message) = position(of: error, text: text)
    return RunError(
      path: path, line: line, id: .yaml(.yaml),
      "this is not YAML: \(message). Check the indentation and quote texts that hold ': ' or '#'")
  }

  private static func position(of error: any Error, text: String) -> (line: Int?, message: String) {
    switch error {
    case YamlError.parser(_, let problem, let mark, _),
      YamlError.scanner(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return (mark.line, problem)
    case YamlError.reader(let problem, let offset, _, _):
      let before = offset.map { text.utf8.prefix($0) }
      return (before.map { $0.count { $0 == UInt8(ascii: "\n") } + 1 }, problem)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let key = keys.sorted().first ?? ""
      return (
        line(ofSecond: key, after: context.mark, in: text),
        "key '\(key)' stands on line \(context.mark.line) already; expected each key once"
      )
    default:
      return (nil, "\(error)")
    }
  }

  /// The line on which a key stands again. The parser knows only its first line; the second is
  /// the next line that has it in the same column, or the same line.
  private static func line(ofSecond key: String, after mark: Mark, in text: String) -> Int {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let next = lines.indices.dropFirst(mark.line).first { index in
      let margin = lines[index].prefix(mark.column - 1)
      let rest = lines[index].dropFirst(mark.column - 1)
      return margin.allSatisfy { $0 == " " }
        && ["", "'", "\""].contains { rest.hasPrefix("\($0)\(key)\($0):") }
    }
    return next.map { $0 + 1 } ?? mark.line
  }

  /// An error about this value.
  package func error(id: ErrorID, _ message: String) -> RunError {
    RunError(.badDefinition, [problem(id: id, message)])
  }

  /// A problem with this value, to be collected with others.
  package func problem(id: ErrorID, _ message: String) -> RunError.Problem {
    let prefix = key.isEmpty ? "" : "at '\(key)': "
    return RunError.Problem(path: path, line: line, id: id, message: prefix + message)
  }
}

// MARK: - Values

extension DefinitionNode {
  package func text() throws(RunError) -> String {
    guard case .scalar(let text) = value else {
      throw error(id: .yaml(.notAText), "expected one value, not a list or a group of keys")
    }
    return text
  }

  package func integer(_ range: ClosedRange<Int>) throws(RunError) -> Int {
    let text = try text()
    guard let number = Int(text), range.contains(number) else {
      throw error(
        id: .yaml(.notANumber),
        "found '\(text)'; expected a whole number from \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    return number
  }

  package func flag() throws(RunError) -> Bool {
    switch try text() {
    case "true", "yes": return true
    case "false", "no": return false
    case let other: throw error(id: .yaml(.notAFlag), "found '\(other)'; expected yes or no")
    }
  }

  /// The items of a list; a single value is a list of one.
  package func list() throws(RunError) -> [DefinitionNode] {
    switch value {
    case .list(let items): return items
    case .scalar(let text): return text.isEmpty ? [] : [self]
    case .mapping: throw error(id: .yaml(.notAList), "expected a list, not a group of keys")
    }
  }

  package func texts() throws(RunError) -> [String] {
    var texts: [String] = []
    for item in try list() { texts.append(try item.text()) }
    return texts
  }

  package func pairs() throws(RunError) -> [(key: String, node: DefinitionNode)] {
    guard case .mapping(let pairs) = value else {
      throw error(id: .yaml(.notAGroup), "expected keys with values, as in 'key: value'")
    }
    return pairs
  }

  package var isMapping: Bool {
    if case .mapping = value { true } else { false }
  }

  /// One of a closed set of words.
  package func word<Word: RawRepresentable & CaseIterable>(
    as type: Word.Type
  ) throws(RunError) -> Word where Word.RawValue == String {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let names = Word.allCases.map(\.rawValue)
      throw error(
        id: .yaml(.unknownWord),
        "found '\(text)'; expected \(Suggestion.allowed(names))."
          + Suggestion.question(for: text, among: names))
    }
    return word
  }
}

// MARK: - Keys

extension DefinitionNode {
  /// The value of a key, or nil where the key is absent.
  package subscript(_ key: String) -> DefinitionNode? {
    guard case .mapping(let pairs) = value else { return nil }
    return pairs.first { $0.key == key }?.node
  }

  package func required(_ key: String) throws(RunError) -> DefinitionNode {
    guard let node = self[key] else {
      throw error(id: .yaml(.missingKey), "there is no key '\(key)'; it must be given")
    }
    return node
  }

  /// Refuses keys that nobody reads: a misspelt key must not pass in silence.
  package func allowOnly(_ keys: [String]) throws(RunError) {
    for (key, node) in try pairs() where !keys.contains(key) {
      throw node.error(
        id: .yaml(.unknownKey),
        "key '\(key)' is not known here; expected \(keys.sorted().joined(separator: ", "))."
          + Suggestion.question(for: key, among: keys))
    }
  }
}
