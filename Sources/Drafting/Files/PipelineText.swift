import Basics
import Register

/// `pipeline.yaml` of a draft; what was guessed says so and on what ground.
struct PipelineText {
  let title: String
  let cutOff: CalendarDate
  let cutOffReason: String
  let isOfStates: Bool
  let unitReason: String
  /// The last day of which the registers know the States; nil where there are none.
  let statesEnd: CalendarDate?
  /// The line that says what becomes of what a unit sends on several days; empty where it may be left out.
  let resubmissions: String
  /// The lines of each source.
  let sources: [[String]]

  /// - Parameter languages: Those of the labels, in the order of the form; English goes without saying.
  func text(ofFormIn languages: [String]) -> String {
    let spoken = languages.filter { !$0.isEmpty }
    let language =
      spoken.isEmpty || spoken.contains("en")
      ? "" : "language: \(spoken[0])  # review: the first language of the form\n"
    let head = """
      # A first draft. A line that ends in 'review' holds a guess: look at it, then delete the word.
      title: \(YAMLText.quoted(title))  # review: what the report is called
      cut-off: \(cutOff)  # review: \(cutOffReason)
      unit: \(isOfStates ? "state" : "respondent")  # review: \(unitReason)
      \(language)\(register)\(resubmissions)
      sources:

      """
    let lines = sources.flatMap { source in
      source.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
    }
    return head + lines.joined(separator: "\n") + Self.rest
  }

  /// A cut-off after what the registers know stops a run that does not allow for it.
  private var register: String {
    guard isOfStates, let statesEnd, statesEnd < cutOff else { return "" }
    return
      "register: {incomplete: yes}  # review: the registers know the States until \(statesEnd); see "
      + "registers/README.md\n"
  }

  private static let rest = """


    fail-on: fatal
    rounding: {percent: 0}

    # The words for shares, printed with the report; change them to your house style.
    quantifiers:
      - {word: all, exactly: 100}
      - {word: almost all, at-least: 90}
      - {word: most, at-least: 75}
      - {word: the majority, at-least: 50.01}
      - {word: half, exactly: 50}
      - {word: a minority, at-least: 15}
      - {word: few, at-least: 0.01}
      - {word: none, exactly: 0}

    """
}
