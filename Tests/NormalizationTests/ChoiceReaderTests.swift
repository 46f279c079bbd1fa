import Basics
import Definition
@testable import Normalization
@testable import Questionnaire
import Testing

/// A choice with labels in English and French.
private func choice(
  _ name: String, _ english: String, _ french: String = "", synonyms: [String] = []
) -> Choice {
  Choice(
    name: name, label: LocalizedText([("en", english), ("fr", french)]), synonyms: synonyms)
}

struct ChoiceReaderTests {
  private static let reader = ChoiceReader([
    choice("mail", "Mail", "Courriel", synonyms: ["E-mail", "post, or letter"]),
    choice("friend", "Friend, colleague", "Ami ou collègue"),
    choice("web", "Web", "Web"),
    choice("web_news", "Web, news page"),
    choice("other", "Other", "Autre"),
  ])

  @Test(arguments: [
    ("mail", 0, "name"), ("MAIL ", 0, "name"), ("Courriel", 0, "label (fr)"),
    ("e\u{2011}mail", 0, "synonym"), ("friend,\u{A0}colleague", 1, "label (en)"),
    ("AMI OU COLLE\u{300}GUE", 1, "label (fr)"), ("Autre", 4, "label (fr)"),
  ])
  func oneChoice(text: String, code: Int, how: String) throws {
    let found = try #require(Self.reader.choice(TextKey(text)))
    #expect(found.code == code)
    #expect(found.how == how)
  }

  @Test(arguments: ["", "mails", "colleague", "ami ou collegue", "web news", "1"])
  func textsThatMeanNoChoice(text: String) {
    #expect(Self.reader.choice(TextKey(text)) == nil)
  }

  @Test(arguments: [
    ("Mail.", 0, "punctuation"), ("« Courriel »", 0, "punctuation"), ("Ｍａｉｌ", 0, "name"),
    ("friend - colleague", 1, "punctuation"), ("friend colleague", 1, "punctuation"),
    ("Web\u{200B}", 2, "name"), ("\u{200F}Other\u{200E}", 4, "name"), ("e mail", 0, "punctuation"),
  ])
  func widthPunctuationAndWhatNobodySees(text: String, code: Int, how: String) throws {
    let found = try #require(Self.reader.choice(TextKey(text)))
    #expect(found.code == code)
    #expect(found.how == how)
  }

  /// What punctuation alone tells apart is two choices, and neither of them without it.
  @Test func punctuationThatTellsChoicesApart() {
    let reader = ChoiceReader([
      choice("a", "Yes, but"), choice("b", "Yes: but"), choice("c", "5"), choice("d", "No"),
    ])
    #expect(reader.choice(TextKey("Yes, but"))?.code == 0)
    #expect(reader.choice(TextKey("Yes: but"))?.code == 1)
    #expect(reader.choice(TextKey("Yes but")) == nil)
    #expect(reader.choice(TextKey("-5")) == nil)
    #expect(reader.choice(TextKey("No?")) == nil)
    #expect(reader.choices(TextKey("No.; Yes but"), separator: ";") == nil)
    #expect(reader.choices(TextKey("“No”; Yes, but."), separator: ";") == [0, 3])
    #expect(reader.ranking(TextKey("No.; Yes, but."), separator: ";") == [3, 0])
  }

  @Test func labelWithoutLanguage() {
    let reader = ChoiceReader([
      Choice(name: "a", label: LocalizedText([("", "Apple")]), synonyms: [])
    ])
    #expect(reader.choice(TextKey("apple"))?.how == "label")
  }

  @Test func textOfTwoChoicesIsNeverGuessed() {
    let reader = ChoiceReader([
      choice("1", "None"), choice("2", "none", "Rien"), choice("3", "Third", "1"),
    ])
    #expect(reader.choice(TextKey("none")) == nil)
    #expect(reader.choice(TextKey("1")) == nil)
    #expect(reader.choice(TextKey("rien"))?.code == 1)
    #expect(reader.choices(TextKey("none; rien"), separator: ";") == nil)
  }

  /// The name of one choice is the label of another: only what is declared can tell them apart.
  @Test func namesThatAreLabelsOfOthers() {
    let choices = ["0", "1", "2", "3+"].enumerated().map { choice("\($0.offset + 1)", $0.element) }
    func codes(_ texts: AnswerConventions.ChoiceTexts?) -> [Int?] {
      ["0", "1", "2", "3", "4", "3+"].map { ChoiceReader(choices, texts).choice(TextKey($0))?.code }
    }
    #expect(codes(nil) == [0, nil, nil, 2, 3, 3])
    #expect(codes(.labels) == [0, 1, 2, nil, nil, 3])
    #expect(codes(.names) == [nil, 0, 1, 2, 3, nil])
    let rivals = ChoiceReader(choices).rivals(for: TextKey("1"))
    #expect(rivals.map(\.choice.name) == ["1", "2"])
    #expect(rivals.map(\.how) == ["name", "label (en)"])
    #expect(ChoiceReader(choices).rivals(for: TextKey("0")).isEmpty)
  }

  /// Synonyms are read beside either, and a choice without a label has its name for one.
  @Test func namesOrLabels() {
    let choices = [choice("mail", "Letter", synonyms: ["Post"]), choice("web", "")]
    #expect(ChoiceReader(choices, .labels).texts == ["letter", "post", "web"])
    #expect(ChoiceReader(choices, .names).texts == ["mail", "post", "web"])
  }

