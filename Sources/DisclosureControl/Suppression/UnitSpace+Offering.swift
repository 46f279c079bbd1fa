import Definition
import Questionnaire

/// What follows from the conditions on which choices are offered.
extension UnitSpace {
  /// What each value of a question says of others, of whose answers its choices depend.
  struct Offering {
    /// By value; none where it has a choice that everybody was offered.
    fileprivate let demands: [[UnitSet.Part]]

    /// What holds for whoever has one of some values, whichever it is: one who ticked anything was
    /// offered something, though of each choice alone it is not known.
    func parts(of values: ValueSet) -> [UnitSet.Part] {
      var common: [Int: ValueSet]?
      for value in demands.indices where values.contains(value) {
        let own = Dictionary(
          demands[value].map { ($0.dimension, $0.values) },
          uniquingKeysWith: { $0.intersection($1) })
        common =
          common.map { common in
            own.compactMapValues(\.self).reduce(into: [:]) { both, part in
              both[part.key] = common[part.key].map { $0.union(part.value) }
            }
          } ?? own
        if common?.isEmpty == true { return [] }
      }
      return (common ?? [:]).sorted { $0.key < $1.key }.map {
        .init(dimension: $0.key, values: $0.value)
      }
    }
  }

  /// - Returns: nil where everybody is offered all choices.
  /// - Precondition: Nobody chose what was not offered, see `KnownReplies.requireOffered`.
  func offering(of question: Question, _ form: Questionnaire) -> Offering? {
    let conditions = question.offers(in: form)
    guard conditions.contains(where: { $0 != nil }) else { return nil }
    let dimension = dimension(of: .question(question.index))
    let demands = conditions.map { $0.map(parts(of:)) ?? [] }
    return Offering(
      demands: dimensions[dimension].values.map { value in
        guard value.state == .answered else { return [] }
        return value.ticks.union(value.code.map { [$0] } ?? []).sorted().flatMap { demands[$0] }
      })
  }
}
