package import Basics
package import Questionnaire

/// A variable that follows from others: bands of a number or date, a recode, conditions, or a number
/// that is computed.
///
/// It is *answered* where one of its codes holds. Where none does, it is *not applicable* if the
/// variables it comes from were answered, as far as it depends on them, and otherwise in the answer
/// state of the first of these that was not: an unclear one before a blank, that before one that was
/// not asked, that before one that does not apply. A choice that a condition wants not to be made is
/// not asked of whoever was not offered it.
/// A number is answered where it has a value, and else in the state of the first answer that is missing;
/// where none is, as where something is divided by nought, it is not applicable.
/// `TabulatedUnit` says which of its codes a unit has, and which number.
package struct DerivedVariable: Sendable {
  /// When a unit has a code.
  package enum Rule: Sendable {
    /// It has one of these codes of the source.
    case codes([Int])
    /// The number or date of the source lies here; `from` is in it, `below` is not.
    case range(from: ExactDecimal?, below: ExactDecimal?)
    case condition(Condition)
  }

  /// When a unit is offered one of some choices of a variable.
  struct Offer: Sendable {
    let variable: Int
    let codes: [Int]
    let condition: Condition
  }

  /// A condition, with what there is to know of it.
  struct Clause: Sendable {
    let condition: Condition
    /// The choices that it asks for.
    let choices: [(variable: Int, codes: [Int])]
    /// When they are offered, where that is not always so.
    let offers: [Offer]
    /// Of these, those of choices that it may want not to be made.
    let unchosen: [Offer]

    init(_ condition: Condition, _ offer: (Int, [Int]) -> Condition?) {
      self.condition = condition
      let choices = condition.choices
      self.choices = choices.map { ($0.variable, $0.codes) }
      let offers = choices.compactMap { group in
        offer(group.variable, group.codes).map {
          (Offer(variable: group.variable, codes: group.codes, condition: $0), group.isWanted)
        }
      }
      self.offers = offers.map(\.0)
      unchosen = offers.filter { !$0.1 }.map(\.0)
    }
  }

  /// The index of the question or attribute it comes from; nil for conditions.
  package let source: Int?
  /// By code.
  package let rules: [Rule]
  /// Whether a unit may have several codes; otherwise the first that holds counts.
  package let isOverlapping: Bool
  /// Whether it follows from what units answered; otherwise units have codes without a reply too.
  package let isAboutAnswers: Bool
  /// Whether the number of the source decides.
  let hasRanges: Bool
  /// By code, the condition that it has.
  let clauses: [Clause?]
  /// What its number comes to; nil of a variable with codes.
  let computed: Clause?
  /// The bands, where there is nothing but bands.
  let bands: Bands?

  /// - Parameter offer: When a unit is offered one of some choices of a variable, by its index and the
  ///   codes; nil where everybody is.
  package init(
    source: Int?, rules: [Rule], isOverlapping: Bool, isAboutAnswers: Bool,
    offer: (Int, [Int]) -> Condition? = { _, _ in nil }
  ) {
    self.source = source
    self.rules = rules
    self.isOverlapping = isOverlapping
    self.isAboutAnswers = isAboutAnswers
    clauses = rules.map { rule in
      if case .condition(let condition) = rule { Clause(condition, offer) } else { nil }
    }
    computed = nil
    hasRanges = rules.contains { if case .range = $0 { true } else { false } }
    bands = Bands(rules)
  }

  /// A number that is computed of what a unit answered.
  package init(value: Condition, offer: (Int, [Int]) -> Condition? = { _, _ in nil }) {
    (source, rules, clauses, bands) = (nil, [], [], nil)
    computed = Clause(value, offer)
    (isOverlapping, isAboutAnswers, hasRanges) = (false, true, false)
  }

  /// What its number comes to; nil of a variable with codes.
  package var value: Condition? { computed?.condition }

  /// Those of its codes.
  package var conditions: [Condition] { clauses.compactMap { $0?.condition } }

  /// All conditions on which its codes, number and states depend.
  package var deciding: [Condition] {
    (clauses + [computed]).compactMap(\.self).flatMap {
      [$0.condition] + $0.unchosen.map(\.condition)
    }
  }
}
