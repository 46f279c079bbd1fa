import Basics
import Questionnaire

/// Makes names for questions and choices of what an export calls them, each once.
struct NameMaker {
  private static let longest = 40
  private var used: Set<String> = []
  private let isOfQuestions: Bool

  /// - Parameter isOfQuestions: Whether survey tools put the names into XML, where none begins with a digit
  ///   or a hyphen.
  init(reserved: [String] = [], ofQuestions isOfQuestions: Bool = false) {
    used = Set(reserved)
    self.isOfQuestions = isOfQuestions
  }

  /// A name for a text: the text itself where it can be one, as an export's own identifier can.
  mutating func name(for text: String, otherwise fallback: String) -> String {
    var name = Self.name(of: text)
    if name.isEmpty { name = fallback }
    if isOfQuestions, let first = name.first, !first.isLetter, first != "_" { name = "q\(name)" }
    var candidate = name
    var number = 1
    while !used.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = "\(name)_\(number)"
    }
    return candidate
  }

  /// The name of the text question for what people write under "other", which the stages look for.
  mutating func name(forOtherOf name: String) -> String {
    let candidate = "\(name)_other"
    return used.insert(candidate.lowercased()).inserted
      ? candidate : self.name(for: candidate, otherwise: candidate)
  }

  /// Small letters, digits and `_`, without accents; whole words up to the longest name.
  private static func name(of text: String) -> String {
    let trimmed = text.trimmed
    if DefinitionName.isName(trimmed), trimmed.count <= longest, !trimmed.hasPrefix("-") {
      let isIdentifier = trimmed.allSatisfy { $0.isASCII }
      return isIdentifier && trimmed.contains { $0.isNumber || $0 == "_" }
        ? trimmed : trimmed.lowercased()
    }
    let plain = LetterForms.withoutAccents(text.inPlainForms)
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber }
    var name = ""
    for word in words {
      if name.isEmpty {
        name = String(word.prefix(longest))
      } else if name.count + 1 + word.count <= longest {
        name += "_" + word
      } else {
        break
      }
    }
    return DefinitionName.isName(name) ? name : ""
  }
}
