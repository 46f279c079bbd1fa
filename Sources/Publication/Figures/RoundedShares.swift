import Interchange
import Tabular

/// The percentages of a block rounded so that they add up to 100: each is rounded down, and what is
/// missing goes to those that lost most (largest remainder, Hamilton's method).
///
/// A share that is not the whole is not made 100 and one that is something not 0, where the
/// others leave room for it.
struct RoundedShares {
  private var texts: [String: String] = [:]

  /// Parts of a base that are too small for a unit to weigh so little.
  private static let finest: Int128 = 100_000_000

  /// Empty where the table does not ask for it.
  init(_ figures: TableFigures, block: Int, places: Int) throws(RunError) {
    let table = figures.table
    guard table.style.sharesAddUp else { return }
    let rows = table.rows.filter {
      if case .code = $0.kind { $0.block == block } else { false }
    }
    var unit: Int128 = 1
    for _ in 0..<places { unit *= 10 }
    for column in table.columns {
      var parts: [Int128] = []
      var base: Int128 = 0
      for row in rows {
        let figure = try figures.figure(.percent, row: row, column: column)
        guard case .ratio(let hundredfold, let whole)? = figure?.quantity else { continue }
        parts.append(hundredfold)
        base = whole
      }
      // Units of the base that have none of the codes keep the shares from adding up; what weights
      // are rounded by does not.
      guard parts.count == rows.count, base > 0,
        abs(parts.reduce(0, +) - base * 100) <= base / Self.finest
      else { continue }
      for (row, rounded) in zip(rows, Self.round(parts, base, to: unit)) {
        texts["\(row.id)/\(column.id)"] = Ratio.fixed(rounded, over: unit, places: places)
      }
    }
  }

  func text(_ row: Table.Row, _ column: Table.Column) -> String? {
    texts["\(row.id)/\(column.id)"]
  }

  /// - Parameter parts: A hundred times each part of `base`, which together are all of it.
  static func round(_ parts: [Int128], _ base: Int128, to unit: Int128) -> [Int128] {
    var rounded = parts.map { $0 * unit / base }
    let rests = parts.map { $0 * unit % base }
    let missing = Int(100 * unit - rounded.reduce(0, +))
    let order = parts.indices.sorted { (rests[$1], $0) < (rests[$0], $1) }
    for index in order.prefix(missing) { rounded[index] += 1 }
    // Something is never printed as nothing, as long as another has more than the least.
    for index in parts.indices where rounded[index] == 0 && parts[index] > 0 {
      guard let largest = rounded.indices.max(by: { rounded[$0] < rounded[$1] }),
        rounded[largest] > 1
      else { break }
      rounded[largest] -= 1
      rounded[index] += 1
    }
    return rounded
  }
}
