extension Arabic {
  /// Figures: every word changes with what is counted.
  static let numerals = Numerals(
    printed: [], spoken: [:],
    base: BaseWords(strong: ["أصل"], weak: ["من"], between: ["بين", "مجموع"]))
}
