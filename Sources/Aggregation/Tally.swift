import Tabular

/// Counts of all cells of all tables, in one dense array: exact, and mergeable in any order.
struct Tally: Sendable {
  private(set) var counts: [Int]
  /// Sum, smallest and largest of the values behind a cell, for cells that have values.
  private(set) var values: [Int: ValueSummary] = [:]
  /// The units behind each listed cell, in order of their numbers.
  private(set) var units: [Int: [Int]] = [:]

  init(cells: Int) {
    counts = [Int](repeating: 0, count: cells)
  }

  mutating func count(_ cell: Int) {
    counts[cell] += 1
  }

  mutating func add(_ value: Int128, to cell: Int) throws(RunError) {
    values[cell, default: ValueSummary()] = try (values[cell] ?? ValueSummary())
      .merged(with: ValueSummary(value))
  }

  mutating func list(_ unit: Int, behind cell: Int) {
    units[cell, default: []].append(unit)
  }

  /// Adds another tally of the same tables.
  ///
  /// - Throws: `internalFault` where a sum leaves 128 bits.
  mutating func merge(_ other: Tally) throws(RunError) {
    for (cell, count) in other.counts.enumerated() where count > 0 { counts[cell] += count }
    for (cell, summary) in other.values {
      values[cell] = try values[cell]?.merged(with: summary) ?? summary
    }
    for (cell, more) in other.units {
      units[cell] = ((units[cell] ?? []) + more).sorted()
    }
  }
}

/// Exact figures of a set of numbers: integers throughout, no floating sums.
///
/// Numbers are in millionths; a date is its year, month and day as eight digits and has no
/// meaningful sum.
struct ValueSummary: Sendable, Equatable {
  /// How many numbers: what their mean is of.
  var count = 0
  var sum: Int128 = 0
  var minimum = Int128.max
  var maximum = Int128.min

  init() {}

  init(_ value: Int128) {
    count = 1
    sum = value
    minimum = value
    maximum = value
  }

  func merged(with other: ValueSummary) throws(RunError) -> ValueSummary {
    let (sum, overflow) = sum.addingReportingOverflow(other.sum)
    guard !overflow else {
      throw RunError(
        .internalFault, path: "aggregate", rule: "overflow",
        "a sum of answers is larger than the program can hold exactly; please report it")
    }
    var result = ValueSummary()
    result.count = count + other.count
    result.sum = sum
    result.minimum = Swift.min(minimum, other.minimum)
    result.maximum = Swift.max(maximum, other.maximum)
    return result
  }
}
