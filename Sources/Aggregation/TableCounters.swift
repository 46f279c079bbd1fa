import Definition

/// The counters of all tables.
struct TableCounters: Sendable {
  let all: [TableCounter]
  /// The room that the cells of all tables need.
  private(set) var size: TallySize

  /// - Parameters:
  ///   - knownParts: How many parts the sample has in any case.
  ///   - hasDesign: Whether the sample has strata or clusters.
  init(_ tables: [Table], knownParts: Int = 0, hasDesign: Bool = false) {
    var counters: [TableCounter] = []
    var (cells, masses) = (0, 0)
    for table in tables {
      let hasMasses = table.isWeighted || hasDesign && table.isInferred
      counters.append(
        TableCounter(table, firstCell: cells, firstMass: hasMasses ? masses : nil))
      cells += table.size
      if hasMasses { masses += table.size }
    }
    all = counters
    size = TallySize(cells: cells, masses: masses, knownParts: knownParts)
  }

  private init(_ counters: [TableCounter], size: TallySize) {
    all = counters
    self.size = size
  }

  /// Says of which numbers tables have sums that are to be guarded.
  mutating func guardAmounts(of plan: TablePlan) {
    for counter in all {
      for (number, row) in counter.table.rows.enumerated() {
        guard let question = plan.amount(of: counter.table, row: row) else { continue }
        for column in counter.table.columns.indices {
          let cell = counter.firstCell + counter.table.cell(row: number, column: column)
          size.amounts[cell] = question
        }
      }
    }
  }

  /// Those of the tables that count the instances of a repeat; nil for those of reporting units. Their
  /// cells stand among those of all.
  func of(_ unit: InstanceUnit?) -> TableCounters {
    TableCounters(all.filter { $0.table.unit == unit }, size: size)
  }
}
