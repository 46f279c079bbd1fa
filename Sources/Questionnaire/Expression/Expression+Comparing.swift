import Basics

/// What stands on one side of a comparison.
enum ComparisonSide: Equatable {
  case variable(Variable)
  case number(Number)
  case text(String)
  /// The choice of a ranking at a rank.
  case ranked(Variable, rank: Int)
  /// A number that is worked out.
  case figure
  /// A text that is worked out.
  case words
  /// A date that is worked out.
  case day
  /// Anything that is true or false.
  case truth
}

/// Decides whether the two sides of a comparison can be compared at all, and how.
///
/// XPath compares anything with anything and calls what makes no sense false; a condition that is
/// always false switches off a question or a table in silence, so it is refused instead.
struct ComparisonBinder {
  typealias BindingError = Expression.BindingError

  let comparison: Expression.Comparison
  /// Whether the words of text answers are at hand.
  let knowsTexts: Bool
  private var isEquality: Bool { comparison == .equal || comparison == .notEqual }

  init(_ comparison: Expression.Comparison, knowsTexts: Bool) {
    self.comparison = comparison
    self.knowsTexts = knowsTexts
  }

  /// - Parameter nodes: The sides as they are bound by themselves.
  func bind(
    _ left: ComparisonSide, _ right: ComparisonSide, nodes: (Condition.Node, Condition.Node)
  ) throws(BindingError) -> Condition.Node {
    switch (left, right) {
    case (.ranked(let variable, let rank), .text(let text)) where isEquality,
      (.text(let text), .ranked(let variable, let rank)) where isEquality:
      return .isRanked(
        variable: variable.index,
        code: text.isEmpty ? nil : try Expression.code(of: text, in: variable),
        rank: rank, expected: comparison == .equal)
    case (.ranked, let side), (let side, .ranked):
      throw Self.error(
        .expression(.rankComparison),
        "selected-at() is compared by '\(comparison.rawValue)' with \(Self.words(side)); expected "
          + "'=' or '!=' with the name of a choice in quotes")
    case (.variable(let variable), .variable(let other)):
      try check(variable, against: other)
      return .compare(comparison, nodes.0, nodes.1)
    case (.variable(let variable), let side):
      return try bind(variable, side) { .compare(comparison, nodes.0, $0 ?? nodes.1) }
    case (let side, .variable(let variable)):
      return try bind(variable, side) { .compare(comparison, $0 ?? nodes.0, nodes.1) }
    case (.figure, .text("")) where isEquality && nodes.0.mayBeBlank,
      (.text(""), .figure) where isEquality && nodes.1.mayBeBlank:
      // What could not be worked out is a blank.
      let blank = Condition.Node.constant(.text(""))
      let figure = if case .figure = left { nodes.0 } else { nodes.1 }
      return .compare(comparison, .call(.coalesce, [figure, blank]), blank)
    case (.number, _), (.text, _), (.figure, _), (.words, _), (.day, _), (.truth, _):
      try check(left, against: right)
      return .compare(comparison, nodes.0, nodes.1)
    }
  }

  /// Binds an answer against something that is no answer.
  ///
  /// - Parameter compared: Makes the comparison, with another node for the other side if need be.
  private func bind(
    _ variable: Variable, _ side: ComparisonSide, compared: (Condition.Node?) -> Condition.Node
  ) throws(BindingError) -> Condition.Node {
    if isEquality, case .text("") = side {
      return .isAnswered(variable, expected: comparison == .notEqual)
    }
    switch (variable.kind, side) {
    case (.text, .text), (.text, .words):
      guard knowsTexts && isEquality else { throw textComparison(side) }
    case (.text, _):
      throw textComparison(side)
    case (.code, .words) where isEquality:
      break
    case (.number, .words), (.number, .day), (.code, .words), (.code, .day):
      throw Self.kindError(.variable(variable), side)
    case (.codes, _):
      throw Self.multipleComparison(side)
    case (.ranking, _):
      throw Self.rankComparison(side)
    case (_, .truth):
      throw Self.error(
        .expression(.kind),
        "an answer is compared with a truth value; write the condition without it")
    case (.code(let names), .text(let text)):
      if isEquality { return try isCode(variable, Expression.code(of: text, in: variable)) }
      try requireScale(variable.substantive(names), side)
      return compared(.constant(.number(try number(text, .code(names)))))
    case (.code(let names), .number(let number)):
      if isEquality { return try isCode(variable, code(number, names)) }
      try requireScale(variable.substantive(names), side)
    case (.code(let names), _):
      try requireScale(variable.substantive(names), side)
    case (.number, .text(let text)):
      return compared(.constant(.number(try number(text, .number))))
    case (.number, _):
      break
    case (.date, .text(let text)) where CalendarDate(iso: text) != nil:
      break
    case (.date, .day):
      break
    case (.date, _):
      throw Self.error(
        .expression(.dateComparison),
        "a date is compared with \(Self.words(side)); expected a date in quotes, such as "
          + "'2005-07-29'")
    }
    return compared(nil)
  }

  private func isCode(_ variable: Variable, _ code: Int) throws(BindingError) -> Condition.Node {
    .isCode(variable: variable.index, code: code, expected: comparison == .equal)
  }

