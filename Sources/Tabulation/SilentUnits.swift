import Questionnaire

extension TableBase {
  /// Whether some unit that did not reply may be in the base of a variable, whatever registers say of
  /// it.
  package func mayHaveSilentUnits(_ variable: Int, _ variables: Variables) -> Bool {
    let criteria = criteria(of: variable)
    var attributes: Set<Int> = []
    for case .condition(let condition) in criteria {
      let given = variables.origins(of: Set(condition.uses.keys)).given
      attributes.formUnion(given.filter { $0 >= variables.firstAttribute })
    }
    let facts = variables.firstAttribute..<variables.firstDerived
    var units = [facts.map { _ in Int?.none }]
    for attribute in attributes.sorted() {
      // Of several thousand combinations some will do.
      guard units.count < 10_000 else { return true }
      let form = variables.forms[attribute]
      let last = form.codeCount - 1
      let codes: [Int?] = form.origin == .response ? [last] : [nil] + (0...last).map { $0 }
      units = units.flatMap { unit in
        codes.map { code in
          var unit = unit
          unit[attribute - variables.firstAttribute] = code
          return unit
        }
      }
    }
    return units.contains { TabulatedUnit(nil, attributes: $0, variables).meets(criteria) }
  }
}
