import Basics

/// What actions towards a treaty cannot be: which of their days would be wrong is not known.
struct TreatyActionCheck {
  typealias Action = Register.TreatyAction

  let states: [String: State]
  let treaties: [Register.Treaty]
  let admissions: [Register.Admission]
  let admissionsPath: String

  /// One row by itself.
  func check(
    _ action: Action, _ mode: Register.Mode?, line: Int, path: String
  ) throws(RunError) {
    let days = [action.signed, action.deposited].compactMap(\.self)
    guard !days.isEmpty || action.withdrawn != nil else {
      throw RunError(
        path: path, line: line, id: .register(.actionWithoutDay),
        "there is no day in the row of \(action.iso3), so that it did nothing; expected the day of its "
          + "signature or of its deposit. Fill in 'signed' or 'deposited', or delete the row")
    }
    for day in days {
      guard let end = states[action.iso3]?.membership.to, day >= end else { continue }
      throw RunError(
        path: path, line: line, id: .register(.actionAfterEnd),
        "\(action.iso3) acted on \(day), but was a State only before \(end) by states.csv; expected an "
          + "action of its time. Correct the day, or write the code of the State that followed it")
    }
    for day in days where !isAdmitted(action, day) {
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
    if let signed = action.signed, mode == .accession {
      throw RunError(
        path: path, line: line, id: .register(.accessionOfSignatory),
        "\(action.iso3) signed on \(signed) and has '\(Register.Mode.accession.rawValue)'; expected "
          + "the instrument of a signatory, since who accedes has not signed. Correct 'mode', or blank "
          + "'signed'")
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
    try checkProtocols(entries, path: path)
  }

  /// Who has withdrawn from a treaty is no party to those under it: neither on the day of the withdrawal,
  /// nor by what it deposits before it is a party again.
  private func checkProtocols(
    _ entries: [RegisterCheck.Entry<Action>], path: String
  ) throws(RunError) {
    let ends = entries.filter { $0.fact.withdrawn != nil }
    for treaty in treaties {
      guard let parent = treaty.under else { continue }
      for end in ends where end.fact.treaty == parent {
        let code = end.fact.iso3
        let own = entries.filter { $0.fact.iso3 == code && $0.fact.treaty == treaty.name }
        let ofParent = entries.filter { $0.fact.iso3 == code && $0.fact.treaty == parent }
        func status(_ actions: [RegisterCheck.Entry<Action>], on day: CalendarDate)
          -> TreatyStanding.Status
        {
          TreatyStanding(actions.map(\.fact), on: day, isAdmitted: true).status
        }
        let days = [end.fact.withdrawn] + own.map(\.fact.deposited)
        for day in days.compactMap(\.self)
        where status(ofParent, on: day) == .withdrawn && status(own, on: day) == .party {
          throw RunError(
            path: path, line: own.last?.line, id: .register(.stillParty),
            "\(code) is a party to '\(treaty.name)' on \(day), when it is none any more to '\(parent)' "
              + "(line \(end.line)), without which nobody is; expected a withdrawal from both, and no "
              + "deposit until it is a party again. Fill in 'withdrawn' here, too, or correct the days"
          )
        }
      }
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
