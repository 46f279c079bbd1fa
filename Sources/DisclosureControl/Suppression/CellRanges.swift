/// What each cell can be for whoever reads the tables.
struct CellRanges {
  /// What is known beforehand.
  let bounds: [ClosedRange<Int>]
  /// What is left of it where a cell is not hidden: its value alone, or what is rounded as it is.
  private let released: [ClosedRange<Int>]
  let isRounded: Bool

  /// - Parameter rounding: How cells are told; nil where they are told as they are.
  init(_ linked: LinkedCells, _ rounding: CellRounding?) {
    bounds = linked.bounds
    isRounded = rounding != nil
    released = zip(linked.cells.indices, bounds).map { cell, bounds in
      let value = linked.cells[cell].value
      switch linked.cells[cell].role {
      case .known, .implied: return bounds
      case .printed: return rounding?.range(of: cell)?.clamped(to: bounds) ?? value...value
      }
    }
  }

  func of(_ cell: Int, isHidden: Bool) -> ClosedRange<Int> {
    isHidden ? bounds[cell] : released[cell]
  }
}
