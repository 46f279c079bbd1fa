import Interchange

extension Table {
  /// The table with the codes of each block in the order that it asks for.
  func ordered(by cells: PublishedCells) -> Table {
    if style.order == .code && style.last.isEmpty { return self }
    let total = columns.first { $0.path.isEmpty }?.id ?? Table.totalColumn
    var ordered: [Row] = []
    for block in blocks.indices {
      let own = rows.filter { $0.block == block }
      let (shares, others) = (own.filter(\.isShare), own.filter { !$0.isShare })
      let (last, free) = (
        shares.filter { style.last.contains($0.id) }, shares.filter { !style.last.contains($0.id) }
      )
      let start = others.prefix { $0.kind == .value }
      ordered += start + sorted(free, cells, total) + last + others.dropFirst(start.count)
    }
    return with(rows: ordered)
  }

  private func sorted(_ rows: [Row], _ cells: PublishedCells, _ total: String) -> [Row] {
    switch style.order {
    case .code: return rows
    case .label: return rows.sorted { SortKey($0.label) < SortKey($1.label) }
    case .count:
      let counts = rows.map { cells[id, $0.id, total]?.count ?? 0 }
      return rows.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.map { rows[$0] }
    }
  }
}
