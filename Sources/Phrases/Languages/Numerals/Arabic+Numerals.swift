extension Arabic {
  /// Figures: every word changes with what is counted.
  static let numerals = Numerals(
    printed: [], spoken: [:],
    powers: [("ألف*", 3), ("آلاف", 3), ("مليون*", 6), ("ملايين", 6), ("مليار*", 9)],
    percents: [["في", "المائة"], ["في", "المئة"], ["بالمائة"], ["بالمئة"]],
    permilles: [["في", "الألف"]],
    base: BaseWords(strong: ["أصل"], weak: ["من"], between: ["بين", "مجموع"]))
}
