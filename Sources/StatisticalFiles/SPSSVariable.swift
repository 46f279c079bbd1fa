/// A variable of a data file of SPSS.
package struct SPSSVariable: Sendable {
  package enum Measure: Sendable {
    case nominal, ordinal, scale
  }

  package enum Kind: Sendable {
    /// With as many decimals as are shown.
    case number(decimals: Int)
    /// Seconds since 14 October 1582, shown as a day.
    case date
    /// The same, shown to the second.
    case moment
    /// Of at most so many bytes.
    case text(width: Int)
  }

  package let name: String
  package let label: String
  package let kind: Kind
  package let measure: Measure
  package let valueLabels: [(value: Double, label: String)]
  /// The values that stand for no answer.
  package let missing: ClosedRange<Double>?

  package init(
    _ name: String, _ label: String, kind: Kind, measure: Measure = .nominal,
    valueLabels: [(value: Double, label: String)] = [], missing: ClosedRange<Double>? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.measure = measure
    self.valueLabels = valueLabels
    self.missing = missing
  }

  /// The most bytes of a text, a name, the label of a variable and that of a value.
  package static let longestText = 32_767
  package static let longestName = 64
  package static let longestLabel = 255
  static let longestValueLabel = 120

  /// A text cut to so many bytes, between letters.
  package static func cut(_ text: String, to bytes: Int) -> String {
    var cut = text
    while cut.utf8.count > bytes { cut.removeLast() }
    return cut
  }
}
