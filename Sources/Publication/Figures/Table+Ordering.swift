import Interchange

extension Table {
  /// The table with the codes of each block in the order that it asks for.
  ///
  /// The questions of a matrix share their choices, which follow one another by all of them
  /// together.
  func ordered(by cells: PublishedCells, _ disclosure: Disclosure) -> Table {
    if style.order == .code && style.last.isEmpty { return self }
    let shares = blocks.indices.map { block in rows.filter { $0.block == block && $0.isShare } }
    let together =
      style.layout == .matrix ? [Array(blocks.indices)] : blocks.indices.map { [$0] }
    var ordered: [Row] = []
    for group in together {
      let places = order(of: group.map { shares[$0] }, cells, disclosure)
      for block in group {
        let others = rows.filter { $0.block == block && !$0.isShare }
        let start = others.prefix { $0.kind == .value }
        ordered += start + places.map { shares[block][$0] } + others.dropFirst(start.count)
      }
    }
    return with(rows: ordered)
  }

  /// The order of rows that are the same in several blocks, as their positions.
  private func order(
    of blocks: [[Row]], _ cells: PublishedCells, _ disclosure: Disclosure
  ) -> [Int] {
    guard let first = blocks.first, let total = columns.first(where: { $0.path.isEmpty }) else {
      return []
    }
    let last = first.indices.filter { position in blocks.contains { staysLast($0[position]) } }
    let free = first.indices.filter { !last.contains($0) }
    switch style.order {
    case .code: return free + last
    case .label: return free.sorted { SortKey(first[$0].label) < SortKey(first[$1].label) } + last
    case .count:
      // The place of a hidden count must not tell of it: those come after all others.
      let counts = first.indices.map { position in
        let rows = blocks.map { $0[position] }
        return rows.allSatisfy { disclosure.tells(self, $0, total) }
          ? rows.reduce(0) { $0 + (cells[id, $1.id, total.id]?.count ?? 0) } : -1
      }
      return free.sorted { (counts[$1], $0) < (counts[$0], $1) } + last
    }
  }

  private func staysLast(_ row: Row) -> Bool {
    style.last.contains(row.id) || style.last.contains(blocks[row.block].name(of: row))
  }
}
