import Tabular

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

  package init(index: Int, kind: Kind) {
    self.index = index
    self.kind = kind
  }
}

/// The answers that a condition is held against. Every method takes a variable's index.
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
}

/// An expression whose names are resolved to variables and codes: ready to be held against
/// answers without touching a text it need not.
package struct Condition: Sendable {
  indirect enum Node: Sendable {
    case constant(Value)
    case code(Variable, names: [String])
    case text(Variable)
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
  }

  let root: Node

  package func holds(for answers: some AnswerSource) -> Bool {
    Self.evaluate(root, answers).isTrue
  }

  private static func evaluate(_ node: Node, _ answers: some AnswerSource) -> Value {
    switch node {
    case .constant(let value):
      return value
    case .code(let variable, let names):
      return .text(answers.code(of: variable.index).map { names[$0] } ?? "")
    case .text(let variable):
      return .text(answers.text(of: variable.index))
    case .not(let inner):
      return .boolean(!evaluate(inner, answers).isTrue)
    case .and(let left, let right):
      return .boolean(evaluate(left, answers).isTrue && evaluate(right, answers).isTrue)
    case .or(let left, let right):
      return .boolean(evaluate(left, answers).isTrue || evaluate(right, answers).isTrue)
    case .compare(let comparison, let left, let right):
      return .boolean(
        Value.compare(comparison, evaluate(left, answers), evaluate(right, answers)))
    case .isCode(let variable, let code, let expected):
      return .boolean((answers.code(of: variable) == code) == expected)
    case .isSelected(let variable, let code):
      return .boolean(answers.isSelected(code, of: variable))
    case .isRanked(let variable, let code, let rank, let expected):
      return .boolean((answers.code(rankedAt: rank, of: variable) == code) == expected)
    case .countSelected(let variable, let options):
      return .number(
        Double((0..<options).count { answers.isSelected($0, of: variable) }))
    case .isAnswered(let variable, let expected):
      return .boolean(isAnswered(variable, answers) == expected)
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

extension Condition {
  /// A value of XPath 1.0: number, text or truth.
  enum Value: Sendable {
    case number(Double)
    case text(String)
    case boolean(Bool)

    /// XPath 1.0, section 4.3: a number is true if it is neither zero nor NaN, a text if it is
    /// not empty.
    var isTrue: Bool {
      switch self {
      case .number(let number): number != 0 && !number.isNaN
      case .text(let text): !text.isEmpty
      case .boolean(let truth): truth
      }
    }

    private var number: Double {
      switch self {
      case .number(let number): number
      case .text(let text): Self.number(text) ?? .nan
      case .boolean(let truth): truth ? 1 : 0
      }
    }

    /// XPath 1.0, section 3.4; two ISO dates compare as dates, as XLSForm's tools do.
    static func compare(_ comparison: Expression.Comparison, _ left: Value, _ right: Value) -> Bool
    {
      switch (comparison, left, right) {
      // Beside a truth, the other operand is one too.
      case (.equal, .boolean, _), (.equal, _, .boolean): return left.isTrue == right.isTrue
      case (.notEqual, .boolean, _), (.notEqual, _, .boolean): return left.isTrue != right.isTrue
      default: break
      }
      if case .text(let left) = left, case .text(let right) = right {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
          if let left = CalendarDate(iso: left), let right = CalendarDate(iso: right) {
            return ordered(comparison, left, right)
          }
        }
      }
      return ordered(comparison, left.number, right.number)
    }

    private static func ordered<Operand: Comparable>(
      _ comparison: Expression.Comparison, _ left: Operand, _ right: Operand
    ) -> Bool {
      switch comparison {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }

    /// Digits with at most one point and a leading minus: Swift's `Double` would take far more.
    static func number(_ text: String) -> Double? {
      let digits = text.drop { $0 == "-" }
      guard text.utf8.count - digits.utf8.count <= 1,
        digits.utf8.allSatisfy({ (0x30...0x39) ~= $0 || $0 == UInt8(ascii: ".") })
      else { return nil }
      return Double(text)
    }
  }
}
