extension Expression {
  /// The same condition in the names of another form: to tell whether two rounds of a
  /// questionnaire ask a question of the same units.
  ///
  /// - Parameters:
  ///   - question: The name that a question has there.
  ///   - choice: The name that a choice has there, by the question it is a choice of.
  package func renamed(
    question: (String) -> String, choice: (_ question: String, _ name: String) -> String
  ) -> Expression {
    Expression(root: Self.renamed(root, question: question, choice: choice))
  }

  private static func renamed(
    _ node: Node, question: (String) -> String, choice: (String, String) -> String
  ) -> Node {
    func same(_ node: Node) -> Node { renamed(node, question: question, choice: choice) }
    func name(_ text: Node, at side: Node) -> Node {
      guard case .text(let name) = text, let asked = asked(side) else { return same(text) }
      return .text(choice(asked, name))
    }
    switch node {
    case .number, .text, .boolean, .current, .dayOfReceipt: return node
    case .reference(let name): return .reference(question(name))
    case .not(let inner): return .not(same(inner))
    case .and(let left, let right): return .and(same(left), same(right))
    case .or(let left, let right): return .or(same(left), same(right))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, name(left, at: right), name(right, at: left))
    case .arithmetic(let sign, let left, let right):
      return .arithmetic(sign, same(left), same(right))
    case .call(let function, let arguments): return .call(function, arguments.map(same))
    case .selected(let inner, let name):
      return .selected(same(inner), asked(inner).map { choice($0, name) } ?? name)
    case .countSelected(let inner): return .countSelected(same(inner))
    case .selectedAt(let inner, let rank): return .selectedAt(same(inner), rank)
    }
  }

  /// The question whose choice a node is.
  private static func asked(_ node: Node) -> String? {
    switch node {
    case .reference(let name): name
    case .selectedAt(let inner, _): asked(inner)
    case .number, .text, .boolean, .current, .dayOfReceipt, .not, .and, .or, .compare, .arithmetic,
      .selected,
      .countSelected, .call:
      nil
    }
  }
}
