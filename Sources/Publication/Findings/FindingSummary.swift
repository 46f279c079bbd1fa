import Basics
import Findings
import Interchange
import Tabular

/// What the findings of a run amount to, by rule and by unit; none of them is held.
struct FindingSummary {
  /// What one rule found.
  struct OfRule {
    var tally = FindingTally()
    /// The submissions concerned, or the records of what is none; those of one follow one another. What is
    /// found of several instances of a submission concerns it once.
    var records = 0
    /// Where the first of the worst that is not settled stands in the list.
    var example: Example?
    fileprivate var lastRecord = (source: "", offset: -1)
  }

  /// What was found about one unit.
  struct OfUnit {
    var tally = FindingTally()
    var example: Example?
  }

  /// A finding, by its bytes in the list; small, since there may be one for each of millions of units.
  struct Example {
    let severity: Severity
    private let length: Int32
    private let offset: Int

    init(_ severity: Severity, at position: RecordPosition) {
      self.severity = severity
      length = Int32(clamping: position.length)
      offset = position.offset
    }

    var position: RecordPosition { RecordPosition(offset: offset, length: Int(length)) }
  }

  /// Whether it is also told by unit.
  let isByUnit: Bool
  private(set) var all = FindingTally()
  private(set) var rules: [String: OfRule] = [:]
  /// By the number of the unit.
  private(set) var units: [OfUnit] = []
  /// What the units are known by.
  private(set) var names = TextNumbers()

  init(isByUnit: Bool) {
    self.isByUnit = isByUnit
  }

  mutating func count(_ finding: FindingRow) throws(RunError) {
    let example = Example(try finding.severity, at: finding.position)
    all.count(example.severity)
    try rules[finding[.rule], default: OfRule()].count(finding, example)
    if !isByUnit || finding.isEmpty(.unit) { return }
    let index = names.number(adding: Array(finding.bytes(.unit)))
    if index == units.count { units.append(OfUnit()) }
    units[index].tally.count(example.severity)
    Example.take(example, for: &units[index].example)
  }
}

extension FindingSummary.OfRule {
  fileprivate mutating func count(
    _ finding: FindingRow, _ example: FindingSummary.Example
  ) throws(RunError) {
    tally.count(example.severity)
    FindingSummary.Example.take(example, for: &self.example)
    guard example.severity != .settled, let offset = try finding.integerIfAny(.offset) else {
      return
    }
    let submission = try finding.integerIfAny(.submission)
    let record = (
      source: submission == nil ? finding[.source] : "", offset: submission ?? offset
    )
    if record != lastRecord { records += 1 }
    lastRecord = record
  }
}

extension FindingSummary.Example {
  /// Takes an example where there is none yet, or none so grave.
  fileprivate static func take(_ new: Self, for example: inout Self?) {
    guard let old = example else {
      example = new
      return
    }
    if new.severity > old.severity { example = new }
  }
}
