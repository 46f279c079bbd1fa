extension French {
  /// "Zéro" and "un" stay figures: what stands for them changes with what is counted.
  static let numerals = Numerals(
    printed: [nil, nil] + units[2...9].map(\.self), spoken: spoken, articles: ["un", "une"],
    powers: [
      ("cent", 2), ("cents", 2), ("mille", 3), ("millier*", 3), ("million*", 6), ("milliard*", 9),
    ],
    measures: ["douzaine", "douzaines", "dizaines", "centaines", "ou", "tiers", "quarts"],
    limits: [["moins", "de"], ["plus", "de"], ["pas"], ["sauf"]], connectors: ["et"],
    percents: [["pour", "cent"], ["p", "100"], ["p", "cent"]],
    permilles: [["pour", "mille"], ["p", "1000"]],
    base: BaseWords(
      strong: ["sur", "des"], weak: ["de"], between: ["les", "ces", "tous", "toutes", "total"]))

  private static let units = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf",
  ]
  private static let tens = [
    (20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante"),
  ]

  /// Those from 70 on count from sixty and from eighty: "soixante et onze", "quatre-vingt-dix-neuf".
  private static let spoken: [String: Int] = {
    var spoken = [
      "aucun": 0, "aucune": 0, "une": 1, "quatre vingts": 80, "quatre vingt": 80, "cent": 100,
    ]
    for (number, word) in units.enumerated() { spoken[word] = number }
    for (number, ten) in tens {
      spoken[ten] = number
      for word in ["un", "une"] { spoken["\(ten) et \(word)"] = number + 1 }
      for unit in 2...9 { spoken["\(ten) \(units[unit])"] = number + unit }
    }
    spoken["soixante et onze"] = 71
    for unit in 10...19 where unit != 11 { spoken["soixante \(units[unit])"] = 60 + unit }
    for unit in 1...19 { spoken["quatre vingt \(units[unit])"] = 80 + unit }
    spoken["quatre vingt une"] = 81
    return spoken
  }()
}
