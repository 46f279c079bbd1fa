import Interchange
import Questionnaire

/// What follows from the conditions on which questions apply.
extension UnitSpace {
  /// Who left a question blank though it applied, and though it did not: validation tells the two
  /// apart by the condition alone.
  struct Routing {
    let dimension: Int
    let blank: ValueSet
    let notApplicable: ValueSet
    /// For whom the question applies.
    let condition: [UnitSet.Part]
    /// For whom it does not, where that can be said in one part.
    let opposite: UnitSet.Part?
  }

  func routing(of question: Question, _ form: Questionnaire) -> Routing? {
    guard let condition = question.condition(in: form) else { return nil }
    let dimension = dimension(of: .question(question.index))
    let parts = parts(of: condition)
    var opposite: UnitSet.Part?
    if condition.conjuncts.count == 1, let part = parts.first {
      let others = dimensions[part.dimension].all.subtracting(part.values)
      opposite = UnitSet.Part(dimension: part.dimension, values: others)
    }
    return Routing(
      dimension: dimension, blank: dimensions[dimension].set { $0.state == .noAnswer },
      notApplicable: dimensions[dimension].set { $0.state == .notApplicable },
      condition: parts, opposite: opposite)
  }

  /// Values of units that replied, with what their blanks say of others.
  ///
  /// - Returns: nil where no unit can have them.
  func routed(_ values: [Int: ValueSet]) -> [Int: ValueSet]? {
    var values = values
    // What one blank says of a question may say something of the question before.
    for routing in routings.reversed() {
      guard let set = values[routing.dimension] else { continue }
      let told = dimensions[routing.dimension].silent.map { set.subtracting($0) } ?? set
      guard !told.isEmpty else { continue }
      if told.subtracting(routing.blank).isEmpty {
        for part in routing.condition { add(part, to: &values) }
      } else if told.subtracting(routing.notApplicable).isEmpty, let part = routing.opposite {
        add(part, to: &values)
      }
    }
    return values.values.contains(where: \.isEmpty) ? nil : values
  }

  private func add(_ part: UnitSet.Part, to values: inout [Int: ValueSet]) {
    let set = values[part.dimension]
    values[part.dimension] = set?.intersection(part.values) ?? part.values
  }
}
