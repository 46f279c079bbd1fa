package import Basics
import BigInt
package import Definition
package import DisclosureControl
package import Statistics
import Tabulation

/// The percentages of a table as they are printed.
///
/// Where the table asks for it, those of a block are rounded so that they add up to 100: each is
/// rounded down, and what is missing goes to those that lost most (largest remainder, Hamilton's
/// method). Rounding never makes all of less than all, nor nothing of something: where so few
/// decimals would, the whole table has more.
package struct RoundedShares {
  /// The decimals that the table has.
  private let decimals: Int
  private var texts: [String: String] = [:]

  private static let mostDecimals = 12

  /// - Parameter least: The decimals of percentages in the table.
  package init(_ released: ReleasedTable, decimals least: Int) throws(RunError) {
    let table = released.table
    guard table.style.sharesAddUp, released.hasWholes, table.statistics.contains(.percent) else {
      decimals = least
      return
    }
    var divisions: [(rows: [Table.Row], column: Table.Column, parts: [BigInt])] = []
    for block in table.blocks.indices {
      let rows = table.rows.filter {
        if case .code = $0.kind { $0.block == block } else { false }
      }
      for column in table.columns {
        guard let parts = try Self.parts(rows, column: column, released: released) else { continue }
        divisions.append((rows, column, parts))
      }
    }
    let needed = divisions.map { Self.decimals(for: $0.parts, atLeast: least) }.max() ?? least
    decimals = needed
    for (rows, column, parts) in divisions {
      for (row, rounded) in zip(rows, Self.round(parts, to: Self.unit(needed))) {
        texts[Self.key(row, column)] =
          Rational(rounded, over: Self.unit(needed)).text(decimals: needed)
      }
    }
  }

  /// A percentage as the table prints it.
  package func text(_ percent: Quantity, row: Table.Row, column: Table.Column) -> String {
    texts[Self.key(row, column)] ?? percent.percent(decimals: decimals)
  }

  private static func key(_ row: Table.Row, _ column: Table.Column) -> String {
    "\(row.id)/\(column.id)"
  }

  /// What each code has of a base; nil where the codes are not all of it, or one is hidden.
  private static func parts(
    _ rows: [Table.Row], column: Table.Column, released: ReleasedTable
  ) throws(RunError) -> [BigInt]? {
    var shares: [Rational] = []
    for row in rows {
      let figure = try released.figure(.percent, row: row, column: column)
      guard case .exact(let share)? = figure?.quantity else { return nil }
      shares.append(share)
    }
    // Parts so small that each share is a whole number of them.
    let unit = shares.reduce(BigInt(1)) { unit, share in
      let denominator = share.denominator
      return unit == denominator
        ? unit : unit * (denominator / unit.greatestCommonDivisor(with: denominator))
    }
    let parts = shares.map { $0.numerator * (unit / $0.denominator) }
    return parts.reduce(0, +) == 100 * unit ? parts : nil
  }
}

extension RoundedShares {
  private static func unit(_ decimals: Int) -> BigInt {
    BigInt(10).power(decimals)
  }

  /// The decimals with which no part is printed as nothing or all without being so.
  static func decimals(for parts: [BigInt], atLeast least: Int) -> Int {
    let whole = parts.reduce(0, +)
    return (least...mostDecimals).first { decimals in
      zip(round(parts, to: unit(decimals)), parts).allSatisfy { rounded, part in
        (rounded == 0) == (part == 0) && (rounded == 100 * unit(decimals)) == (part == whole)
      }
    } ?? mostDecimals
  }

  /// The percentages of parts in so many units a per cent, together exactly 100 per cent; of equal
  /// remainders the larger part comes first, then the earlier.
  static func round(_ parts: [BigInt], to unit: BigInt) -> [BigInt] {
    let whole = parts.reduce(0, +)
    let quotas = parts.map { ($0 * 100 * unit).quotientAndRemainder(dividingBy: whole) }
    var rounded = quotas.map(\.quotient)
    let missing = Int(100 * unit - rounded.reduce(0, +))
    let order = parts.indices.sorted {
      (quotas[$1].remainder, parts[$1], $0) < (quotas[$0].remainder, parts[$0], $1)
    }
    for index in order.prefix(missing) { rounded[index] += 1 }
    return rounded
  }
}
