import Findings

extension Objection {
  /// A text that the crosswalk says is no State, or no unit of the collection's own; `refusedState` has
  /// those that the register says.
  static func noState(
    _ text: String, called what: String, settledBy line: Crosswalk.Line
  ) -> Objection {
    Objection(
      .noState,
      "'\(text)' is no \(what) (line \(line.line) of \(Crosswalk.fileName)): \(line.reason)",
      severity: .settled, suggestion: "")
  }
}
