@testable import Phrases
import Testing

struct NumberStyleTests {
  /// United Nations Editorial Manual, "Numbers": words below ten, figures from ten on.
  @Test(arguments: [
    (0, "none"), (1, "one"), (5, "five"), (9, "nine"), (10, "10"), (52, "52"), (999, "999"),
    (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"),
  ])
  func englishTexts(number: Int, expected: String) {
    #expect(NumberStyle.english.text(number) == expected)
  }

  /// Nought and one have words that change with what is counted.
  @Test(arguments: [
    (Language.french, [0: "0", 1: "1", 2: "deux", 9: "neuf", 10: "10", 1234: "1\u{202F}234"]),
    (.spanish, [0: "0", 1: "1", 2: "dos", 9: "nueve", 1234: "1234", 12_345: "12\u{202F}345"]),
    (.russian, [0: "0", 2: "2", 1234: "1\u{A0}234"]),
    (.chinese, [3: "3", 1234: "1,234"]), (.arabic, [3: "3", 1234: "1,234"]),
  ])
  func texts(language: Language, expected: [Int: String]) {
    let mark: Character = [.french, .spanish, .russian].contains(language) ? "," : "."
    let style = NumberStyle(language, decimalMark: mark)
    for (number, text) in expected { #expect(style.text(number) == text) }
  }

  /// Decimals and thousands never have one mark.
  @Test func marksDiffer() {
    #expect(NumberStyle(.english, decimalMark: ",").figure("1234.5") == "1\u{202F}234,5")
    #expect(NumberStyle(.french, decimalMark: ",").figure("66.67") == "66,67")
    #expect(NumberStyle(.french, decimalMark: ".").figure("66.67") == "66.67")
    #expect(NumberStyle.english.figure("-1234.50") == "-1,234.50")
    #expect(NumberStyle(.french, decimalMark: ",").figure("2024-06-30") == "2024-06-30")
  }

  private static func spoken(_ text: String, _ language: Language) -> String {
    let mark: Character = [.french, .spanish, .russian].contains(language) ? "," : "."
    return NumberStyle(language, decimalMark: mark).numbers(in: text)
      .map { ($0.isBase ? "/" : "") + $0.figures + ($0.isPercent ? "%" : "") }
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("fifty-two", "52"), ("Fifty two of the 52 States", "52 /52"), ("51 of 52", "51 /52"),
    ("two of the six", "2 /6"), ("one State", "1"),
    ("1,234.5 per cent of all 2,000", "1234.5% /2000"),
    ("nineteen, twenty and twenty-one", "19 20 21"), ("of the fifty-three", "/53"), ("some", ""),
    ("twenty of ten", "20 /10"), ("someone", ""), ("none", "0"),
    ("98 per cent (51 of 52)", "98% 51 /52"), ("1,2 and 3", "1 2 3"), ("In 2005, 100", "2005 100"),
    ("411 thousand", "411000"), ("1.2 million of 3", "1200000 /3"), ("0.5 million", "0500000"),
    ("-411 and 33-40", "-411 33 40"), ("(-3)", "-3"), ("411 000", "411 000"), ("33,99 %", "33 99%"),
    ("four hundred and eleven of 1,234", "411 /1234"), ("four hundred eleven", "411"),
    ("a hundred", "100"),
    ("three hundred", "300"), ("3 hundred", "300"), ("three dozen", "3 dozen"),
    ("fewer than four", "fewer than 4"), ("not 51", "not 51"), ("not fewer than four", "4"),
    ("at least four", "4"), ("four or five", "4 or 5"),
    ("411k", "411000"),
    ("411² and 411½", "411² 411½"), ("33 per mille", "33 per mille"),
    ("33\u{2030}", "33 per mille"),
    ("411 per cent", "411%"), ("\u{FF14}\u{FF11}\u{FF12}", "412"), ("fifty and forty", "50 40"),
    ("3 kilometres", "3"),
  ])
  func numbersInEnglish(text: String, expected: String) {
    #expect(Self.spoken(text, .english) == expected)
  }

  @Test(arguments: [
    ("12,5 pour cent (51 sur 53)", "12.5% 51 /53"), ("33 p. 100 (trois cents)", "33% 300"),
    ("quatre cent onze", "411"), ("cent onze sur 3 centres", "111 /3"),
    ("deux cent trente-deux", "232"), ("1\u{202F}234 unités", "1234"),
    ("1 234 567,8", "1234567.8"), ("en 2005 100 réponses", "2005 100"),
    ("cinquante-deux des cinquante-trois États", "52 /53"), ("vingt et un", "21"),
    ("soixante et onze, soixante-dix-sept", "71 77"), ("quatre-vingts", "80"),
    ("quatre-vingt-dix-neuf sur les cent", "99 /100"), ("Une réponse", "1"),
    ("Dans une région, 5 États", "5"), ("5 sur un total de 53", "5 /53"), ("12.5", "12 5"),
    ("plus de 50 pour cent des 53 États", "plus de 50% /53"), ("au moins 4", "4"), ("aucune", "0"),
    ("3 mille", "3000"), ("1,5 milliard", "1500000000"), ("411 milliers", "411000"),
  ])
  func numbersInFrench(text: String, expected: String) {
    #expect(Self.spoken(text, .french) == expected)
  }

  @Test(arguments: [
    ("12,5 por ciento (12 de 52)", "12.5% 12 /52"), ("más de 50 por ciento", "más de 50%"),
    ("al menos 4", "4"), ("no menos de 4", "4"),
    ("33,31 por 100", "33.31%"), ("cuatrocientos once", "411"), ("3 de cada 4", "3 /4"),
    ("3 militares", "3"),
    ("treinta y uno de los 53 Estados", "31 /53"), ("12 345", "12345"),
    ("5 de un total de 53", "5 /53"), ("una respuesta", "1"), ("veintidós", "22"),
    ("3 mil de los 5", "3000 /5"), ("2 millones", "2000000"),
  ])
  func numbersInSpanish(text: String, expected: String) {
    #expect(Self.spoken(text, .spanish) == expected)
  }

  @Test(arguments: [
    (Language.russian, "12,5 процента (51 из 53)", "12.5% 51 /53"),
    (.russian, "1\u{A0}234 из всех 2 000", "1234 /2000"),
    (.russian, "3 тысячи из 5", "3000 /5"), (.chinese, "5千人中的3万", "/5000 30000"),
    (.chinese, "1,234（百分之33）", "1234 33%"),
    (.arabic, "3 آلاف", "3000"), (.arabic, "٤١١ من ١٬٢٣٤ (٣٣٫٣٪)", "411 /1234 33.3%"),
    (.chinese, "百分之98（53中的51）", "98% /53 51"), (.chinese, "53个国家中的51个", "/53 51"),
    (.arabic, "98 في المائة (51 من أصل 53)", "98% 51 /53"),
  ])
  func numbersInOtherLanguages(language: Language, text: String, expected: String) {
    #expect(Self.spoken(text, language) == expected)
  }
}
