import Basics
import Definition
import Interchange
import Statistics
import Tabulation

extension Table {
  /// The table with the codes of each block in the order that it asks for.
  ///
  /// The questions of a matrix share their choices, which follow one another by all of them
  /// together.
  func ordered(by cells: CountedCells, _ disclosure: Disclosure) -> Table {
    if style.order == .code && style.last.isEmpty { return self }
    let shares = blocks.indices.map { block in rows.filter { $0.block == block && $0.isShare } }
    let together =
      style.layout == .matrix ? [Array(blocks.indices)] : blocks.indices.map { [$0] }
    var ordered: [Row] = []
    for group in together {
      let ranking = order(of: group.map { shares[$0] }, cells, disclosure)
      for block in group {
        let others = rows.filter { $0.block == block && !$0.isShare }
        let start = others.prefix { $0.kind == .value }
        ordered += start + ranking.map { shares[block][$0] } + others.dropFirst(start.count)
      }
    }
    return with(rows: ordered)
  }

  /// The order of rows that are the same in several blocks, as their positions.
  private func order(
    of blocks: [[Row]], _ cells: CountedCells, _ disclosure: Disclosure
  ) -> [Int] {
    guard let first = blocks.first, let total = columns.first(where: { $0.path.isEmpty }) else {
      return []
    }
    // The rank of a hidden count must not tell of it: those come after all others.
    let sizes = first.indices.map { position -> Rational? in
      let rows = blocks.map { $0[position] }
      guard rows.allSatisfy({ disclosure.releases(self, row: $0, column: total) }) else {
        return nil
      }
      return rows.reduce(Rational.zero) { $0 + size(of: $1, total, cells) }
    }
    let sorted = { (positions: [Int]) in
      let last = positions.filter { position in blocks.contains { staysLast($0[position]) } }
      let free = positions.filter { !last.contains($0) }
      switch style.order {
      case .code: return free + last
      case .label: return free.sorted { SortKey(first[$0].label) < SortKey(first[$1].label) } + last
      case .count:
        let released = free.filter { sizes[$0] != nil }.sorted { left, right in
          guard let size = sizes[left], let other = sizes[right], size != other else {
            return left < right
          }
          return size > other
        }
        return released + free.filter { sizes[$0] == nil } + last
      }
    }
    // A net and its codes move together, the codes within it.
    var within: [Int: [Int]] = [:]
    var heads: [Int] = []
    for (index, row) in first.enumerated() {
      if row.isWithinNet, let head = heads.last {
        within[head, default: []].append(index)
      } else {
        heads.append(index)
      }
    }
    return sorted(heads).flatMap { [$0] + sorted(within[$0] ?? []) }
  }

  /// What the units of a cell count for: their number, or their weight where the first that is
  /// printed of it follows from that.
  private func size(of row: Row, _ column: Column, _ cells: CountedCells) -> Rational {
    guard let cell = try? cells.cell(self, row: row, column: column) else { return .zero }
    let first = statistics.first { $0.kind == .count || $0.kind == .share }
    return isWeighted && first != nil && first != .count
      ? cells.weighting.weight(cell.masses) : Rational(cell.count)
  }

  private func staysLast(_ row: Row) -> Bool {
    style.last.contains(row.id) || style.last.contains(blocks[row.block].name(of: row))
  }
}
