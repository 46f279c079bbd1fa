/// Which cells of linked tables are hidden, so that none of the hidden ones can be worked out.
///
/// Where cells are told as they are, primary: cells that are sensitive in themselves. Secondary: cells without which sums would give
/// others away. The attacker is the usual one (Hundepool et al., Statistical Disclosure Control,
/// 2012, chapter 4): knows every printed cell, every sum, that counts are whole and not negative,
/// and how many units there are. From that follow a smallest and a largest possible value of a
/// hidden cell; they must be at least `interval` apart. Of cells that are rounded the attacker knows that the
/// count is less than a base away; those of which that leaves open less are hidden besides.
///
/// `SuppressionSearch` finds it with the help of a solver, but no solver is believed: for each
/// hidden cell there are two tables of whole counts that agree with everything printed and whose
/// values of the cell are that far apart; `AlternativeTables` keeps them and proves them, in
/// integers. Whoever solves a linear program finds a range that has both values in it.
struct CellSuppression {
  let linked: LinkedCells
  let isHidden: [Bool]
  /// How far apart the smallest and the largest possible value of each cell must be. It is less
  /// than the interval where what is public anyway says more, such as of a group of two: no hiding
  /// gives such a cell a wider range.
  let intervals: [Int]
  /// The first cell for which no alternative tables were found.
  let givenUp: Int?
  /// Whether the proof is one: every cell that must be is as wide as it must be, in tables that
  /// nobody can tell from the true ones. Nothing may be published without it.
  let isProven: Bool

  /// - Parameters:
  ///   - interval: How far apart the smallest and the largest possible value must be.
  ///   - rounding: How the cells are told that are not hidden; nil where they are told as they are.
  ///   - hidden: Cells that are hidden in any case.
  init(
    _ linked: LinkedCells, interval: Int, rounding: CellRounding? = nil,
    hiding hidden: Set<Int> = []
  ) {
    var search = SuppressionSearch(
      linked, interval: interval, rounding: rounding, hiding: hidden)
    search.run()
    self.linked = linked
    isHidden = search.isHidden
    intervals = search.intervals
    givenUp = search.givenUp
    isProven = search.isProven
  }
}
