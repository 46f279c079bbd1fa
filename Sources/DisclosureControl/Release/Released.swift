package import Statistics

/// Why a figure is not released.
package enum Withholding: String, Sendable, CaseIterable {
  /// The count, or one that would give it away, is of too few units. Which of the two is not
  /// released, for the first says that the count is below the threshold.
  case suppressed
  /// The percentage is of too few units.
  case smallBase = "small-base"

  /// What a reader sees in place of the figure: the shorthand of the UK Government Analysis
  /// Function.
  package var shorthand: String {
    switch self {
    case .suppressed: "[c]"
    case .smallBase: "[u]"
    }
  }
}

/// Something that was counted, or why it is not released. There is no way from the second case to
/// what was counted.
package enum Released<Value: Sendable>: Sendable {
  case value(Value)
  case withheld(Withholding)

  /// Nil where it is withheld.
  package var value: Value? {
    switch self {
    case .value(let value): value
    case .withheld: nil
    }
  }
}

/// A statistic of a cell as it may be published.
package struct ReleasedFigure: Sendable {
  package enum Value: Sendable {
    case quantity(Quantity)
    case missing(MissingFigure)
    case withheld(Withholding)
  }

  package let value: Value
  /// Of how many; nil for figures that are no share, and where it is withheld.
  package let numerator: Quantity?
  package let base: Quantity?
  /// What the base is, where it is not that of the table.
  package let baseLabel: String?

  /// Nil where there is none to print.
  package var quantity: Quantity? {
    switch value {
    case .quantity(let quantity): quantity
    case .missing, .withheld: nil
    }
  }
}

/// Why there is nothing to say of a cell, though nothing is withheld.
package enum MissingFigure: String, Sendable, CaseIterable {
  /// Nobody is in the base.
  case noBase = "no-base"
  /// The units in the base weigh nothing.
  case noWeight = "no-weight"
  /// One unit, or one number, has no spread.
  case tooFew = "too-few"
}

/// What part of its base a cell is: of units, or of what they count for where a table has weights.
package struct ReleasedShare: Sendable {
  package let count: Int
  package let base: Int
  /// The percentage; nil where nobody, or nothing that weighs, is in the base.
  package let percent: Quantity?
  /// Whether it is of rounded counts.
  package let isRounded: Bool
}
