package import Basics

/// What an expression may refer to: a question, or an attribute of the unit.
package struct Variable: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// One of several codes; the names in the order of the codes.
    case code([String])
    /// Any number of several codes.
    case codes([String])
    /// Several codes in order of their rank.
    case ranking([String])
    case number
    case date
    case text
  }

  package let index: Int
  package let kind: Kind
  /// The codes that are no opinion, so that none of them is more or less than another.
  package let nonSubstantive: Set<Int>
  /// The codes of which nobody has said whether they are one.
  package let doubt: Doubt?

  /// The codes that seem to be no opinion, such as 99 where nobody has said whether it is more than 5.
  package struct Doubt: Sendable, Equatable {
    /// The question whose choices they are.
    package let question: String
    /// What messages call each.
    package let words: [Int: String]

    package init?(_ question: String, _ words: [Int: String]) {
      guard !words.isEmpty else { return nil }
      self.question = question
      self.words = words
    }
  }

  package init(
    index: Int, kind: Kind, nonSubstantive: Set<Int> = [], doubt: Doubt? = nil
  ) {
    self.index = index
    self.kind = kind
    self.nonSubstantive = nonSubstantive
    self.doubt = doubt
  }

  /// Whether it has choices, but none of a name.
  func lacks(_ choice: String) -> Bool {
    switch kind {
    case .code(let names), .codes(let names), .ranking(let names): !names.contains(choice)
    case .number, .date, .text: false
    }
  }

  /// The names of codes, without those that are no opinion.
  func substantive(_ names: [String]) -> [String] {
    names.indices.filter { !nonSubstantive.contains($0) }.map { names[$0] }
  }
}

/// The answers that a condition is checked against. Every method takes a variable's index.
package protocol AnswerSource {
  /// The code of a single choice; nil without an answer.
  func code(of variable: Int) -> Int?
  /// The code that a ranking has at a rank, from 0; nil where it has none.
  func code(rankedAt rank: Int, of variable: Int) -> Int?
  /// Whether a choice of a multi-select is ticked, or one of a ranking ranked.
  func isSelected(_ code: Int, of variable: Int) -> Bool
  /// The answer as text: a number or an ISO date as written, any text at all for a text answer;
  /// empty without an answer.
  func text(of variable: Int) -> String
  /// Whether something was answered but no code fits, or what leads to the question was so: what rests
  /// on it is not known.
  func isUnclear(_ variable: Int) -> Bool
  /// Whether it is not known if a choice was made, though others may have been.
  func isUnclear(_ code: Int, of variable: Int) -> Bool
  /// Whether something of an answer is not known.
  func isPartlyUnclear(_ variable: Int) -> Bool
  /// The day on which the submission was received, as an ISO date; only asked for where the scope of
  /// the expression has it.
  var dayOfReceipt: String { get }
  /// What the functions over all units came to, by their index in `Condition.sets`; NaN for none.
  func figure(_ set: Int) -> Rational?
}

extension AnswerSource {
  package func isUnclear(_ code: Int, of variable: Int) -> Bool { isUnclear(variable) }
  package func isPartlyUnclear(_ variable: Int) -> Bool { isUnclear(variable) }
  package var dayOfReceipt: String { "" }
  package func figure(_ set: Int) -> Rational? { nil }
}

