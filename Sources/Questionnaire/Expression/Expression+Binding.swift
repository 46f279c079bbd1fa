package import Basics

extension Expression {
  /// A name or choice that an expression uses and nothing defines.
  package struct BindingError: Error, Equatable {
    package let id: ErrorID
    package let message: String
  }

  /// Resolves the expression of a question within its form.
  ///
  /// - Parameter current: The question that `.` stands for.
  package func bound(to form: Questionnaire, current: Question?) throws(BindingError) -> Condition {
    try bound(
      within: Scope(names: form.names, knowsTexts: true, knowsReceipt: true) { name in
        form[name].map { Variable($0) }
      }, current: current.map { Variable($0) })
  }

  /// What an expression may speak of.
  package struct Scope {
    let variable: (String) -> Variable?
    /// All names there are, for suggestions.
    let names: [String]
    /// Whether the words of text answers are at hand, and not only whether there are any.
    let knowsTexts: Bool
    /// Whether the day on which the submission was received is at hand.
    let knowsReceipt: Bool
    /// What the functions over all units may speak of, unit by unit; nil where there are none.
    let unit: (variable: (String) -> Variable?, names: [String])?
    /// How many functions over all units other expressions have asked for before.
    let setsBefore: Int
    /// Whether it is about each choice of a list in turn, of which another question need not have
    /// all: what a question does not have nobody selected there.
    let namesOtherChoices: Bool
    /// What the rows of these choices say of them, which need be no choice of a question that it is compared
    /// with, such as a district "all".
    let saidOfChoices: Set<String>

    package init(
      names: [String], knowsTexts: Bool = false, knowsReceipt: Bool = false,
      unit: (variable: (String) -> Variable?, names: [String])? = nil, setsBefore: Int = 0,
      namesOtherChoices: Bool = false, saidOfChoices: Set<String> = [],
      variable: @escaping (String) -> Variable?
    ) {
      self.variable = variable
      self.names = names
      self.knowsTexts = knowsTexts
      self.knowsReceipt = knowsReceipt
      self.unit = unit
      self.setsBefore = setsBefore
      self.namesOtherChoices = namesOtherChoices
      self.saidOfChoices = saidOfChoices
    }
  }

  /// Resolves names to variables and the names of choices to codes.
  ///
  /// - Throws: A `BindingError` for a name that nothing defines, and for a comparison of what
  ///   cannot be compared.
  package func bound(
    within scope: Scope, current: Variable? = nil
  ) throws(BindingError) -> Condition {
    let binder = ExpressionBinder(scope, current: current)
    let node = try binder.bind(root)
    return Condition(root: node, sets: binder.sets)
  }

  /// Resolves an expression that must be a number.
  ///
  /// - Parameter subject: What a message says where it is none.
  package func boundNumber(
    to variable: @escaping (String) -> Variable?, names: [String], subject: String
  ) throws(BindingError) -> Condition {
    let binder = ExpressionBinder(Scope(names: names, variable: variable), current: nil)
    return Condition(root: try binder.number(root, for: subject))
  }

  /// The same where no words of texts and no other units are at hand.
  package func bound(
    to variable: @escaping (String) -> Variable?, names: [String], current: Variable? = nil
  ) throws(BindingError) -> Condition {
    try bound(within: Scope(names: names, variable: variable), current: current)
  }
}

extension Variable {
  /// The variable that a question is in conditions over one submission.
  package init(_ question: Question) {
    let kind: Kind =
      switch question.type {
      case .selectOne(let list): .code(list.choices.map(\.name))
      case .selectMultiple(let list): .codes(list.choices.map(\.name))
      case .rank(let list): .ranking(list.choices.map(\.name))
      case .integer, .decimal: .number
      case .date: .date
      case .text: .text
      }
    self.init(index: question.index, kind: kind)
  }

  /// What is worked out of a scale is of opinions: a "don't know" with the code 99 would be its highest
  /// point. Forms decide for themselves where they lead to, and are not asked.
  ///
  /// - Throws: A `BindingError` where the form does not say whether a point of the scale is an opinion.
  package func requireOpinions() throws(Expression.BindingError) {
    guard let doubt else { return }
    let words = doubt.words.sorted { $0.key < $1.key }.map(\.value)
    throw Expression.BindingError(
      id: .variable(.doubtfulOpinion),
      message: "\(words.joined(separator: " and ")) of '\(doubt.question)' would be a point of its "
        + "scale, and seems to say that there is no opinion; write 'no' in the column 'substantive' "
        + "of choices.csv if it is none, and else 'yes'")
  }
}

