/// The months, by their names in the languages of survey tools: whole, or shortened to three letters
/// or more.
enum MonthNames {
  /// The month that a word names, from 1; nil for a word that names none, or could name two.
  static func month(_ word: some StringProtocol) -> Int? {
    let key = TextKey(word.last == "." ? String(word.dropLast()) : String(word)).text
    guard key.count >= 3, key.allSatisfy(\.isLetter) else { return nil }
    let found = names.indices.filter { month in names[month].contains { $0.hasPrefix(key) } }
    return found.count == 1 ? found[0] + 1 : nil
  }

  /// English, French, Spanish, German, Portuguese, Italian, Dutch, Russian in both cases.
  private static let names = [
    ["january", "janvier", "enero", "januar", "jänner", "janeiro", "gennaio", "январь", "января"],
    ["february", "février", "febrero", "februar", "fevereiro", "febbraio", "февраль", "февраля"],
    ["march", "mars", "marzo", "märz", "março", "maart", "март", "марта"],
    ["april", "avril", "abril", "aprile", "апрель", "апреля"],
    ["may", "mai", "mayo", "maio", "maggio", "mei", "май", "мая"],
    ["june", "juin", "junio", "juni", "junho", "giugno", "июнь", "июня"],
    ["july", "juillet", "julio", "juli", "julho", "luglio", "июль", "июля"],
    ["august", "août", "agosto", "augustus", "август", "августа"],
    ["september", "septembre", "septiembre", "setembro", "settembre", "сентябрь", "сентября"],
    ["october", "octobre", "octubre", "oktober", "outubro", "ottobre", "октябрь", "октября"],
    ["november", "novembre", "noviembre", "novembro", "ноябрь", "ноября"],
    [
      "december", "décembre", "diciembre", "dezember", "dezembro", "dicembre", "декабрь", "декабря",
    ],
  ]
}
