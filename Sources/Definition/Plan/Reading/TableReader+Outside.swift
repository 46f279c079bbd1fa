import Questionnaire
import Tabulation

/// Which choices a base or a condition leaves out, so that no row prints 0 for them.
extension TableReader {
  /// The codes that the base of a block leaves out.
  ///
  /// - Parameter base: nil where each block has its usual one.
  func outside(_ block: Table.Block, _ base: Table.Base?) -> Set<Int> {
    let variable = block.variable
    switch base ?? variable.usualBase {
    case .population, .respondents, .asked, .answered: return []
    case .substantive: return variable.nonSubstantive
    case .condition(let condition):
      return Set(variable.codes.indices.filter { leavesOut(condition, $0, of: variable) })
    }
  }

  /// Whether a condition, if there is one, holds for nobody with a code.
  func leavesOut(_ condition: Condition?, _ code: Int, of entry: VariableCatalog.Entry) -> Bool {
    condition.map { catalog.leavesOut(code, of: entry, $0) } ?? false
  }
}

extension VariableCatalog {
  /// Whether a condition holds for nobody with a code, whatever else there is to know of a unit. Told
  /// from what the condition is made of, rather too seldom than too often.
  func leavesOut(_ code: Int, of entry: Entry, _ condition: Condition) -> Bool {
    let unit = unit(having: code, of: entry)
    let truth = condition.truth { part in
      if let unit, origins(of: part) == [entry.variable.index] { return part.holds(for: unit) }
      return part.isKnown(having: code, of: entry.variable)
        ? part.holds(for: SingleCode(variable: entry.variable.index, code: code)) : nil
    }
    if truth == false { return true }
    // A code of a recode has what each of its codes has.
    guard case .derived(let position, fromAnswers: _) = entry.origin,
      let source = derived[position].source, case .codes(let codes) = derived[position].rules[code]
    else { return false }
    return codes.allSatisfy { leavesOut($0, of: entries[source], condition) }
  }

  private func origins(of condition: Condition) -> [Int] {
    variables.origins(of: Set(condition.uses.keys)).given
  }

  /// A unit of which one answer is known; nil where a code says less than all of an answer.
  private func unit(having code: Int, of entry: Entry) -> TabulatedUnit? {
    guard case .question(let question) = entry.origin, case .code = entry.variable.kind else {
      return nil
    }
    var answers = GivenAnswers(variables, .none)
    answers.states[question] = .answered
    answers.codes[question] = Int32(code)
    return TabulatedUnit(answers, attributes: [], variables)
  }
}

extension Condition {
  /// Whether a code of a variable decides it, which it is about alone.
  fileprivate func isKnown(having code: Int, of variable: Variable) -> Bool {
    let uses = uses
    guard uses.count == 1, let own = uses[variable.index] else { return false }
    switch variable.kind {
    case .code: return true
    case .codes: return isTick(of: code, in: variable.index) || own.allSatisfy { $0 == .isAnswered }
    case .ranking: return own.allSatisfy { $0 == .isAnswered || $0 == .rank(0) }
    case .number, .date, .text: return false
    }
  }
}

/// Somebody of whom one code is known.
private struct SingleCode: AnswerSource {
  let variable: Int
  let code: Int

  func code(of variable: Int) -> Int? { variable == self.variable ? code : nil }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    rank == 0 ? code(of: variable) : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool { self.code(of: variable) == code }

  func text(of variable: Int) -> String { "" }

  func isUnclear(_ variable: Int) -> Bool { false }
}
