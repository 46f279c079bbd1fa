import Basics

/// What part of its base a cell is: of units, or of what they count for where a table has weights.
struct Share {
  /// A hundred times the part, so that percentages are whole.
  let hundredfold: Int128
  let base: Int128
  let isWeighted: Bool
  /// The percentage as the table prints it.
  let printed: String

  /// The percentage with other decimals.
  func percent(places: Int) -> String {
    Ratio.percent(hundredfold: hundredfold, of: base, places: places)
  }
}
