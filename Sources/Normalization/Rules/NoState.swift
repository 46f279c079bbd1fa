import Findings

extension Objection {
  /// A text that the crosswalk says is no State; `refusedState` has those that the register says.
  static func noState(_ text: String, settledBy line: Crosswalk.Line) -> Objection {
    Objection(
      .noState,
      "'\(text)' is no State (line \(line.line) of \(Crosswalk.fileName)): \(line.reason)",
      severity: .settled, suggestion: "")
  }
}
