import Basics

extension StateResolver {
  /// Why a text that names no State of the day is refused.
  ///
  /// - Parameter names: What it named on other days.
  func refusal(of text: String, meaning names: [StateName]) -> StateRefusal {
    let units = Set(names.map(\.iso3).filter(register.isUnit))
    if !units.isEmpty { return ambiguity(of: text, units.sorted()) }
    for name in names {
      if let refusal = refusal(of: text, meaning: name) { return refusal }
    }
    if identifier == .m49, let refusal = refusalOfShortCode(text) { return refusal }
    let kind =
      switch identifier {
      case .name: "name"
      case .code: "code"
      case .iso3, .iso2, .m49: "\(identifier.rawValue) code"
      }
    return StateRefusal(
      rule: .unknown,
      reason: "'\(text)' is no \(kind) of a \(register.hasStates ? "State" : "unit of units.csv")",
      suggestions: nearest(to: text))
  }

  /// An M49 code that got decimals or blanks: spreadsheets take it for a number.
  private func refusalOfShortCode(_ text: String) -> StateRefusal? {
    guard let number = ExactDecimal(TextKey(text).text), number.isWhole, number > 0
    else { return nil }
    let digits = number.description
    let code = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    guard code != text, case .found(let iso3) = resolve(code) else { return nil }
    let meant = printed(iso3)
    return StateRefusal(
      rule: .unknown,
      reason: "'\(text)' is no m49 code, which has three digits; '\(code)' is \(meant)",
      suggestions: [meant] + nearest(to: text).filter { $0 != meant }.prefix(2))
  }

  /// Why a name that does not hold on the day is taken for the State all the same.
  func reason(for text: String, meaning name: StateName) -> String {
    let what =
      switch register[name.iso3]?.kind {
      case nil: "a unit"
      case .organization: "an organization"
      case .state, .nonMember: "a State"
      }
    let when =
      if let end = name.validity.to, register.day >= end {
        "has not been the name of \(what) since \(end)"
      } else {
        "is the name of \(what) only \(name.validity)"
      }
    return "'\(text)' \(when); it is taken for \(printed(name)), as it is called on \(register.day)"
  }

  func ambiguity(of text: String, _ states: [String]) -> StateRefusal {
    StateRefusal(
      rule: .ambiguous,
      reason: "'\(text)' is the name of more than one \(register.hasStates ? "State" : "unit")",
      suggestions: states.map { printed($0) })
  }

  private func refusal(of text: String, meaning name: StateName) -> StateRefusal? {
    guard let state = register[name.iso3] else { return refusal(of: text, outOf: name) }
    let shown = "'\(text)' (\(state.iso3))"
    if state.kind != .state {
      let what =
        state.kind == .organization
        ? "an organization and no State" : "a State, but no Member State of the United Nations"
      return StateRefusal(
        rule: .noMember, reason: "\(shown) is \(what)", code: name.iso3)
    }
    if let first = state.membership.from, register.day < first {
      return StateRefusal(
        rule: .notYet,
        reason: "\(shown) is a Member State only since \(first); the cut-off is \(register.day)",
        code: name.iso3)
    }
    if let end = state.membership.to, register.day >= end {
      return StateRefusal(
        rule: .noLonger,
        reason: "\(shown) was a Member State only before \(end); the cut-off is \(register.day)",
        code: name.iso3)
    }
    return nil
  }

  /// A unit of the collection's own that is on the list at other times.
  private func refusal(of text: String, outOf name: StateName) -> StateRefusal? {
    let shown = text == name.iso3 ? "'\(text)'" : "'\(text)' (\(name.iso3))"
    if let first = name.validity.from, register.day < first {
      return StateRefusal(
        rule: .notYet,
        reason: "\(shown) is a unit only since \(first); the cut-off is \(register.day)",
        code: name.iso3)
    }
    guard let end = name.validity.to, register.day >= end else { return nil }
    return StateRefusal(
      rule: .noLonger,
      reason: "\(shown) was a unit only before \(end); the cut-off is \(register.day)",
      code: name.iso3)
  }
}
