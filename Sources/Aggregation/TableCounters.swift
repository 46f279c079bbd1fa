import Definition

/// The counters of all tables.
struct TableCounters: Sendable {
  let all: [TableCounter]
  /// The room that the cells of all tables need.
  let size: TallySize

  /// - Parameter strata: The number of strata of the plan's weights; 0 without weights.
  init(_ tables: [Table], strata: Int) {
    var counters: [TableCounter] = []
    var (cells, masses) = (0, 0)
    for table in tables {
      counters.append(
        TableCounter(
          table, firstCell: cells, firstMass: table.isWeighted ? masses : nil, strata: strata))
      cells += table.size
      if table.isWeighted { masses += table.size * strata }
    }
    all = counters
    size = TallySize(cells: cells, masses: masses, strata: strata)
  }

  private init(_ counters: [TableCounter], size: TallySize) {
    all = counters
    self.size = size
  }

  /// Those of the tables that count the instances of a repeat; nil for those of reporting units. Their
  /// cells stand among those of all.
  func of(_ unit: InstanceUnit?) -> TableCounters {
    TableCounters(all.filter { $0.table.unit == unit }, size: size)
  }
}
