extension Russian {
  /// Figures: every word changes with its case, and the first two with what is counted.
  static let numerals = Numerals(
    printed: [], spoken: [:],
    powers: [("тыс*", 3), ("миллион*", 6), ("млн", 6), ("миллиард*", 9), ("млрд", 9)],
    limits: [["менее"], ["более"], ["не"], ["кроме"]], percents: [["процент*"]],
    permilles: [["промилле"]],
    base: BaseWords(strong: ["из"], between: ["всех", "этих", "общего", "числа"]))
}
