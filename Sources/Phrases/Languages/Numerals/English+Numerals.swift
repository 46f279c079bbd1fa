extension English {
  /// United Nations Editorial Manual, "Numbers, dates and time": words below ten.
  static let numerals = Numerals(
    printed: units.prefix(10).map(\.self), spoken: spoken,
    powers: [
      ("hundred", 2), ("thousand", 3), ("k", 3), ("million", 6), ("billion", 9),
    ],
    measures: [
      "dozen", "dozens", "score", "or", "thirds", "quarters", "fifths", "tenths", "percentage",
    ],
    limits: [
      ["fewer", "than"], ["less", "than"], ["more", "than"], ["under"], ["over"], ["below"],
      ["above"],
      ["not"], ["no"], ["but"], ["minus"], ["beyond"], ["exceeding"],
    ],
    connectors: ["and"],
    percents: [["per", "cent"], ["percent"], ["pct"]], permilles: [["per", "mille"]],
    base: BaseWords(strong: ["of"], between: ["the", "all", "these", "those"]))

  private static let units = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static let spoken: [String: Int] = {
    var spoken = ["zero": 0, "hundred": 100]
    for (number, word) in units.enumerated() { spoken[word] = number }
    for (index, ten) in tens.enumerated() {
      let number = 20 + 10 * index
      spoken[ten] = number
      for unit in 1...9 { spoken["\(ten) \(units[unit])"] = number + unit }
    }
    return spoken
  }()
}
