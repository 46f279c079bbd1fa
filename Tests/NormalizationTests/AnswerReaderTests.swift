import Definition
@testable import Normalization
import Questionnaire
import SurveyTools
import Testing
import _TestSupport

struct AnswerReaderTests {
  /// A reader of one question of the small collection, whose source has further keys.
  private func reader(
    _ name: String, of collection: SmallCollection? = nil, source keys: String = "",
    _ convention: HeaderConvention = .plain
  ) throws -> AnswerReader {
    let collection = try collection ?? SmallCollection()
    try collection.replace(
      "    received: {column: Received}\n", with: "    received: {column: Received}\n\(keys)",
      in: "pipeline.yaml")
    let pipeline = try PipelineDefinition(
      CollectionFolders(
        pipeline: collection.pipeline, input: collection.input, output: collection.output))
    return AnswerReader(
      try #require(pipeline.form[name]), source: try #require(pipeline.sources.first),
      convention: convention)
  }

  @Test(arguments: [
    ("attended", "Yes", "a", "name"), ("attended", "oui", "a", "label (fr)"),
    ("attended", "non", "b", "label (fr)"),
    ("attended", "yeah", "a", "synonym"), ("rating", "3", "c", "name"),
    ("channels", "Mail; Web", "a_c", "option list"),
    ("channels", "Friend, colleague", "_b_", "option list"),
    ("channels", "web;mail;friend", "abc", "option list"),
    ("sessions", " 12 ", "12", "number"), ("sessions", "007", "7", "number"),
    ("sessions", "12.0", "12", "number"), ("sessions", "\u{2212}3", "-3", "number"),
    ("day", "2024-06-03", "2024-06-03", "date"),
    ("day", " 2024-06-03T10:00 ", "2024-06-03", "date"),
  ])
  func answers(question: String, text: String, field: String, how: String) throws {
    #expect(try reader(question).read(text) == .field(Array(field.utf8), how: how))
  }

  @Test(arguments: [
    ("attended", "perhaps"), ("attended", "N/A"), ("attended", "0"), ("rating", "4"),
    ("channels", "Mail, Web"), ("channels", "Mail; Radio"), ("sessions", "twelve"),
    ("sessions", "12.5"), ("sessions", "1,000"), ("sessions", "1 000"), ("sessions", "1e3"),
    ("sessions", "about 5"), ("day", "03/06/2024"), ("day", "2024-02-30"), ("day", "June 2024"),
    ("day", "2024"),
  ])
  func answersThatNoCodeFits(question: String, text: String) throws {
    guard case .unclear = try reader(question).read(text) else {
      Issue.record("'\(text)' was read")
      return
    }
  }

  @Test(arguments: [
    (
      "attended", "Yess",
      "did you mean 'yes'? add the text as a synonym to choices.csv or mend the record"
    ),
    (
      "attended", "somewhere", "add the text as a synonym to choices.csv or mend the record"
    ),
    ("sessions", "five", "write a whole number"),
    // 39 digits.
    (
      "sessions", "100000000000000000000000000000000000000",
      "write a whole number of at most 38 digits"
    ),
    ("day", "3 June", "write a date that exists, such as 2005-07-29"),
  ])
  func suggestions(question: String, text: String, expected: String) throws {
    #expect(try reader(question).read(text) == .unclear(suggestion: expected))
  }

  /// The marks are those of the source, the units those of the form, which has sessions of 90
  /// minutes.
  @Test(arguments: [
    ("1 234", "1234", "number"), ("1\u{202F}234,00", "1234", "number"),
    ("5 sessions", "5", "number in sessions"), ("5Sessions.", nil, ""),
    ("2 days", "8", "number in days"),
    ("1,5 day", "6", "number in day"), ("0,1 day", nil, ""), ("day 2", "8", "number in day"),
    ("1.234", nil, ""), ("5 weeks", nil, ""), ("days", nil, ""), ("2 days 5 sessions", nil, ""),
    ("5 m2", "5", "number in m2"), ("m25", nil, ""), ("5 m²", "5", "number in m²"),
    ("99", nil, "no answer"), ("N/A", nil, ""),
  ])
  func numbersWithMarksAndUnits(text: String, field: String?, how: String) throws {
    let collection = try SmallCollection()
    for (old, new) in [
      (",since\n", ",since,units\n"), (",,\n", ",,,\n"), ("= 'yes',\n", "= 'yes',,\n"),
      ("2024-01-01\n", "2024-01-01,\n"),
      ("séances ?,,,\n", "séances ?,,,sessions|day=4|days = 4|m2|m²\n"),
    ] { try collection.replace(old, with: new, in: "survey.csv") }
    let reader = try reader(
      "sessions", of: collection,
      source: """
            decimal-mark: ","
            thousands-mark: " "
            no-answer: ["N/A"]
            answers: {sessions: {no-answer: ["99"]}}

        """)
    let outcome = reader.read(text)
    if let field {
      #expect(outcome == .field(Array(field.utf8), how: how))
    } else if how == "no answer" {
      #expect(outcome == .noAnswer)
    } else {
      guard case .unclear = outcome else {
        Issue.record("'\(text)' was read as \(outcome)")
        return
      }
    }
  }

