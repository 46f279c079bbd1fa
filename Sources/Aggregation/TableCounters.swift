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
}