/// An expression whose names are resolved to variables and codes: ready to be checked against
/// answers without touching a text it need not.
package struct Condition: Sendable {
  indirect enum Node: Sendable {
    case constant(Value)
    case code(Variable, names: [String])
    case text(Variable)
    /// The names of all that was chosen, in their order.
    case choices(Variable)
    case dayOfReceipt
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case compare(Expression.Comparison, Node, Node)
    /// A single choice compared with one of its names: the common case, by code.
    case isCode(variable: Int, code: Int, expected: Bool)
    case isSelected(variable: Int, code: Int)
    /// Whether a choice, or none where there is no code, has a rank, from 0.
    case isRanked(variable: Int, code: Int?, rank: Int, expected: Bool)
    case countSelected(variable: Int, options: Int)
    case isAnswered(Variable, expected: Bool)
    case arithmetic(Expression.Arithmetic, Node, Node)
    /// The days from 1 March of the year 0 to a date.
    case days(Node)
    case call(Expression.Function, [Node])
    case matches(Node, TextPattern)
    /// What a function over all units came to.
    case figure(Int)
  }

  let root: Node
  /// The functions over all units that must be known before.
  package let sets: [SetFunction]
  /// The variables that it is about, by their index, each once.
  package let variables: [Int]
  /// Whether something in it is decided by what is missing and not by what comes of it, see
  /// `Openness.resolved`.
  let asksForBlanks: Bool

  init(root: Node, sets: [SetFunction] = []) {
    self.root = root
    self.sets = sets
    variables = Self.uses(in: root).keys.sorted()
    asksForBlanks = Self.asksForBlanks(root)
  }

  private static func asksForBlanks(_ node: Node) -> Bool {
    switch node {
    case .constant, .code, .text, .choices, .dayOfReceipt, .isCode, .isSelected, .isRanked,
      .countSelected, .isAnswered, .figure:
      false
    case .call(.coalesce, _): true
    case .compare(_, .constant(let value), _) where value.isBlank,
      .compare(_, _, .constant(let value)) where value.isBlank:
      true
    case .not(let inner), .days(let inner), .matches(let inner, _): asksForBlanks(inner)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      asksForBlanks(left) || asksForBlanks(right)
    case .call(_, let operands): operands.contains(where: asksForBlanks)
    }
  }

  /// Whether it holds whatever the unclear answers may be; a blank is a blank.
  package func holds(for answers: some AnswerSource) -> Bool { truth(for: answers) == true }

  /// What it comes to where a blank is what stands for an answer that is not known.
  func isTrue(for answers: some AnswerSource) -> Bool { Self.evaluate(root, answers).isTrue }

  /// The value as it is printed; empty for a blank.
  package func text(for answers: some AnswerSource) -> String {
    Self.evaluate(root, answers).text
  }

  /// The value as a number; NaN for a blank.
  func number(for answers: some AnswerSource) -> Number {
    Self.evaluate(root, answers).number
  }

  static func evaluate(_ node: Node, _ answers: some AnswerSource) -> Value {
    switch node {
    case .constant(let value):
      return value
    case .code(let variable, let names):
      return .text(answers.code(of: variable.index).map { names[$0] } ?? "")
    case .text(let variable):
      return .text(answers.text(of: variable.index))
    case .choices(let variable):
      return .text(choices(variable, answers))
    case .dayOfReceipt:
      return .text(answers.dayOfReceipt)
    case .not(let inner):
      return .boolean(!evaluate(inner, answers).isTrue)
    case .and(let left, let right):
      return .boolean(evaluate(left, answers).isTrue && evaluate(right, answers).isTrue)
    case .or(let left, let right):
      return .boolean(evaluate(left, answers).isTrue || evaluate(right, answers).isTrue)
    case .compare(let comparison, let left, let right):
      return .boolean(
        Value.compare(
          comparison, left: evaluate(left, answers), right: evaluate(right, answers)))
    case .isCode(let variable, let code, let expected):
      return .boolean((answers.code(of: variable) == code) == expected)
    case .isSelected(let variable, let code):
      return .boolean(answers.isSelected(code, of: variable))
    case .isRanked(let variable, let code, let rank, let expected):
      return .boolean((answers.code(rankedAt: rank, of: variable) == code) == expected)
    case .countSelected(let variable, let options):
      return .number(
        Number((0..<options).count { answers.isSelected($0, of: variable) }))
    case .isAnswered(let variable, let expected):
      return .boolean(isAnswered(variable, answers) == expected)
    case .arithmetic(let sign, let left, let right):
      return .number(
        sign.result(evaluate(left, answers).number, evaluate(right, answers).number))
    case .days(let inner):
      let date = CalendarDate(iso: evaluate(inner, answers).text)
      return .number(date.map { Number($0.dayNumber) } ?? .nan)
    case .call(.if, let arguments):
      return evaluate(arguments[evaluate(arguments[0], answers).isTrue ? 1 : 2], answers)
    case .call(let function, let arguments):
      return function.result(arguments.lazy.map { evaluate($0, answers) })
    case .matches(let inner, let pattern):
      return .boolean(pattern.matches(evaluate(inner, answers).text))
    case .figure(let set):
      return .number(answers.figure(set).map { Number($0) } ?? .nan)
    }
  }

  private static func choices(_ variable: Variable, _ answers: some AnswerSource) -> String {
    switch variable.kind {
    case .codes(let names):
      names.indices.filter { answers.isSelected($0, of: variable.index) }.map { names[$0] }
        .joined(separator: " ")
    case .ranking(let names):
      names.indices.compactMap { answers.code(rankedAt: $0, of: variable.index) }
        .map { names[$0] }.joined(separator: " ")
    case .code, .number, .date, .text: ""
    }
  }

  private static func isAnswered(_ variable: Variable, _ answers: some AnswerSource) -> Bool {
    switch variable.kind {
    case .code: answers.code(of: variable.index) != nil
    case .codes(let names), .ranking(let names):
      names.indices.contains { answers.isSelected($0, of: variable.index) }
    case .number, .date, .text: !answers.text(of: variable.index).isEmpty
    }
  }
}
