import Definition
import Questionnaire

/// What follows from the conditions on which questions apply.
extension UnitSpace {
  /// Who was led to a question, and who was not. Validation tells blanks apart by the condition
  /// alone; who answered was led there, unless some were not.
  struct Routing {
    fileprivate(set) var applicable: ValueSet
    let notApplicable: ValueSet
    /// What holds for whom the question applies, and for whom it does not.
    let applies: Demand
    let applyNot: Demand
  }

  /// What must hold; not all of it where a part is about several questions.
  struct Demand {
    let parts: [UnitSet.Part]
    let isAll: Bool
  }

  /// What the answers to a question say of those before it.
  struct Lead {
    let dimension: Int
    let routings: [Routing]
    let offering: Offering?
  }

  /// - Parameters:
  ///   - isKept: Whether nobody answered whom the condition does not lead to the question.
  ///   - isOpen: Whether of some an unclear answer leaves open if it does.
  func lead(
    to question: Question, _ form: Questionnaire, isKept: Bool, isOpen: Bool
  ) -> Lead? {
    let routings =
      routings(of: question, form, isKept: isKept, isOpen: isOpen) + offers(of: question, form)
    guard !routings.isEmpty else { return nil }
    return Lead(
      dimension: dimension(of: .question(question.index)), routings: routings,
      offering: offering(of: question, form))
  }

  private func routings(
    of question: Question, _ form: Questionnaire, isKept: Bool, isOpen: Bool
  ) -> [Routing] {
    guard let condition = question.condition(in: form) else { return [] }
    let dimension = dimensions[dimension(of: .question(question.index))]
    let routing = Routing(
      applicable: dimension.set {
        $0.state == .noAnswer || (isKept && !isOpen && $0.state == .answered)
      },
      notApplicable: dimension.set { $0.state == .notApplicable },
      applies: demand(of: condition), applyNot: demand(of: condition.denied))
    guard isKept, isOpen else { return [routing] }
    // A blank is unclear where it is open whether the question applies, and an answer is an answer.
    return [
      routing,
      Routing(
        applicable: dimension.set { $0.state == .noAnswer || $0.state == .answered },
        notApplicable: .none(of: dimension.count),
        applies: orUnclear(routing.applies), applyNot: butUnclear(routing.applyNot)),
    ]
  }

  private func unclear(_ part: UnitSet.Part) -> ValueSet {
    dimensions[part.dimension].set { $0.state == .unclear }
  }

  private func orUnclear(_ demand: Demand) -> Demand {
    Demand(
      parts: demand.parts.map {
        .init(dimension: $0.dimension, values: $0.values.union(unclear($0)))
      }, isAll: demand.isAll)
  }

  private func butUnclear(_ demand: Demand) -> Demand {
    Demand(
      parts: demand.parts.map {
        .init(dimension: $0.dimension, values: $0.values.subtracting(unclear($0)))
      }, isAll: demand.isAll)
  }

  /// Who was offered each choice of a question: whoever chose it was led to it by its condition.
  /// Choices of one condition stand together, since whoever chose any of them was.
  ///
  /// - Precondition: Nobody chose what was not offered, see `KnownReplies.requireOffered`.
  private func offers(of question: Question, _ form: Questionnaire) -> [Routing] {
    let dimension = dimension(of: .question(question.index))
    let none = ValueSet.none(of: dimensions[dimension].count)
    var offers: [Routing] = []
    for (code, condition) in question.offers(in: form).enumerated() {
      guard let condition else { continue }
      let chosen = dimensions[dimension].set { value in
        value.state == .answered && (value.code == code || value.ticks.contains(code))
      }
      let applies = demand(of: condition)
      if let index = offers.firstIndex(where: { $0.applies.parts == applies.parts }) {
        offers[index].applicable = offers[index].applicable.union(chosen)
      } else {
        offers.append(
          Routing(
            applicable: chosen, notApplicable: none, applies: applies,
            applyNot: demand(of: condition.denied)))
      }
    }
    return offers
  }

  private func demand(of condition: Condition) -> Demand {
    let parts = parts(of: condition)
    return Demand(parts: parts, isAll: parts.count == condition.conjuncts.count)
  }

  /// Values of units that replied, with what those of one question say of others.
  ///
  /// - Returns: nil where no unit can have them.
  func routed(_ values: [Int: ValueSet]) -> [Int: ValueSet]? {
    var values = values
    // What is known of a question may say something of the question before.
    for lead in leads.reversed() {
      let dimension = lead.dimension
      guard let set = values[dimension] else { continue }
      let given = dimensions[dimension].silent.map { set.subtracting($0) } ?? set
      guard !given.isEmpty else { continue }
      for part in lead.offering?.parts(of: given) ?? [] { add(part, to: &values) }
      for routing in lead.routings {
        guard follow(routing, given, in: &values) else { return nil }
      }
    }
    return values.values.contains(where: \.isEmpty) ? nil : values
  }

  /// - Returns: Whether units can have what follows from the given values.
  private func follow(
    _ routing: Routing, _ given: ValueSet, in values: inout [Int: ValueSet]
  ) -> Bool {
    let isLed = given.subtracting(routing.applicable).isEmpty
    guard isLed || given.subtracting(routing.notApplicable).isEmpty else { return true }
    let (holds, fails) =
      isLed ? (routing.applies, routing.applyNot) : (routing.applyNot, routing.applies)
    for part in holds.parts { add(part, to: &values) }
    return !fails.isAll || fails.parts.isEmpty
      || !fails.parts.allSatisfy { isCertain($0, among: values) }
  }

  private func isCertain(_ part: UnitSet.Part, among values: [Int: ValueSet]) -> Bool {
    guard let known = values[part.dimension] else { return false }
    return possible(known, in: part.dimension, hasReplied: true).subtracting(part.values).isEmpty
  }

  private func add(_ part: UnitSet.Part, to values: inout [Int: ValueSet]) {
    let set = values[part.dimension]
    values[part.dimension] = set?.intersection(part.values) ?? part.values
  }
}
