import Basics
import Register

/// Whether the registers know all that holds on the cut-off of a collection.
struct CutOffCoverage {
  private let cutOff: CalendarDate
  private let registers: Register
  private let node: DefinitionNode

  /// - Parameter node: `pipeline.yaml` as a whole.
  init(_ cutOff: CalendarDate, by registers: Register, _ node: DefinitionNode) {
    self.cutOff = cutOff
    self.registers = registers
    self.node = node
  }

  /// The day after which changes of Member States, names and groups may be missing.
  ///
  /// - Throws: `badDefinition` where the cut-off is before the days that the registers know, or after
  ///   them without `incomplete: yes`.
  func statesEnd() throws(RunError) -> CalendarDate? {
    var end: CalendarDate?
    for part in Register.Part.allCases {
      guard let days = registers.coverage[part] else { continue }
      guard cutOff >= days.first else { throw tooEarly(part, days.first) }
      guard cutOff > days.last else { continue }
      guard try isIncomplete() else {
        throw tooLate("have \(part.what)", until: days.last, part.advice)
      }
      end = min(end ?? days.last, days.last)
    }
    return end
  }

  /// The day after which actions of the treaty may be missing.
  ///
  /// - Throws: `badDefinition` where the cut-off is later, without `incomplete: yes`.
  func actionsEnd(of treaty: String?) throws(RunError) -> CalendarDate? {
    guard let treaty, let end = registers.lastKnownDay(of: treaty), end < cutOff else { return nil }
    guard try isIncomplete() else {
      throw tooLate(
        "have all actions of '\(treaty)'", until: end,
        "since later parties are missing. Add the actions since to registers/treaty-actions.csv and the "
          + "day to treaties.csv")
    }
    return end
  }

  private func isIncomplete() throws(RunError) -> Bool {
    try node.group(PipelineKey.register, of: RegisterKey.self).value(RegisterKey.incomplete).flag()
  }

  private func tooEarly(_ part: Register.Part, _ first: CalendarDate) -> RunError {
    (node[PipelineKey.cutOff] ?? node).error(
      id: .register(.beforeRegister),
      "the registers have \(part.what) from \(first) on, but the cut-off is \(cutOff); expected a "
        + "cut-off since then. List the units of that day in units.csv, with 'unit: listed', where it "
        + "is right")
  }

  private func tooLate(_ what: String, until end: CalendarDate, _ advice: String) -> RunError {
    (node[PipelineKey.register] ?? node[PipelineKey.cutOff] ?? node).error(
      id: .register(.afterRegister),
      "the registers \(what) until \(end), but the cut-off is \(cutOff); expected a cut-off until then, "
        + "\(advice), or write 'incomplete: yes' under 'register': the tables then say so")
  }
}

extension Register.Part {
  fileprivate var what: String {
    switch self {
    case .states: "all Member States and their names"
    case .regionalGroups: "all regional groups and their members"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .states:
      "since later members and names are missing. Add what has changed since to registers/states.csv "
        + "and former-names.csv, and the day to coverage.csv"
    case .regionalGroups:
      "since later changes are missing. Add them to registers/regional-group-members.csv, and the day "
        + "to coverage.csv"
    }
  }
}