/// Resolves one expression.
final class ExpressionBinder {
  let scope: Expression.Scope
  private let current: Variable?
  /// The functions over all units that were met.
  private(set) var sets: [SetFunction] = []

  init(_ scope: Expression.Scope, current: Variable?) {
    self.scope = scope
    self.current = current
  }

  func bind(_ node: Expression.Node) throws(Expression.BindingError) -> Condition.Node {
    switch node {
    case .number(let number): return .constant(.number(number))
    case .text(let text): return .constant(.text(text))
    case .boolean(let truth): return .constant(.boolean(truth))
    case .reference, .current: return try value(of: node)
    case .dayOfReceipt:
      guard scope.knowsReceipt else {
        throw Expression.BindingError(
          id: .expression(.noReceipt),
          message: "found today(), the day on which a submission was received, which is not known "
            + "here. Write the date itself, or ask a date question that 'fixed' of the sources "
            + "answers with 'received'")
      }
      return .dayOfReceipt
    case .not(let inner): return .not(try bind(inner))
    case .and(let left, let right): return .and(try bind(left), try bind(right))
    case .or(let left, let right): return .or(try bind(left), try bind(right))
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left: left, right: right)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, left: left, right: right)
    case .call(let function, let arguments): return try call(function, arguments)
    case .selected(let question, let choice):
      let variable = try resolve(question)
      if scope.namesOtherChoices, variable.lacks(choice) { return .constant(.boolean(false)) }
      let code = try Expression.code(of: choice, in: variable)
      if case .code = variable.kind {
        return .isCode(variable: variable.index, code: code, expected: true)
      }
      return .isSelected(variable: variable.index, code: code)
    case .countSelected(let question):
      let variable = try resolve(question)
      switch variable.kind {
      case .codes(let names), .ranking(let names):
        return .countSelected(variable: variable.index, options: names.count)
      case .code, .number, .date, .text:
        throw Expression.BindingError(
          id: .expression(.notMultiple),
          message: "count-selected() needs a select_multiple question")
      }
    case .selectedAt(let question, let rank):
      let variable = try ranking(question)
      return .isRanked(variable: variable.index, code: nil, rank: rank, expected: false)
    }
  }

  private func ranking(_ node: Expression.Node) throws(Expression.BindingError) -> Variable {
    let variable = try resolve(node)
    guard case .ranking = variable.kind else {
      throw Expression.BindingError(
        id: .expression(.notARanking),
        message: "selected-at() needs a rank question: the ticks of others are in no order")
    }
    return variable
  }

  private func resolve(_ node: Expression.Node) throws(Expression.BindingError) -> Variable {
    if case .reference(let name) = node {
      guard let variable = scope.variable(name) else {
        throw Expression.BindingError(
          id: .expression(.unknownQuestion),
          message: "there is no question '\(name)'."
            + Suggestion.question(for: name, among: scope.names))
      }
      return variable
    }
    guard case .current = node else {
      throw Expression.BindingError(
        id: .expression(.notAChoice),
        message: "what was chosen is asked of a value that is calculated; expected a question with "
          + "choices. Compare the value by '='")
    }
    guard let current else {
      throw Expression.BindingError(
        id: .expression(.noCurrent),
        message: "found '.', the answer that a constraint is about; expected the name of "
          + "a question, as in ${name}")
    }
    return current
  }

  private func value(of node: Expression.Node) throws(Expression.BindingError) -> Condition.Node {
    let variable = try resolve(node)
    switch variable.kind {
    case .code(let names): return .code(variable, names: names)
    case .number, .date, .text: return .text(variable)
    case .codes, .ranking: return .choices(variable)
    }
  }

  private func compare(
    _ comparison: Expression.Comparison, left: Expression.Node, right: Expression.Node
  ) throws(Expression.BindingError) -> Condition.Node {
    let isEquality = comparison == .equal || comparison == .notEqual
    for (text, question) in [(left, right), (right, left)] where isEquality {
      if try isOfAnotherChoice(text, question) {
        return .constant(.boolean(comparison == .notEqual))
      }
    }
    let nodes =
      isEquality ? (try bind(left), try bind(right)) : (try opinion(left), try opinion(right))
    return try ComparisonBinder(comparison, knowsTexts: scope.knowsTexts).bind(
      side(left), side(right), nodes: nodes
    ).parted
  }

  /// Whether a text is said of another choice, and the question does not have it.
  private func isOfAnotherChoice(
    _ text: Expression.Node, _ question: Expression.Node
  ) throws(Expression.BindingError) -> Bool {
    guard case .text(let text) = text, !text.isEmpty, scope.saidOfChoices.contains(text),
      case .variable(let variable) = try side(question)
    else { return false }
    return variable.lacks(text)
  }

  /// Binds what counts by its number.
  func opinion(_ node: Expression.Node) throws(Expression.BindingError) -> Condition.Node {
    try bind(node).opinion
  }

  /// What stands on a side of a comparison.
  func side(_ node: Expression.Node) throws(Expression.BindingError) -> ComparisonSide {
    switch node {
    case .reference, .current: .variable(try resolve(node))
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .countSelected, .arithmetic: .figure
    case .call(let function, let arguments): try result(of: function, arguments)
    case .dayOfReceipt: .day
    case .selectedAt(let question, let rank): .ranked(try ranking(question), rank: rank)
    case .boolean, .not, .and, .or, .compare, .selected: .truth
    }
  }

  /// Takes in a function over all units and returns its index.
  func aggregate(
    of function: Expression.Function, as kind: SetFunction.Kind, _ argument: Expression.Node
  ) throws(Expression.BindingError) -> Int {
    guard let unit = scope.unit else {
      throw Expression.BindingError(
        id: .expression(.noSet),
        message: "\(function.rawValue)() is about all units; expected it in a rule of rules.yaml "
          + "that is over the collection")
    }
    let inner = ExpressionBinder(
      Expression.Scope(
        names: unit.names, knowsTexts: scope.knowsTexts, variable: unit.variable),
      current: nil)
    let node =
      kind == .count
      ? try inner.bind(argument) : try inner.number(argument, for: "\(function.rawValue)()")
    sets.append(SetFunction(kind: kind, argument: Condition(root: node)))
    return scope.setsBefore + sets.count - 1
  }
}

