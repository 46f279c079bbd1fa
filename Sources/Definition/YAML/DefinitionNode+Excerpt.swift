import Basics

extension DefinitionNode {
  /// What a stage reads of a document, in a form that is equal where the stage would do the same:
  /// comments, blank lines, quotes, and the order of declared keys have no part in it.
  ///
  /// Every text stands with its length before it, so that no two documents have one excerpt.
  func excerpt(_ group: KeyGroup, readBy stage: Stage) -> String {
    var text = ""
    append(group, readBy: stage, to: &text)
    return text
  }

  private func append(_ group: KeyGroup, readBy stage: Stage, to text: inout String) {
    switch value {
    case .list(let items) where group.isList:
      text += "["
      for item in items { item.append(group, readBy: stage, to: &text) }
      text += "]"
    case .mapping:
      text += "{"
      for (name, entry) in group.keys where entry.readers.contains(stage) {
        guard let node = self[name] else { continue }
        Self.append(name, to: &text)
        if case .group(let group) = entry.type {
          node.append(group, readBy: stage, to: &text)
        } else {
          node.appendWhole(to: &text)
        }
      }
      text += "}"
    case .list, .scalar:
      appendWhole(to: &text)
    }
  }

  private func appendWhole(to text: inout String) {
    switch value {
    case .scalar(let scalar):
      Self.append(scalar, to: &text)
    case .list(let items):
      text += "["
      for item in items { item.appendWhole(to: &text) }
      text += "]"
    case .mapping(let pairs):
      text += "{"
      for (name, node) in pairs {
        Self.append(name, to: &text)
        node.appendWhole(to: &text)
      }
      text += "}"
    }
  }

  /// The lines that findings of a stage may name.
  func lines(_ group: KeyGroup, printedBy stage: Stage) -> [Int] {
    switch value {
    case .list(let items): items.flatMap { $0.lines(group, printedBy: stage) }
    case .mapping: pairs(of: group).flatMap { $1.lines($0, printedBy: stage) }
    case .scalar: []
    }
  }

  private func pairs(of group: KeyGroup) -> [(entry: KeyEntry, node: DefinitionNode)] {
    group.keys.compactMap { name, entry in self[name].map { (entry, $0) } }
  }

  private func lines(_ entry: KeyEntry, printedBy stage: Stage) -> [Int] {
    var lines: [Int] = []
    if entry.linesPrintedBy.contains(stage) {
      if case .list(let items) = value { lines += items.map(\.line) } else { lines.append(line) }
    }
    if case .group(let group) = entry.type { lines += self.lines(group, printedBy: stage) }
    return lines
  }

  private static func append(_ scalar: String, to text: inout String) {
    text += "\(scalar.utf8.count):\(scalar)"
  }
}
