import Basics
import Definition
import Questionnaire

/// Finds what each choice of a question was in the earlier round.
struct ChoicePairing {
  private let old: Question
  private let new: Question
  private let map: RoundMap
  private let origins: [String: RoundMap.Origin]

  /// What is found of one question.
  struct Result {
    var pairs: [QuestionPair.ChoicePair] = []
    /// How the lists differ, in words.
    var notes: [String] = []
    var problems: [RunError.Problem] = []
  }

  init(_ old: Question, _ new: Question, map: RoundMap) {
    self.old = old
    self.new = new
    self.map = map
    origins = map.choices[new.name] ?? [:]
  }

  func pairs(_ oldRound: PipelineDefinition, _ newRound: PipelineDefinition) -> Result {
    let before = old.type.choices ?? []
    let after = new.type.choices ?? []
    let former = after.map { choice in formerName(of: choice.name) }
    var result = Result()
    var renamed: [String] = []
    for (index, choice) in after.enumerated() {
      guard let origin = former[index].flatMap({ name in before.firstIndex { $0.name == name } })
      else {
        result.pairs.append(.init(old: nil, new: index, differences: [.added]))
        continue
      }
      var differences: [Difference] = []
      if before[origin].name != choice.name {
        differences.append(.recoded)
        renamed.append("\(before[origin].name) to \(choice.name)")
      }
      let isSame = Wording.agree(
        before[origin].label, in: oldRound.language, choice.label, in: newRound.language,
        varying: map.varyingWords)
      if !isSame {
        differences.append(.reworded)
        if origins[choice.name] == nil, !map.sameWording.contains("\(new.name)/\(choice.name)") {
          result.problems.append(
            problem(
              of: choice.name, label: newRound.label(of: choice),
              before: oldRound.label(of: before[origin]), in: newRound))
        }
      }
      result.pairs.append(.init(old: origin, new: index, differences: differences))
    }
    let kept = result.pairs.compactMap(\.old)
    for index in before.indices where !kept.contains(index) {
      result.pairs.append(.init(old: index, new: nil, differences: [.dropped]))
      let same = result.pairs.first { pair in
        guard pair.old == nil, let new = pair.new, origins[after[new].name] == nil else {
          return false
        }
        return Wording.agree(
          before[index].label, in: oldRound.language, after[new].label, in: newRound.language,
          varying: map.varyingWords)
      }
      if let new = same?.new {
        result.problems.append(
          renaming(
            of: before[index].name, to: after[new].name, label: newRound.label(of: after[new]),
            in: newRound))
      }
    }
    let added = result.pairs.filter { $0.old == nil }.compactMap { $0.new.map { after[$0].name } }
    let dropped = result.pairs.filter { $0.new == nil }.compactMap {
      $0.old.map { before[$0].name }
    }
    for (word, names) in [("added", added), ("dropped", dropped), ("renamed", renamed)]
    where !names.isEmpty {
      result.notes.append("choices \(word): \(names.joined(separator: ", "))")
    }
    if kept != kept.sorted() { result.notes.append("choices in another order") }
    return result
  }

  private func formerName(of choice: String) -> String? {
    switch origins[choice] {
    case .name(let name): return name
    case .some(.nothing): return nil
    case nil: return origins.values.contains(.name(choice)) ? nil : choice
    }
  }

  /// A choice that was dropped, and one that was added and says the same.
  private func renaming(
    of former: String, to name: String, label: String, in round: PipelineDefinition
  ) -> RunError.Problem {
    RunError.Problem(
      path: round.form.path, line: new.line, id: .round(.renamedChoice),
      message:
        "choice '\(name)' of '\(new.name)' says '\(label)', as '\(former)' did in the earlier round, "
        + "which is none now; expected one name for one wording. In \(RoundMap.fileName) give "
        + "'\(new.name): {\(name): \(former)}' under 'choices', or null where it is new")
  }

  private func problem(
    of name: String, label after: String, before: String, in round: PipelineDefinition
  ) -> RunError.Problem {
    RunError.Problem(
      path: round.form.path, line: new.line, id: .round(.reusedName),
      message:
        "choice '\(name)' of '\(new.name)' says '\(after)', but '\(before)' in the earlier round; "
        + "expected one wording for one name. In \(RoundMap.fileName) give what it was under "
        + "'choices' (null where it is new), or list '\(new.name)/\(name)' under 'same-wording' "
        + "where both say the same")
  }
}