  private static let severalCases: [(String, String, Set<Int>?)] = [
    ("mail", ";", [0]), ("mail;web", ";", [0, 2]), ("Mail ; Web", ";", [0, 2]),
    ("web; web", ";", [2]), ("mail;", ";", [0]), ("Mail;Web;Other;", ";", [0, 2, 4]),
    // A separator inside a label: the longest match comes first.
    ("Friend, colleague, Web", ", ", [1, 2]), ("Mail, Friend, colleague", ", ", [0, 1]),
    ("Web, news page", ", ", [3]), ("Web, news page, Web", ", ", [2, 3]),
    ("Web, Mail", ", ", [0, 2]), ("post, or letter, Other", ", ", [0, 4]),
    ("mail | ami ou collègue", " | ", [0, 1]), ("mail|web", " | ", [0, 2]),
    ("mail web other", " ", [0, 2, 4]), ("web_news web", " ", [2, 3]), ("web\nmail", "\n", [0, 2]),
    ("mail, web", ";", nil), ("mail; letter", ";", nil), ("; mail", ";", nil),
    ("mail;; web", ";", nil), (";", ";", nil), ("mailweb", ";", nil), ("webmail", " ", nil),
    ("mail; webs", ";", nil),
  ]

  @Test(arguments: severalCases)
  func severalChoices(text: String, separator: String, expected: Set<Int>?) {
    #expect(Self.reader.choices(TextKey(text), separator: separator) == expected)
  }

  /// Where the longest match leads nowhere, a shorter one is tried.
  @Test func goingBackFromALongMatch() {
    let reader = ChoiceReader([choice("a", "x"), choice("b", "x, y"), choice("c", "y, z")])
    #expect(reader.choices(TextKey("x, y, z"), separator: ", ") == [0, 2])
    #expect(reader.choices(TextKey("x, y, x"), separator: ", ") == [1, 0])
  }

  /// A blank synonym (`Y| ` in choices.csv) is no option between two separators.
  @Test(arguments: ["; yes", "yes;; no", "yes; ; no"])
  func blankSynonymMeansNothing(text: String) {
    let reader = ChoiceReader([
      choice("yes", "Yes", synonyms: ["Y"]), choice("no", "No"),
      choice("maybe", " ", synonyms: [" "]),
    ])
    #expect(reader.choices(TextKey(text), separator: ";") == nil)
  }

  @Test func cellOfOneMegabyte() {
    let text = String(repeating: "mail;web;", count: 120_000)
    #expect(Self.reader.choices(TextKey(text), separator: ";") == [0, 2])
    #expect(Self.reader.choices(TextKey(text + "letter"), separator: ";") == nil)
  }

  /// Options that can be read in two ways, and an end that fits none: each offset is tried once.
  @Test(.timeLimit(.minutes(15)))
  func manyWaysThatLeadNowhere() {
    let reader = ChoiceReader([choice("a", "x"), choice("b", "x x")])
    let text = String(repeating: "x ", count: 200) + "z"
    #expect(reader.choices(TextKey(text), separator: " ") == nil)
  }

  /// Sixteen options that are made of one another: 2^16 sets of ticks on the way, none at its end.
  @Test(.timeLimit(.minutes(15)))
  func optionsMadeOfOneAnother() {
    let options = (0..<16).map { choice("\($0)", "x" + String(repeating: " x", count: $0)) }
    let reader = ChoiceReader(options)
    let text = String(repeating: "x ", count: 300)
    #expect(reader.choices(TextKey(text + "z"), separator: " ") == nil)
    #expect(reader.choices(TextKey(text), separator: " ") == nil)
    #expect(reader.choices(TextKey("x"), separator: " ") == [0])
    #expect(reader.ranking(TextKey(text), separator: " ") == nil)
    #expect(reader.ranking(TextKey("x"), separator: " ") == [0])
  }

  /// Ways that differ in the middle and tick the same in the end are one answer.
  @Test func severalWaysToTheSameTicks() {
    let reader = ChoiceReader([choice("a", "x"), choice("b", "y"), choice("c", "x; y")])
    #expect(reader.choices(TextKey("x; y; z"), separator: "; ") == nil)
    #expect(reader.choices(TextKey("x; y"), separator: "; ") == nil)
    #expect(reader.choices(TextKey("x; x; y; x; y; y"), separator: "; ") == nil)
    let twice = ChoiceReader([choice("a", "x", synonyms: ["x; x"]), choice("b", "y")])
    #expect(twice.choices(TextKey("x; x; y"), separator: "; ") == [0, 1])
  }

  /// The label of two choices is not read as the two others that it is made of.
  @Test func labelOfTwoChoicesMadeOfOthers() {
    let reader = ChoiceReader([
      choice("a", "food"), choice("b", "water"), choice("c", "food, water"),
      choice("d", "Food, Water"),
    ])
    #expect(reader.choices(TextKey("food, water"), separator: ", ") == nil)
    #expect(reader.choices(TextKey("water, food"), separator: ", ") == [0, 1])
  }

  @Test func nearestLabel() {
    #expect(Self.reader.nearest(to: TextKey("Frend, collegue")) == "friend, colleague")
    #expect(Self.reader.nearest(to: TextKey("something else")) == nil)
  }
}
