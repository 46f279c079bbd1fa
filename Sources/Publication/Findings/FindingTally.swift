import Definition
import Findings

/// How many findings there are of each severity.
struct FindingTally: Equatable {
  // Half the size of Int, since every unit has a tally.
  private var counts: (fatal: Int32, query: Int32, settled: Int32) = (0, 0, 0)

  var fatal: Int { Int(counts.fatal) }
  var query: Int { Int(counts.query) }
  var settled: Int { Int(counts.settled) }

  mutating func count(_ severity: Severity) {
    switch severity {
    case .fatal: counts.fatal += 1
    case .query: counts.query += 1
    case .settled: counts.settled += 1
    }
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
    counts > other.counts
  }

  static func == (left: FindingTally, right: FindingTally) -> Bool {
    left.counts == right.counts
  }
}
