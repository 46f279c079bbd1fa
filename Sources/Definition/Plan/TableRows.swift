package import Tabulation

/// The rows of a table, found by what they count: a list may have thousands of choices.
package struct TableRows: RandomAccessCollection, Sendable {
  private struct Key: Hashable {
    let block: Int
    let kind: RowKind
  }

  private let rows: [Table.Row]
  private let indices: [Key: Int]

  init(_ rows: [Table.Row]) {
    self.rows = rows
    indices = Dictionary(
      rows.enumerated().map { (Key(block: $1.block, kind: $1.kind), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package var startIndex: Int { rows.startIndex }
  package var endIndex: Int { rows.endIndex }
  package subscript(_ index: Int) -> Table.Row { rows[index] }

  /// The first row of a block that counts something; nil where there is none.
  package func index(of kind: RowKind, in block: Int) -> Int? {
    indices[Key(block: block, kind: kind)]
  }

  /// The row that the percentages of a row are of: the base of its block, or those in it who were
  /// offered its choices.
  package func baseIndex(of row: Table.Row) -> Int? {
    let offered: RowKind? =
      switch row.kind {
      case .code(let code): .offered([code])
      case .net(let codes): .offered(codes)
      case .outside, .value, .base, .offered, .responses, .state, .population: nil
      }
    return offered.flatMap { index(of: $0, in: row.block) } ?? index(of: .base, in: row.block)
  }
}
