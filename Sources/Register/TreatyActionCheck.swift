import Basics

/// What actions towards a treaty cannot be: which of their days would be wrong is not known.
struct TreatyActionCheck {
  typealias Action = Register.TreatyAction

  let states: [String: State]
  let admissions: [Register.Admission]
  let admissionsPath: String

  /// One row by itself.
  func check(
    _ action: Action, _ mode: Register.Mode?, line: Int, path: String
  ) throws(RunError) {
    for day in [action.signed, action.deposited].compactMap(\.self) where !isAdmitted(action, day) {
      throw RunError(
        path: path, line: line, id: .register(.notAdmitted),
        "\(action.iso3) acted on \(day), when '\(action.treaty)' did not admit it by "
          + "\(admissionsPath); expected an action of whom it admits. Correct the day, or add "
          + "whom it admits there")
    }
    guard let deposited = action.deposited else {
      if let withdrawn = action.withdrawn {
        throw RunError(
          path: path, line: line, id: .register(.withdrawalWithoutDeposit),
          "\(action.iso3) withdrew on \(withdrawn), but has no day of deposit; expected to find a "
            + "party. Fill in 'deposited', or blank 'withdrawn'")
      }
      guard let mode else { return }
      throw RunError(
        path: path, line: line, id: .register(.modeWithoutDeposit),
        "found '\(mode.rawValue)' of \(action.iso3), but no day of deposit, which it would be the "
          + "mode of. Fill in 'deposited', or blank 'mode'")
    }
    if let signed = action.signed, deposited < signed {
      throw RunError(
        path: path, line: line, id: .register(.depositBeforeSignature),
        "\(action.iso3) deposited on \(deposited), before it signed on \(signed); expected the "
          + "signature first. Correct one of the two days")
    }
    if let withdrawn = action.withdrawn, withdrawn <= deposited {
      throw RunError(
        path: path, line: line, id: .register(.withdrawalWithoutDeposit),
        "\(action.iso3) withdrew on \(withdrawn), but deposited on \(deposited) only; expected the "
          + "deposit first. Correct one of the two days, or write a row for the later deposit")
    }
  }

  /// The rows of a State towards a treaty, which only a withdrawal parts.
  func check(_ entries: [RegisterCheck.Entry<Action>], path: String) throws(RunError) {
    var earlier: [String: [RegisterCheck.Entry<Action>]] = [:]
    for entry in entries {
      let key = "\(entry.fact.treaty) \(entry.fact.iso3)"
      for other in earlier[key] ?? [] { try check(other, entry, path: path) }
      earlier[key, default: []].append(entry)
    }
  }

  private func check(
    _ one: RegisterCheck.Entry<Action>, _ other: RegisterCheck.Entry<Action>, path: String
  ) throws(RunError) {
    for (first, second) in [(one.fact, other.fact), (other.fact, one.fact)] {
      guard let end = first.withdrawn, let start = second.firstDay, start >= end else { continue }
      guard second.deposited != nil else {
        throw RunError(
          path: path, line: other.line, id: .register(.noNewDeposit),
          "\(first.iso3) withdrew from '\(first.treaty)' on \(end) and signed on \(start) without "
            + "having deposited since (the other row is line \(one.line)); expected a new deposit, "
            + "without which it is no party again. Fill in 'deposited', or delete the row")
      }
      return
    }
    let advice =
      (one.fact.withdrawn ?? other.fact.withdrawn).map { end in
        "Correct the days: no row begins on or after the withdrawal of \(end)"
      } ?? "Make one of the two, or fill in 'withdrawn' in the earlier"
    throw RunError(
      path: path, line: other.line, id: .register(.actionTwice),
      "the actions of \(one.fact.iso3) towards '\(one.fact.treaty)' stand on line \(one.line) "
        + "already; expected one row with signature and deposit, and another only for a deposit "
        + "after a withdrawal. \(advice)")
  }
}

extension TreatyActionCheck {
  private func isAdmitted(_ action: Action, _ day: CalendarDate) -> Bool {
    admissions.contains { admission in
      admission.treaty == action.treaty && admission.validity.contains(day)
        && states[action.iso3].map(admission.admits.includes) ?? false
    }
  }
}

extension Register.TreatyAction {
  /// The day of its signature, or of a deposit without one; nil where it says neither.
  fileprivate var firstDay: CalendarDate? { signed ?? deposited }
}
