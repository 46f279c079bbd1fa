/// A condition in the expression language of XLSForm (a small part of XPath 1.0).
///
/// `${q1} = 'yes' and not(selected(${q4}, 'other'))`; in a constraint, `.` is the answer itself.
/// Known: `and or not() true() false()`, `= != < <= > >=`, `selected()`, `count-selected()`,
/// `selected-at()` of a ranking, with ranks from 0 as in XLSForm,
/// `${name}`, `.`, texts in either quotes, numbers such as `5` and `-0.5`, parentheses.
package struct Expression: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case number(Double)
    case text(String)
    case boolean(Bool)
    case reference(String)
    case current
    case not(Node)
    case and(Node, Node)
    case or(Node, Node)
    case compare(Comparison, Node, Node)
    case selected(Node, String)
    case countSelected(Node)
    /// The choice of a ranking at a rank, from 0.
    case selectedAt(Node, Int)
  }

  enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
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

  init(root: Node) {
    self.root = root
  }

  private static func references(of node: Node) -> [String] {
    switch node {
    case .reference(let name): [name]
    case .number, .text, .boolean, .current: []
    case .not(let inner), .selected(let inner, _), .countSelected(let inner),
      .selectedAt(let inner, _):
      references(of: inner)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right):
      references(of: left) + references(of: right)
    }
  }
}