  @Test(arguments: [
    (
      "sessions", "5 kg",
      "write a whole number, or declare 'kg' in the column 'units' of survey.csv"
    ),
    (
      "sessions", "1 234,5",
      "write a whole number, or declare 'decimal-mark' and 'thousands-mark' of the source"
    ),
    (
      "day", "45446",
      "it is Excel's number of 2024-06-03 (in workbooks of the 1904 system, of a day four years "
        + "later): export the source again with the column as text, or mend the record"
    ),
    (
      "rating", "3.0",
      "it is the number '3' with other zeros, which Excel and its like add or drop: export the source "
        + "again with the column as text, or mend the record"
    ),
    (
      "channels", "Mail; #REF!",
      "Excel wrote it for what it could not show: export the source again with the column as text, or "
        + "mend the record"
    ),
    ("rating", "7", "add the text as a synonym to choices.csv or mend the record"),
    (
      "remarks", "#NAME?",
      "Excel wrote it for what it could not show: export the source again with the column as "
        + "text, or mend the record"
    ),
  ])
  func advice(question: String, text: String, expected: String) throws {
    #expect(try reader(question).read(text) == .unclear(suggestion: expected))
  }

  @Test(arguments: ["", " ", "\u{A0}\n", "N/A", " n/a ", "-"])
  func textsThatMeanNoAnswer(text: String) throws {
    for question in ["attended", "channels", "sessions", "day", "remarks"] {
      #expect(
        try reader(question, source: "    no-answer: [\"N/A\", \"-\"]\n").read(text) == .noAnswer)
    }
  }

  /// What databases have where there is no date; and a year is not Excel's number of a day.
  @Test func datesThatAreNone() throws {
    for text in ["9999-12-31", "9999-12-31 00:00:00", "0000-00-00", "0000-00-00T00:00"] {
      #expect(try reader("day").read(text) == .noAnswer)
    }
    #expect(
      try reader("day").read("2024")
        == .unclear(suggestion: "write a date that exists, such as 2005-07-29"))
    #expect(try reader("remarks").read("9999-12-31") == .text("9999-12-31"))
  }

  @Test func freeTextIsComposedAndElseKept() throws {
    #expect(try reader("remarks").read(" E\u{301}tat,\r\n yes ") == .text(" État,\r\n yes "))
    guard case .text(let text) = try reader("remarks").read("E\u{301}") else {
      Issue.record("no text")
      return
    }
    #expect(Array(text.utf8) == [0xC3, 0x89])
  }

  @Test func orderOfDatesIsThatOfTheSource() throws {
    let field = Array("2024-06-03".utf8)
    #expect(
      try reader("day", source: "    date-order: dmy\n").read("03/06/2024")
        == .field(field, how: "date"))
    #expect(
      try reader("day", source: "    date-order: mdy\n").read("06/03/2024")
        == .field(field, how: "date"))
  }

  /// Google Forms joins by a comma in the spreadsheet and by a semicolon in its own download.
  /// A choice whose text is those of two others with the separator between: which of them is meant nobody can
  /// tell, whatever the second separator that the tool may write says of the whole text.
  @Test(arguments: [HeaderConvention.googleForms, .plain])
  func aFieldThatIsChoicesInTwoWaysIsUnclear(convention: HeaderConvention) throws {
    let collection = try SmallCollection()
    try collection.replace(
      "channel,web,", with: "channel,both,\"Web, Mail\",,\nchannel,web,", in: "choices.csv")
    let keys = convention == .plain ? "    separator: \", \"\n" : ""
    let reader = try reader("channels", of: collection, source: keys, convention)
    for text in ["Web, Mail", "web, mail", "Web, Mail, Friend, colleague"] {
      guard case .unclear(let advice) = reader.read(text) else {
        Issue.record("'\(text)' was read")
        continue
      }
      #expect(advice.hasPrefix("it is choices in more than one way"))
    }
    #expect(reader.read("Mail, Web") == .field(Array("a__d".utf8), how: "option list"))
  }

  @Test func googleFormsHasTwoSeparators() throws {
    let field = AnswerReader.Outcome.field(Array("ab_".utf8), how: "option list")
    for text in ["Mail, Friend, colleague", "Mail;Friend, colleague"] {
      #expect(try reader("channels", source: "", .googleForms).read(text) == field)
    }
    let declared = try reader("channels", source: "    separator: \", \"\n", .googleForms)
    guard case .unclear = declared.read("Mail;Friend, colleague") else {
      Issue.record("the declared separator alone counts")
      return
    }
  }

  /// Typeform begins with the separator where somebody left the first options out.
  @Test(arguments: [
    ("/ Mail / Friend, colleague", "ab_"), (" / Mail", "a__"), ("Mail / Friend, colleague", "ab_"),
    ("// Mail", nil), ("/", nil),
  ])
  func separatorFirst(text: String, expected: String?) throws {
    let outcome = try reader("channels", source: "", .typeform).read(text)
    if let expected {
      #expect(outcome == .field(Array(expected.utf8), how: "option list"))
    } else if case .field = outcome {
      Issue.record("\(outcome)")
    }
  }

  /// A text that two choices share is told as that, and a part that is no choice by itself.
  @Test(arguments: [
    (
      "rating", "2",
      "'2' is the name of '2' and the label (en) of '3': say which of them the source has, under its "
        + "key 'choices': names or labels"
    ),
    (
      "channels", "Mail; Wed",
      "did you mean 'web' by 'wed'? add the text as a synonym to choices.csv or mend the record"
    ),
    ("channels", "Mail; Radio", "add the text as a synonym to choices.csv or mend the record"),
  ])
  func whatIsWrongWithChoices(question: String, text: String, expected: String) throws {
    let collection = try SmallCollection()
    try collection.replace("rating,3,Good,", with: "rating,3,2,", in: "choices.csv")
    #expect(
      try reader(question, of: collection).read(text) == .unclear(suggestion: expected))
  }

  /// Where only the other kind of text would be a choice, advice says so, and not which name is near.
  @Test(arguments: [
    (
      "names", "3+",
      "'3+' is the label (en) of '3', but the source has 'choices: names': write 'labels' there if it has "
        + "these, or mend the record"
    ),
    (
      "labels", "3",
      "'3' is the name of '3', but the source has 'choices: labels': write 'names' there if it has these, "
        + "or mend the record"
    ),
  ])
  func textsThatTheSourceIsSaidNotToHave(has: String, text: String, expected: String) throws {
    let collection = try SmallCollection()
    try collection.replace("rating,3,Good,", with: "rating,3,3+,", in: "choices.csv")
    let reader = try reader("rating", of: collection, source: "    choices: \(has)\n")
    #expect(reader.read(text) == .unclear(suggestion: expected))
  }

  /// What is no choice is "other" where the form has it and people write in the field.
  @Test func writeIns() throws {
    let collection = try SmallCollection()
    try collection.replace("channel,web,Web,Web,", with: "channel,other,Else,,", in: "choices.csv")
    let source = "    write-ins: other\n    separator: \"; \"\n"
    let channels = try reader("channels", of: collection, source: source)
    #expect(channels.read("Mail; radio") == .field(Array("a_c".utf8), how: "write-in"))
    #expect(channels.read("Mail") == .field(Array("a__".utf8), how: "option list"))
    let texts = try reader("remarks")
    #expect(
      texts.readWriteIn("Mail; the radio; at night", to: channels) == .text("the radio; at night"))
    #expect(texts.readWriteIn("Mail", to: channels) == .noAnswer)
    // Nobody can write there where the form has no "other".
    guard case .unclear = try reader("attended", of: collection).read("perhaps") else {
      Issue.record("'perhaps' was read")
      return
    }
  }

  @Test func separatorIsThatOfTheSource() throws {
    let reader = try reader("channels", source: "    separator: \", \"\n")
    #expect(
      reader.read("Mail, Friend, colleague") == .field(Array("ab_".utf8), how: "option list"))
  }
}
