package import Basics
package import Questionnaire

/// A variable that follows from others: bands of a number or date, a recode, or conditions.
///
/// It is *answered* where one of its codes holds. Where none does, it is *not applicable* if the
/// variables it comes from were answered, as far as it depends on them, and otherwise in the answer
/// state of the first of these that was not: an unclear one before a blank, that before one that was
/// not asked, that before one that does not apply. A choice that a condition wants not to be made is
/// not asked of whoever was not offered it.
/// `TabulatedUnit` says which of its codes a unit has.
package struct DerivedVariable: Sendable {
  /// When a unit has a code.
  package enum Rule: Sendable {
    /// It has one of these codes of the source.
    case codes([Int])
    /// The number or date of the source lies here; `from` is in it, `below` is not.
    case range(from: ExactDecimal?, below: ExactDecimal?)
    case condition(Condition)
  }

  /// When a unit is offered a choice.
  struct Offer: Sendable {
    let variable: Int
    let code: Int
    let condition: Condition
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
  /// The conditions, each with the variables that it is about.
  let conditions: [(condition: Condition, variables: [Int])]
  /// Of the choices that are not offered to everybody, those that a condition wants not to be made.
  let offers: [Offer]
  /// The bands, where there is nothing but bands.
  let bands: Bands?

  /// - Parameter offer: When a unit is offered a choice of a variable, by its index and the code; nil
  ///   where everybody is.
  package init(
    source: Int?, rules: [Rule], isOverlapping: Bool, isAboutAnswers: Bool,
    offer: (Int, Int) -> Condition? = { _, _ in nil }
  ) {
    self.source = source
    self.rules = rules
    self.isOverlapping = isOverlapping
    self.isAboutAnswers = isAboutAnswers
    conditions = rules.compactMap { rule in
      if case .condition(let condition) = rule { (condition, condition.variables) } else { nil }
    }
    offers = conditions.flatMap { $0.condition.unchosen }.compactMap { choice in
      offer(choice.variable, choice.code).map {
        Offer(variable: choice.variable, code: choice.code, condition: $0)
      }
    }
    hasRanges = rules.contains { if case .range = $0 { true } else { false } }
    bands = Bands(rules)
  }

  /// All conditions on which it depends.
  package var deciding: [Condition] { conditions.map(\.condition) + offers.map(\.condition) }
}