extension Condition.Node {
  /// The same where its number counts: an answer that is no opinion has none, also where it is one of
  /// several values.
  ///
  /// - Throws: A `BindingError` where it is not known which of the answers are opinions.
  var opinion: Condition.Node {
    get throws(Expression.BindingError) {
      switch self {
      case .code(let variable, let names):
        try variable.requireOpinions()
        return .code(
          variable,
          names: names.indices.map { variable.nonSubstantive.contains($0) ? "" : names[$0] })
      case .call(let function, let arguments) where function.givesAnArgument:
        var opinions = arguments
        for index in arguments.indices where index > 0 || function != .if {
          opinions[index] = try arguments[index].opinion
        }
        return .call(function, opinions)
      case .constant, .text, .choices, .dayOfReceipt, .not, .and, .or, .compare, .isCode,
        .isSelected, .isRanked, .countSelected, .isAnswered, .arithmetic, .days, .call, .matches,
        .figure:
        return self
      }
    }
  }

  /// Whether a figure can have no value: one that is counted always has one.
  var mayBeBlank: Bool {
    switch self {
    case .countSelected, .figure, .call(.stringLength, _): false
    case .constant, .code, .text, .choices, .dayOfReceipt, .not, .and, .or, .compare, .isCode,
      .isSelected, .isRanked, .isAnswered, .arithmetic, .days, .call, .matches:
      true
    }
  }
}

extension Expression {
  /// The code of a choice of a variable.
  static func code(of choice: String, in variable: Variable) throws(BindingError) -> Int {
    switch variable.kind {
    case .code(let names), .codes(let names), .ranking(let names):
      if let code = names.firstIndex(of: choice) { return code }
      throw BindingError(
        id: .expression(.unknownChoice),
        message: "'\(choice)' is not one of its choices; expected \(Suggestion.allowed(names))."
          + Suggestion.question(for: choice, among: names))
    case .number, .date, .text:
      throw BindingError(
        id: .expression(.notAChoice), message: "selected() needs a question with choices")
    }
  }
}
