extension Spanish {
  /// "Cero" and "uno" stay figures: what stands for them changes with what is counted.
  static let numerals = Numerals(
    printed: [nil, nil] + units[2...9].map(\.self), spoken: spoken, articles: ["un", "una"],
    powers: [("mil", 3), ("miles", 3), ("millar*", 3), ("millon*", 6), ("millón", 6)],
    measures: ["docena", "docenas", "decenas", "centenares", "o", "tercios", "cuartos"],
    limits: [["menos", "de"], ["más", "de"], ["mas", "de"], ["no"], ["salvo"]],
    percents: [["por", "ciento"], ["por", "cien"], ["por", "100"]],
    permilles: [["por", "mil"], ["por", "1000"]],
    base: BaseWords(
      strong: ["sobre"], weak: ["de"],
      between: ["los", "las", "estos", "estas", "esos", "esas", "todos", "todas", "total", "cada"]))

  private static let units = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
    "veintiséis", "veintisiete", "veintiocho", "veintinueve",
  ]
  private static let tens = [
    "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
  ]

  private static let spoken: [String: Int] = {
    var spoken = [
      "ninguno": 0, "ninguna": 0, "ningún": 0, "un": 1, "una": 1, "veintiún": 21, "veintiuna": 21,
    ]
    for (number, word) in units.enumerated() { spoken[word] = number }
    let hundreds = [
      "cient", "doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient",
      "ochocient",
      "novecient",
    ]
    for (index, hundred) in hundreds.enumerated() {
      for end in ["os", "as"] { spoken["\(hundred)\(end)"] = (index + 1) * 100 }
    }
    for word in ["cien", "ciento"] { spoken[word] = 100 }
    for (index, ten) in tens.enumerated() {
      let number = 30 + 10 * index
      spoken[ten] = number
      for word in ["un", "una"] { spoken["\(ten) y \(word)"] = number + 1 }
      for unit in 1...9 { spoken["\(ten) y \(units[unit])"] = number + unit }
    }
    return spoken
  }()
}
