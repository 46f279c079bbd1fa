extension Russian {
  /// Figures: every word changes with its case, and the first two with what is counted.
  static let numerals = Numerals(
    printed: [], spoken: [:],
    base: BaseWords(strong: ["из"], between: ["всех", "этих", "общего", "числа"]))
}
