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
        if entry.linesPrintedBy.contains(stage) { node.appendLines(to: &text) }
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

  private func appendLines(to text: inout String) {
    switch value {
    case .list(let items): for item in items { text += "@\(item.line)" }
    case .scalar, .mapping: text += "@\(line)"
    }
  }

  private static func append(_ scalar: String, to text: inout String) {
    text += "\(scalar.utf8.count):\(scalar)"
  }
}
