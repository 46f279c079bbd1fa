package import Questionnaire

/// The variables that a table can be of, by their indices: the questions, then what registers say of
/// a unit, then what follows from both.
///
/// Names and labels are no part of it: what a table means does not depend on them.
package struct Variables: Sendable {
  /// Where the value of a variable comes from.
  package enum Origin: Sendable, Equatable {
    case question
    /// Registers say it of every unit.
    case attribute
    /// Whether the unit replied, as an attribute: the last of its codes says that it did not.
    case response
    /// The position among the derived variables.
    case derived(Int)
  }

  /// What values a variable has: `Variable.Kind` without the names, so that it is cheap to ask for.
  package enum Kind: Sendable {
    case single
    case multiple
    case ranking
    case number
    case date
    case text
  }

  /// What there is to know of each, without an array, so that it is cheap to copy.
  package struct Form: Sendable {
    package let origin: Origin
    package let kind: Kind
    package let codeCount: Int
    /// Where the marks of a unit's choices begin, one a code; of multi-selects and rankings alone.
    package let firstMark: Int
  }

  package private(set) var forms: [Form] = []
  /// The numbers that the codes of a variable are names of, nil for a code that is no opinion; nil
  /// where it is no scale.
  package private(set) var scales: [[Int?]?] = []
  /// Whether each code of a variable is an opinion; nil where all are.
  package private(set) var substantive: [[Bool]?] = []
  package private(set) var derived: [DerivedVariable] = []
  /// Whether some of these are numbers.
  private(set) var hasComputed = false
  /// How many marks a unit has.
  package private(set) var markCount = 0
  /// The index of the first attribute: so many questions there are.
  package private(set) var firstAttribute = 0

  package init() {}

  package var count: Int { forms.count }
  /// The index of the first derived variable.
  package var firstDerived: Int { forms.count - derived.count }

  /// Whether a variable follows from what units answered, so that it has answer states of its own.
  package func isAboutAnswers(_ variable: Int) -> Bool {
    switch forms[variable].origin {
    case .question: true
    case .attribute, .response: false
    case .derived(let position): derived[position].isAboutAnswers
    }
  }

  package mutating func addQuestion(_ variable: Variable, scale: [Int?]?) {
    add(.question, variable: variable, scale: scale)
    firstAttribute += 1
  }

  package mutating func addAttribute(_ variable: Variable, isResponse: Bool) {
    add(isResponse ? .response : .attribute, variable: variable, scale: nil)
  }

  /// Adds a variable that follows from those before it.
  package mutating func add(_ derived: DerivedVariable, _ variable: Variable, scale: [Int?]?) {
    add(.derived(self.derived.count), variable: variable, scale: scale)
    self.derived.append(derived)
    if derived.computed != nil { hasComputed = true }
  }

  private mutating func add(_ origin: Origin, variable: Variable, scale: [Int?]?) {
    let (own, codes): (Kind, Int) =
      switch variable.kind {
      case .code(let names): (.single, names.count)
      case .codes(let names): (.multiple, names.count)
      case .ranking(let names): (.ranking, names.count)
      case .number: (.number, 0)
      case .date: (.date, 0)
      case .text: (.text, 0)
      }
    forms.append(Form(origin: origin, kind: own, codeCount: codes, firstMark: markCount))
    scales.append(scale)
    substantive.append(
      variable.nonSubstantive.isEmpty
        ? nil : (0..<codes).map { !variable.nonSubstantive.contains($0) })
    if own == .multiple || own == .ranking { markCount += codes }
  }
}
