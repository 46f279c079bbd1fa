package import Basics
package import Findings
package import Questionnaire

/// One rule of `rules.yaml`, its names resolved.
package struct DeclaredRule: Sendable {
  /// What the rule is checked against.
  package enum Level: String, Sendable, CaseIterable {
    /// Each submission that counts.
    case submission
    /// The submissions of each unit that came in time.
    case unit
    /// All units, whether they replied or not; with `unique` those that replied.
    case collection
  }

  package enum Check: Sendable {
    /// Reported where it holds.
    case condition(Condition)
    /// Reported where another unit has the same values.
    case unique([Condition])
  }

  package let id: String
  package let line: Int
  package let severity: Severity
  package let level: Level
  /// The repeat each instance of which is judged; nil where submissions or units are.
  package let unit: InstanceUnit?
  /// Which of what it is checked against it speaks of; nil for all.
  package let filter: Condition?
  package let check: Check
  /// The attribute by which units are grouped, each group being judged by itself.
  package let group: VariableCatalog.Entry?
  package let message: RuleMessage
  package let suggestion: String
  /// The questions that the findings name, and whose answers they give.
  package let questions: [Question]
  /// Whether it speaks of the submission before.
  package let looksBack: Bool
  /// The share of the base, in per cent, up to which its findings do not decide the exit status.
  package let failAbove: ExactDecimal?
  /// What it says of itself, for the page of rules.
  package let words: Words

  /// The rule as it was written.
  package struct Words: Sendable {
    package let meaning: String
    package let condition: String
    package let filter: String
    package let base: String?
  }

  /// Whether each finding is about a unit, so that they have a share of a base.
  package var hasBase: Bool {
    if level != .collection { return true }
    if case .unique = check { return true }
    return false
  }

  /// The functions over all units that its condition and its message rest on; none in a rule about
  /// single submissions.
  package var sets: [SetFunction] {
    guard level == .collection, case .condition(let condition) = check else { return [] }
    return condition.sets + message.values.flatMap(\.sets)
  }

  /// What the base is a set of, in words.
  package var baseLabel: String {
    if let base = words.base { return base }
    let all =
      if let unit {
        "“\(unit.label)” of submissions that count"
      } else {
        switch (level, check) {
        case (.collection, .unique): "submissions with all these values"
        case (.unit, _): looksBack ? "units that sent several submissions" : "units that replied"
        case (.submission, _): "submissions that count"
        case (.collection, .condition): "units"
        }
      }
    return words.filter.isEmpty ? all : "\(all) where \(words.filter)"
  }

  /// The text questions whose words it rests on, by their index.
  package func texts(_ variables: RuleVariables) -> Set<Int> {
    var conditions = message.values + (filter.map { [$0] } ?? [])
    switch check {
    case .condition(let condition): conditions.append(condition)
    case .unique(let values): conditions += values
    }
    return Set(
      conditions.flatMap(\.texts).compactMap { index in
        switch variables.meaning(of: index) {
        case .question(let question), .previous(let question): question
        case .attribute, .fact: nil
        }
      })
  }
}
