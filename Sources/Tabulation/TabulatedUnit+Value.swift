package import Basics

extension TabulatedUnit {
  /// The number or date of an answer as a whole number: parts of one, or the digits of the date. Of a
  /// scale it is the number that the code is the name of; what is no opinion has none.
  package func value(of variable: Int) -> Int128? {
    let form = variables.forms[variable]
    switch form.kind {
    case .number, .date:
      if let made = madeUpNumber(of: variable) { return made }
      let text = text(of: variable)
      return form.kind == .number
        ? FixedDecimal(text)?.parts : CalendarDate(iso: text)?.digits
    case .single:
      guard let scale = variables.scales[variable], let code = code(of: variable),
        let point = scale[code]
      else { return nil }
      return Int128(point) * FixedDecimal.one
    case .multiple, .ranking, .text: return nil
    }
  }
}

extension CalendarDate {
  /// Year, month and day as eight digits, which sort as the dates do.
  package var digits: Int128 { Int128(year * 10_000 + month * 100 + day) }
}
