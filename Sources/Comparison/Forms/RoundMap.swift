import Basics
import Definition
import Questionnaire

/// How the questionnaire of a round follows from that of an earlier one, as far as their names do
/// not tell: `rounds.yaml` of the newer collection, which may be left out.
///
/// `RoundKey` declares its keys. Questions and choices are those of the newer form but for what stands
/// after a colon. A name that is in both forms and not mapped stands for the same thing in both.
struct RoundMap {
  /// The former name of a question or choice, or that it had none.
  enum Origin: Equatable {
    case name(String)
    case nothing
  }

  static let fileName = "rounds.yaml"

  private(set) var questions: [String: Origin] = [:]
  private(set) var choices: [String: [String: Origin]] = [:]
  /// Questions, and choices as `question/choice`.
  private(set) var sameWording: Set<String> = []
  /// Words that may differ where the same is asked.
  private(set) var varyingWords: [TextPattern] = []
  /// What broke the series of a question, by its name.
  private(set) var breaks: [String: String] = [:]

  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  init(
    from: CollectionFolders, to: CollectionFolders, forms: (old: Questionnaire, new: Questionnaire)
  ) throws(RunError) {
    let (old, new) = forms
    let path = "\(to.pipeline)/\(Self.fileName)"
    guard FileSystem.exists(path) else { return }
    let node = try DefinitionNode(path: path)
    for (name, round) in try node.pairs() where name != from.name {
      try Self.checkRound(name, round, beside: from)
    }
    guard let node = node[from.name] else { return }
    try node.allowOnly(RoundKey.self)
    questions = try Self.origins(
      node[RoundKey.questions], new: new.questions.map(\.name), old: old.questions.map(\.name),
      what: "question")
    for (name, item) in try node[RoundKey.choices]?.pairs() ?? [] {
      let question = try Self.question(name, node: item, form: new)
      guard let former = formerName(of: name).flatMap({ old[$0] }) else {
        throw item.error(
          id: .round(.noFormerQuestion),
          "'\(name)' was no question of '\(from.name)', so that its choices have no former names; "
            + "expected a question of both. Map it under 'questions'")
      }
      choices[name] = try Self.origins(
        item, new: (question.type.choices ?? []).map(\.name),
        old: (former.type.choices ?? []).map(\.name), what: "choice")
    }
    for item in try node[RoundKey.sameWording]?.list() ?? [] {
      sameWording.insert(try Self.wordingKey(item, new))
    }
    for item in try node[RoundKey.varyingWords]?.list() ?? [] {
      varyingWords.append(try Self.pattern(item))
    }
    for item in try node[RoundKey.breaks]?.list() ?? [] {
      try item.allowOnly(BreakKey.self)
      let node = try item.required(BreakKey.question)
      let name = try Self.question(node.text(), node: node, form: new).name
      let note = try item.required(BreakKey.note).text()
      breaks[name] = breaks[name].map { "\($0); \(note)" } ?? note
    }
  }

  /// The former name of a question; nil where it had none.
  func formerName(of question: String) -> String? {
    switch questions[question] {
    case .name(let former): former
    case .some(.nothing): nil
    case nil: question
    }
  }

  private static func pattern(_ node: DefinitionNode) throws(RunError) -> TextPattern {
    let text = try node.text()
    do throws(PatternSyntax.Problem) {
      return try TextPattern(text)
    } catch {
      throw node.error(
        id: .expression(.regex),
        "'\(text)' is no regular expression: \(error.message)"
          + (error.offset.map { " (after \($0) characters)" } ?? "")
          + "; expected the form of a word, as in '20[0-9][0-9]'")
    }
  }

  private static func checkRound(
    _ name: String, _ node: DefinitionNode, beside from: CollectionFolders
  ) throws(RunError) {
    let parent = FileSystem.parent(of: from.pipeline)
    let folder = parent.isEmpty ? "." : parent
    guard !FileSystem.exists("\(folder)/\(name)/pipeline.yaml") else { return }
    let names = try FileSystem.entries(of: folder).filter {
      FileSystem.exists("\(folder)/\($0)/pipeline.yaml")
    }
    throw node.error(
      id: .pipeline(.noCollection),
      "there is no collection '\(name)'; expected \(Suggestion.allowed(names))."
        + Suggestion.question(for: name, among: names))
  }

  private static func origins(
    _ node: DefinitionNode?, new: [String], old: [String], what: String
  ) throws(RunError) -> [String: Origin] {
    var origins: [String: Origin] = [:]
    var used: [String: String] = [:]
    for (name, item) in try node?.pairs() ?? [] {
      try check(name, node: item, among: new, found: "the newer form has no \(what)")
      let text = try item.text()
      guard !["", "null", "~"].contains(text) else {
        origins[name] = Origin.nothing
        continue
      }
      try check(text, node: item, among: old, found: "the earlier form has no \(what)")
      if let other = used.updateValue(name, forKey: text) {
        throw item.error(
          id: .round(.mappedTwice),
          "'\(text)' is what '\(other)' was already; expected each former \(what) once")
      }
      origins[name] = .name(text)
    }
    return origins
  }

  private static func check(
    _ name: String, node: DefinitionNode, among names: [String], found: String
  ) throws(RunError) {
    guard !names.contains(name) else { return }
    throw node.error(
      id: .round(.unknownName),
      "\(found) '\(name)'; expected \(Suggestion.allowed(names))."
        + Suggestion.question(for: name, among: names))
  }

  private static func question(
    _ name: String, node: DefinitionNode, form: Questionnaire
  ) throws(RunError) -> Question {
    try check(
      name, node: node, among: form.questions.map(\.name), found: "the newer form has no question")
    guard let question = form[name] else {
      throw node.error(id: .round(.unknownName), "the newer form has no question '\(name)'")
    }
    return question
  }

  /// `question` or `question/choice`.
  private static func wordingKey(
    _ node: DefinitionNode, _ form: Questionnaire
  ) throws(RunError) -> String {
    let text = try node.text()
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let question = try question(String(parts[0]), node: node, form: form)
    if parts.count > 1 {
      let names = (question.type.choices ?? []).map(\.name)
      try check(
        String(parts[1]), node: node, among: names, found: "'\(question.name)' has no choice")
    }
    return text
  }
}
