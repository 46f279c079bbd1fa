import Basics
package import Questionnaire
import Tabular

/// One unit as tables see it: one that there is, one that there could be, for all that published
/// counts say, or one that sent nothing.
///
/// They differ in where their answers come from alone. What follows from answers and registers (the
/// codes of derived variables, answer states, numbers, whether the unit stands in a base, net or cell)
/// is said here once, so that what is counted and what is checked against published counts cannot drift
/// apart. States, single codes and choices are worked out once a unit, since every table asks for
/// them.
package struct TabulatedUnit: AnswerSource, Sendable {
  package let variables: Variables
  /// Whether it has a submission that counts.
  package let hasReplied: Bool
  package let role: UnitRole
  /// What was answered, and what follows from it for all other variables, which may have several
  /// codes too, if they overlap.
  package private(set) var known: GivenAnswers
  /// The numbers that are computed, by the position of the variable; empty where none is.
  private var computed: [ExactDecimal?]

  /// - Parameters:
  ///   - answers: nil where it sent nothing that counts.
  ///   - attributes: The code of each, in order.
  ///   - derived: The positions of the derived variables that will be asked for, each after those that
  ///     it follows from; nil for all.
  package init(
    _ answers: GivenAnswers?, attributes: [Int?], role: UnitRole = .reporting,
    _ variables: Variables, deriving derived: [Int]? = nil
  ) {
    self.variables = variables
    self.role = role
    hasReplied = answers != nil
    known = answers ?? GivenAnswers(silentOf: variables)
    computed = variables.hasComputed ? variables.derived.map { _ in nil } : []
    for (index, code) in attributes.enumerated() {
      known.codes[variables.firstAttribute + index] = Int32(code ?? -1)
    }
    if let derived {
      for position in derived { derive(position) }
    } else {
      for position in variables.derived.indices { derive(position) }
    }
  }

  private mutating func derive(_ position: Int) {
    let derived = variables.derived[position]
    let variable = variables.firstDerived + position
    if let value = derived.computed {
      (computed[position], known.states[variable]) = number(value)
      return
    }
    var hasCode = false
    // Who did not reply has no code of what follows from answers, whatever the rules say of a blank.
    if hasReplied || !derived.isAboutAnswers {
      for code in codes(of: derived) {
        hasCode = true
        guard derived.isOverlapping else {
          known.codes[variable] = Int32(code)
          break
        }
        known.marks[variables.forms[variable].firstMark + code] = 1
      }
    }
    known.states[variable] = state(of: derived, hasCode: hasCode)
  }

  // MARK: - As conditions ask

  package func code(of variable: Int) -> Int? {
    known.codes[variable] < 0 ? nil : Int(known.codes[variable])
  }

  package func code(rankedAt rank: Int, of variable: Int) -> Int? {
    (0..<variables.forms[variable].codeCount).first { self.rank(of: $0, in: variable) == rank + 1 }
  }

  package func isSelected(_ code: Int, of variable: Int) -> Bool {
    isMarked(variables.forms[variable].kind)
      ? mark(of: code, in: variable) > 0 : known.codes[variable] == code
  }

  package func text(of variable: Int) -> String {
    if case .derived(let position) = variables.forms[variable].origin {
      return computedNumber(position)?.description ?? ""
    }
    guard variable < variables.firstAttribute, known.states[variable].isAnswered else { return "" }
    switch known.words {
    case .none: return ""
    case .fields(let fields): return String(validating: fields[variable], as: UTF8.self) ?? ""
    case .number(let text, value: _): return text
    }
  }

  /// The number of a variable that is computed.
  func computedNumber(_ position: Int) -> ExactDecimal? {
    computed.isEmpty ? nil : computed[position]
  }

  package func isUnclear(_ variable: Int) -> Bool { known.states[variable] == .unclear }

  package func isUnclear(_ code: Int, of variable: Int) -> Bool {
    isUnclear(variable) || openStates(of: code, in: variable).contains(.unclear)
  }

  package func isPartlyUnclear(_ variable: Int) -> Bool {
    isUnclear(variable) || openStates(in: variable).contains(.unclear)
  }

  /// The value of a number or date that was made up.
  func madeUpNumber(of variable: Int) -> ExactDecimal? {
    guard known.states[variable].isAnswered, case .number(text: _, let value) = known.words else {
      return nil
    }
    return value
  }

  // MARK: - As tables ask

  package func state(of variable: Int) -> AnswerState { known.states[variable] }

  /// The rank from 1 that a choice of a ranking was given; nil where it was not ranked.
  package func rank(of code: Int, in variable: Int) -> Int? {
    let mark = mark(of: code, in: variable)
    return mark > 0 ? Int(mark) : nil
  }

  /// Whether a table that has the code as a row or column counts the unit there: a ranking by the
  /// choice ranked first.
  package func has(_ code: Int, of variable: Int) -> Bool {
    variables.forms[variable].kind == .multiple
      ? mark(of: code, in: variable) > 0 : known.codes[variable] == code
  }

  /// Whether a net of some codes counts the unit.
  package func has(anyOf codes: [Int], of variable: Int) -> Bool {
    codes.contains { has($0, of: variable) }
  }

  /// Whether the unit has any code at all.
  package func hasCode(of variable: Int) -> Bool {
    guard variables.forms[variable].kind == .multiple else { return known.codes[variable] >= 0 }
    return (0..<variables.forms[variable].codeCount).contains { has($0, of: variable) }
  }

  /// Whether the unit answered, and not only that it has no opinion.
  func hasSubstantiveAnswer(to variable: Int) -> Bool {
    guard known.states[variable].isAnswered else { return false }
    guard let isSubstantive = variables.substantive[variable] else { return true }
    var hasOther = false
    var hasOpinion = false
    forEachCode(of: variable) { code in
      if isSubstantive[code] { hasOpinion = true } else { hasOther = true }
    }
    // No tick at all is an answer too.
    return hasOpinion || !hasOther
  }

  /// The codes that `has` is true of, in order.
  package func forEachCode(of variable: Int, _ body: (Int) -> Void) {
    guard variables.forms[variable].kind == .multiple else {
      if let code = code(of: variable) { body(code) }
      return
    }
    for code in 0..<variables.forms[variable].codeCount where has(code, of: variable) { body(code) }
  }

  private func mark(of code: Int, in variable: Int) -> UInt8 {
    known.marks[variables.forms[variable].firstMark + code]
  }

  private func isMarked(_ kind: Variables.Kind) -> Bool { kind == .multiple || kind == .ranking }
}

extension GivenAnswers {
  /// Of a unit that sent nothing.
  fileprivate init(silentOf variables: Variables) {
    self.init(variables, .none)
    states = [AnswerState](repeating: .didNotReply, count: variables.count)
  }
}
