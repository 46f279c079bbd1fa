import Interchange

/// How many findings there are of each severity.
struct FindingTally: Equatable {
  private(set) var fatal = 0
  private(set) var query = 0
  private(set) var settled = 0

  mutating func count(_ severity: Finding.Severity) {
    switch severity {
    case .fatal: fatal += 1
    case .query: query += 1
    case .settled: settled += 1
    }
  }

  static func += (left: inout FindingTally, right: FindingTally) {
    left.fatal += right.fatal
    left.query += right.query
    left.settled += right.settled
  }

  /// The findings at or above a level.
  func count(from level: PipelineDefinition.FailOn) -> Int {
    switch level {
    case .never: 0
    case .fatal: fatal
    case .query: fatal + query
    }
  }

  /// Whether it is worse than another: more that is fatal, or else more to query.
  func isWorse(than other: FindingTally) -> Bool {
    (fatal, query, settled) > (other.fatal, other.query, other.settled)
  }
}