  /// The choice whose name is a number.
  private func code(_ number: Number, _ names: [String]) throws(BindingError) -> Int {
    guard let code = names.firstIndex(where: { Number($0) == number }) else {
      let text = Self.words(.number(number))
      throw Self.error(
        .expression(.unknownChoice),
        "no choice has the name \(text); expected \(Suggestion.allowed(names)) in quotes."
          + Suggestion.question(for: text, among: names))
    }
    return code
  }

  private func number(_ text: String, _ kind: Variable.Kind) throws(BindingError) -> Number {
    guard let number = Number(text) else {
      let found = kind == .number ? "a number" : "a choice whose name is a number"
      throw Self.error(
        .expression(.numberComparison),
        "\(found) is compared with '\(text)'; expected a number such as 5")
    }
    return number
  }

  private func requireScale(
    _ names: [String], _ side: ComparisonSide
  ) throws(BindingError) {
    guard let name = names.first(where: { Number($0) == nil }) else { return }
    throw Self.error(
      .expression(.notAScale),
      "a choice is compared by '\(comparison.rawValue)' with \(Self.words(side)), but choice "
        + "'\(name)' is no number; expected '=' or '!=' with the name of a choice in quotes")
  }

  private func check(_ left: Variable, against right: Variable) throws(BindingError) {
    // Two answers with the same choices are the same answer or another one.
    if isEquality, left.kind == right.kind {
      switch left.kind {
      case .codes, .ranking: return
      case .text where knowsTexts: return
      case .code, .number, .date, .text: break
      }
    }
    for kind in [left.kind, right.kind] {
      if kind == .text { throw textComparison(.variable(left)) }
      switch kind {
      case .codes: throw Self.multipleComparison(.variable(left))
      case .ranking: throw Self.rankComparison(.variable(left))
      case .code, .number, .date, .text: break
      }
    }
    switch (left.kind, right.kind) {
    case (.code(let names), .code(let others)):
      if isEquality, !Set(names).isDisjoint(with: others) { return }
      try requireScale(
        left.substantive(names) + right.substantive(others), .variable(right))
    case (.code(let names), .number):
      try requireScale(left.substantive(names), .variable(right))
    case (.number, .code(let names)):
      try requireScale(right.substantive(names), .variable(right))
    case (.number, .number), (.date, .date):
      return
    case (.code, _), (.codes, _), (.ranking, _), (.number, _), (.date, _), (.text, _):
      throw Self.error(
        .expression(.kind), "a date is compared with an answer that is none; expected two dates")
    }
  }

  /// Of two sides that are no answers: texts go with texts, dates with dates, everything else with
  /// everything else.
  private func check(
    _ left: ComparisonSide, against right: ComparisonSide
  ) throws(BindingError) {
    switch (left, right) {
    case (.text, .text): return
    case (.text(""), .words), (.words, .text("")), (.text(""), .day), (.day, .text("")),
      (.words, .text), (.text, .words), (.words, .words):
      guard isEquality else { throw Self.kindError(left, right) }
    case (.text(let text), .number), (.text(let text), .figure), (.number, .text(let text)),
      (.figure, .text(let text)):
      _ = try number(text, .number)
    case (.text(let text), .truth), (.truth, .text(let text)):
      throw Self.error(
        .expression(.kind), "a truth value is compared with '\(text)'; delete the comparison")
    case (.day, .text(let text)), (.text(let text), .day):
      guard CalendarDate(iso: text) != nil else { throw Self.kindError(left, right) }
    case (.day, .day): return
    case (.day, _), (_, .day), (.words, _), (_, .words): throw Self.kindError(left, right)
    case (.variable, _), (.number, _), (.text, _), (.ranked, _), (.figure, _), (.truth, _): return
    }
  }

  private static func kindError(_ left: ComparisonSide, _ right: ComparisonSide) -> BindingError {
    error(
      .expression(.kind),
      "\(words(left)) is compared with \(words(right)); expected two numbers, two dates, or two "
        + "texts by '=' or '!='")
  }

  private func textComparison(_ side: ComparisonSide) -> BindingError {
    Self.error(
      .expression(.textComparison),
      "a text answer is compared with \(Self.words(side)); it can only be compared with ''"
        + (knowsTexts ? " and, by '=' or '!=', with a text" : ""))
  }

  private static func multipleComparison(_ side: ComparisonSide) -> BindingError {
    error(
      .expression(.multipleComparison),
      "a select_multiple answer is compared with \(words(side)); expected selected() or "
        + "count-selected(), as in selected(${question}, 'choice')")
  }

  private static func rankComparison(_ side: ComparisonSide) -> BindingError {
    error(
      .expression(.rankComparison),
      "a ranking is compared with \(words(side)); expected selected() or selected-at(), as in "
        + "selected-at(${question}, 0) = 'choice' for the first")
  }

  private static func words(_ side: ComparisonSide) -> String {
    switch side {
    case .variable: "another answer"
    case .number(let number): number.text
    case .text(let text): "'\(text)'"
    case .ranked: "another choice"
    case .figure: "a number"
    case .words: "a text"
    case .day: "a date"
    case .truth: "a truth value"
    }
  }

  private static func error(_ id: ErrorID, _ message: String) -> BindingError {
    BindingError(id: id, message: message)
  }
}
