import Basics
import Phrases
import Testing

struct LanguageTests {
  @Test(arguments: [
    ("en", ["Chad"], "Chad"), ("en", ["Chad", "Mali"], "Chad and Mali"),
    ("en", [], ""), ("fr", ["Mali", "Tchad"], "Mali et Tchad"),
    ("es", ["Chad", "Malí"], "Chad y Malí"), ("es", ["Chad", "India"], "Chad e India"),
    ("es", ["Chad", "Hungría"], "Chad y Hungría"), ("es", ["Chad", "Hiatos"], "Chad y Hiatos"),
    ("es", ["Malí", "Chad", "Islandia"], "Malí, Chad e Islandia"),
    ("ru", ["Мали", "Чад", "Чили"], "Мали, Чад и Чили"), ("zh", ["马里", "乍得"], "马里和乍得"),
    ("ar", ["تشاد", "مالي"], "تشاد ومالي"),
  ])
  func namesInASentence(language: String, names: [String], expected: String) {
    #expect(Language(code: language).text(.namesInSentence(names)) == expected)
  }

  @Test(arguments: [
    ("en", "1 July 2005"), ("fr", "1er juillet 2005"), ("es", "1 de julio de 2005"),
    ("ru", "1 июля 2005 года"), ("zh", "2005年7月1日"), ("ar", "1 تموز/يوليه 2005"),
  ])
  func firstOfAMonth(language: String, expected: String) throws {
    let day = try #require(CalendarDate(iso: "2005-07-01"))
    #expect(Language(code: language).text(.day(day)) == expected)
  }

  @Test func aLanguageThatIsNotSpokenIsEnglish() {
    #expect(Language(code: "de") == .english)
    #expect(Language(code: "") == .english)
  }

  @Test func headingsBeginWithACapital() {
    #expect(Language.english.heading(.numberInBase) == "Number in the base")
    #expect(Language.french.heading(.statesParties) == "États parties")
    #expect(Language.russian.heading(.noAnswer) == "Нет ответа")
    #expect(Language.chinese.heading(.noAnswer) == "未回答")
  }

  /// What is put into a phrase stands in it, once, in every language.
  @Test(arguments: Language.allCases)
  func nothingPutInIsLost(language: Language) {
    let filled: [(Phrase, [String])] = [
      (.baseWhere("B1", "C2"), ["B1", "C2"]), (.baseInAllColumns("B1"), ["B1"]),
      (.base("B1"), ["B1"]), (.ofWhich("B1"), ["B1"]), (.rankedFirst("B1"), ["B1"]),
      (.percentagesOfBase("B1"), ["B1"]), (.confidence("95", letters: true), ["95"]),
      (.confidence("95", letters: false), ["95"]), (.smallBase(37), ["37"]),
      (.zeroRowsLeftOut(29), ["29"]),
      (.percentOf("67.3", "C2"), ["67.3", "C2"]), (.countOf("35", "52"), ["35", "52"]),
      (.weighted("C2"), ["C2"]), (.noShare("C2", weightless: true), ["C2"]),
      (.noShare("C2", weightless: false), ["C2"]), (.exactly("50"), ["50"]),
      (.orMore("50"), ["50"]), (.forExample("N3"), ["N3"]),
      (.names(["N1", "N2", "N3"]), ["N1", "N2", "N3"]),
      (.namesInSentence(["N1", "N2", "N3"]), ["N1", "N2", "N3"]),
    ]
    for (phrase, parts) in filled {
      let text = language.text(phrase)
      for part in parts { #expect(text.split(separator: part).count <= 2 && text.contains(part)) }
    }
  }

  /// What stands side by side in a table must not read alike.
  @Test(arguments: Language.allCases)
  func neighboursAreToldApart(language: Language) {
    let groups: [[Phrase]] = [
      [.answered, .noAnswer, .notApplicable, .notAsked, .unclear, .didNotReply, .all],
      [
        .number, .weightedNumber, .perCent, .perCentOfRow, .perCentOfTable, .perCentOfChoices,
        .cumulativePerCent, .mean, .median, .lowerQuartile, .upperQuartile, .smallest, .largest,
        .sum,
        .standardDeviation, .meanRank, .timesRanked, .perCentThatRanked, .lowerLimit, .upperLimit,
        .higherThan,
      ],
      [.statesParties, .signatories, .nonSignatories, .statesThatWithdrew],
      [.replied, .didNotReply],
      [.signed, .notSigned], [.deposited, .notDeposited],
      [
        .allUnits, .allParticipants, .unitsThatReplied, .unitsAsked, .unitsThatAnswered,
        .unitsInRow, .unitsThatRanked, .choicesMade, .choicesRankedFirst,
      ],
    ]
    for group in groups { #expect(Set(group.map(language.text)).count == group.count) }
  }
}
