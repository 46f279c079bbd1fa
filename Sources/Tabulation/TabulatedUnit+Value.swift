package import Basics

extension TabulatedUnit {
  /// The number of an answer, or the digits of a date. Of a scale it is the number that the code is the
  /// name of; what is no opinion has none.
  package func value(of variable: Int) -> ExactDecimal? {
    let form = variables.forms[variable]
    switch form.kind {
    case .number, .date:
      if case .derived(let position) = form.origin { return computedNumber(position) }
      if let made = madeUpNumber(of: variable) { return made }
      let text = text(of: variable)
      return form.kind == .number ? ExactDecimal(text) : CalendarDate(iso: text)?.digits
    case .single:
      guard let scale = variables.scales[variable], let code = code(of: variable),
        let point = scale[code]
      else { return nil }
      return ExactDecimal(point)
    case .multiple, .ranking, .text: return nil
    }
  }
}
