/// A condition in the expression language of XLSForm (a part of XPath 1.0 with ODK's functions).
///
/// `${q1} = 'yes' and not(selected(${q4}, 'other'))`; in a constraint, `.` is the answer itself.
///
/// | written | means |
/// |---|---|
/// | `${name}`, `.` | the answer to a question, as the name of its choice, a number, a date or a text |
/// | `'text'`, `"text"`, `5`, `-0.5` | a text, a number |
/// | `= != < <= > >=` | comparisons; dates in quotes, as in `${day} < '2005-07-29'` |
/// | `and or not() true() false()` | truth |
/// | `+ - * div mod` | sums; one date less another is the days between them |
///
/// and the functions of `ChoiceFunction` and `Function`. A blank answer is the empty text: it equals `''` and
/// nothing else, is neither above nor below anything, and makes no sum.
package struct Expression: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case number(Number)
    case text(String)
    case boolean(Bool)
    case reference(String)
    case current
    /// `today()`
    case dayOfReceipt
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case compare(Comparison, Node, Node)
    case arithmetic(Arithmetic, Node, Node)
    case selected(Node, String)
    case countSelected(Node)
    /// The choice of a ranking at a rank, from 0.
    case selectedAt(Node, Int)
    case call(Function, [Node])
  }

  enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  enum Arithmetic: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "div"
    case modulo = "mod"
  }

  let root: Node

  /// The names that the expression refers to.
  package var references: [String] {
    Self.references(of: root)
  }

  /// All of several conditions as one, or nil where there is none.
  package static func all(_ conditions: [Expression]) -> Expression? {
    guard let first = conditions.first else { return nil }
    return Expression(root: conditions.dropFirst().reduce(first.root) { .and($0, $1.root) })
  }

  /// Any of several conditions as one, or nil where there is none.
  static func any(_ conditions: [Expression]) -> Expression? {
    guard let first = conditions.first else { return nil }
    return Expression(root: conditions.dropFirst().reduce(first.root) { .or($0, $1.root) })
  }

  /// Whether a constraint says no more than that the answer is not negative.
  package var isOfSign: Bool {
    guard case .compare(let comparison, .current, .number(let bound)) = root else { return false }
    return [.greater, .greaterOrEqual].contains(comparison) && bound <= Number(0)
  }

  /// The value of a name.
  package init(referringTo name: String) {
    root = .reference(name)
  }

  init(root: Node) {
    self.root = root
  }

  private static func references(of node: Node) -> [String] {
    if case .reference(let name) = node { return [name] }
    return children(of: node).flatMap { references(of: $0) }
  }

  /// The parts that a part is made of, in the order in which they stand.
  static func children(of node: Node) -> [Node] {
    switch node {
    case .number, .text, .boolean, .reference, .current, .dayOfReceipt: []
    case .not(let inner), .selected(let inner, _), .countSelected(let inner),
      .selectedAt(let inner, _):
      [inner]
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      [left, right]
    case .call(_, let arguments): arguments
    }
  }
}
