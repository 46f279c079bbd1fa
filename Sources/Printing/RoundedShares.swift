package import Basics
package import Definition
package import DisclosureControl
package import Statistics

/// The percentages of a table as they are printed.
///
/// Where the table asks for it, those of a block are rounded so that they add up to 100: each is
/// rounded down, and what is missing goes to those that lost most (largest remainder, Hamilton's
/// method). Rounding never makes all of less than all, nor nothing of something: where so few
/// decimals would, the whole table has more.
package struct RoundedShares {
  /// The decimals that the table has.
  private let places: Int
  private var texts: [String: String] = [:]

  private static let mostPlaces = 12
  /// Parts of a base that are too small for a unit to weigh so little.
  private static let finest: UInt128 = 100_000_000

  /// - Parameter least: The decimals of percentages in the table.
  package init(_ released: ReleasedTable, decimals least: Int) throws(RunError) {
    let table = released.table
    guard table.style.sharesAddUp, table.statistics.contains(.percent) else {
      places = least
      return
    }
    var divisions: [(rows: [Table.Row], column: Table.Column, parts: [UInt128])] = []
    for block in table.blocks.indices {
      let rows = table.rows.filter {
        if case .code = $0.kind { $0.block == block } else { false }
      }
      for column in table.columns {
        guard let parts = try Self.parts(rows, column, released) else { continue }
        divisions.append((rows, column, parts))
      }
    }
    let needed = divisions.map { Self.places(for: $0.parts, atLeast: least) }.max() ?? least
    places = needed
    for (rows, column, parts) in divisions {
      for (row, rounded) in zip(rows, Self.round(parts, to: Self.unit(needed))) {
        texts[Self.key(row, column)] =
          Ratio.fixed(Int128(rounded), over: Int128(Self.unit(needed)), places: needed)
      }
    }
  }

  /// A percentage as the table prints it.
  package func text(_ percent: Quantity, _ row: Table.Row, _ column: Table.Column) -> String {
    texts[Self.key(row, column)] ?? percent.percent(decimals: places)
  }

  private static func key(_ row: Table.Row, _ column: Table.Column) -> String {
    "\(row.id)/\(column.id)"
  }

  /// What each code has of a base; nil where the codes are not all of it, or one is hidden.
  ///
  /// Units of the base that have none of the codes keep the shares from adding up; that large weights
  /// have no exact ratio in 128 bits does not.
  private static func parts(
    _ rows: [Table.Row], _ column: Table.Column, _ released: ReleasedTable
  ) throws(RunError) -> [UInt128]? {
    var shares: [(hundredfold: UInt128, base: UInt128)] = []
    for row in rows {
      let figure = try released.figure(.percent, row, column)
      guard case .ratio(let hundredfold, let base)? = figure?.quantity, base > 0 else { return nil }
      shares.append((hundredfold.magnitude, base.magnitude))
    }
    let unit = commonUnit(shares.map(\.base))
    let parts = shares.map { share in
      share.base.dividingFullWidth(share.hundredfold.multipliedFullWidth(by: unit)).quotient
    }
    let (sum, all) = (parts.reduce(0, +), 100 * unit)
    return max(sum, all) - min(sum, all) <= unit / finest ? parts : nil
  }

  /// What all bases divide, so that every share is a whole number of parts; where that is too large,
  /// a number in which what is cut off makes no difference.
  private static func commonUnit(_ bases: [UInt128]) -> UInt128 {
    let most: UInt128 = 1_000_000_000_000_000_000_000_000_000_000
    return bases.reduce(1) { unit, base in
      var (divisor, rest) = (base, unit % base)
      while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
      let (common, overflows) = unit.multipliedReportingOverflow(by: base / divisor)
      return overflows || common > most ? most : common
    }
  }
}

extension RoundedShares {
  private static func unit(_ places: Int) -> UInt128 {
    (0..<places).reduce(1) { unit, _ in unit * 10 }
  }

  /// The decimals with which no part is printed as nothing or all without being so.
  static func places(for parts: [UInt128], atLeast least: Int) -> Int {
    let whole = parts.reduce(0, +)
    return (least...mostPlaces).first { places in
      zip(round(parts, to: unit(places)), parts).allSatisfy { rounded, part in
        (rounded == 0) == (part == 0) && (rounded == 100 * unit(places)) == (part == whole)
      }
    } ?? mostPlaces
  }

  /// The percentages of parts in so many units a per cent, together exactly 100 per cent; of equal
  /// remainders the larger part comes first, then the earlier.
  static func round(_ parts: [UInt128], to unit: UInt128) -> [UInt128] {
    let whole = parts.reduce(0, +)
    // The product of both may need more than 128 bits, the quotient never.
    let quotas = parts.map { whole.dividingFullWidth($0.multipliedFullWidth(by: 100 * unit)) }
    var rounded = quotas.map(\.quotient)
    let missing = Int(100 * unit - rounded.reduce(0, +))
    let order = parts.indices.sorted {
      (quotas[$1].remainder, parts[$1], $0) < (quotas[$0].remainder, parts[$0], $1)
    }
    for index in order.prefix(missing) { rounded[index] += 1 }
    return rounded
  }
}
