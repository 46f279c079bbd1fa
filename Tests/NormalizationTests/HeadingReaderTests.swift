import Definition
@testable import Normalization
import Questionnaire
import SurveyTools
import Testing
import _TestSupport

struct HeadingReaderTests {
  private static let survey = """
    type,name,label::English (en),label::Français (fr)
    select_one yes_no,attended,Did you attend?,
    select_multiple channel,Q2,How did you hear of it?,
    text,Q2_other,,
    rank channel,Q3,"Order them, please",
    begin_group,rooms,How was each room?,
    select_one rating,rooms_a,Room A,Salle A
    select_one rating,rooms_b,Room B,Salle B
    end_group,,,
    begin_group,meals,How was each meal?,
    select_one rating,lunch,Lunch,
    begin_group,late,Later,
    select_one rating,dinner,Dinner,
    end_group,,,
    end_group,,,
    select_one rating,talk,How was it? [The talk],
    select_one rating or_other,Q8,And the rest?,
    select_one yes_no,law_air,,
    select_multiple channel,ways_air,,

    """
  private static let choices = """
    list_name,name,label::English (en)
    yes_no,yes,Yes
    rating,1,Bad
    rating,2,Good
    channel,mail,Mail
    channel,web,"Website, news"
    channel,other,Other

    """

  private func meanings(
    _ heading: String, label: String = "", option: String = "", _ convention: HeaderConvention
  ) throws -> [String] {
    let collection = try SmallCollection()
    try collection.workdir.write(Self.survey, to: "Pipelines/small/survey.csv")
    try collection.workdir.write(Self.choices, to: "Pipelines/small/choices.csv")
    let form = try Questionnaire(folder: collection.pipeline)
    let reader = HeadingReader(form, convention: convention)
    let column = SourceColumn(heading: heading, label: label, option: option)
    return reader.meanings(of: column).map { meaning in
      let question = form.questions[meaning.question]
      switch meaning {
      case .whole: return question.name
      case .option(_, let code):
        return "\(question.name)/\(question.type.choices.map { $0[code].name } ?? "")"
      case .ranked(_, let rank): return "\(question.name)[\(rank + 1)]"
      }
    }
  }

  private static let headingCases: [(HeaderConvention, String, [String])] = [
    (.plain, "attended", ["attended"]), (.plain, "did you attend? ", ["attended"]),
    (.plain, "Q2/web", ["Q2/web"]), (.plain, "Attended or not", []),
    (.plain, "attended. Did you attend?", []),
    // Matrices.
    (.limesurvey, "rooms[a]", ["rooms_a"]),
    (.limesurvey, "How was each room? [Room B]", ["rooms_b"]),
    (.plain, "How was each room? - Salle A", ["rooms_a"]), (.plain, "meals [Lunch]", ["lunch"]),
    (.plain, "How was it? - The talk", ["talk"]), (.plain, "How was it? The talk", []),
    (.plain, "How was each room? [Lunch]", []),
    // A column of a long file, with its item.
    (.plain, "law[air]", ["law_air"]), (.plain, "acts/law[air]", ["law_air"]),
    (.kobo, "acts/more/law[air]", ["law_air"]), (.kobo, "ways/web[air]", ["ways_air/web"]),
    (.plain, "acts/law[sea]", []), (.kobo, "ways/telephone[air]", []),
    // LimeSurvey: codes, full texts, and both.
    (.limesurvey, "Q2[mail]", ["Q2/mail"]), (.limesurvey, "Q2[other]", ["Q2/other"]),
    (.limesurvey, "How did you hear of it? [Website, news]", ["Q2/web"]),
    (.limesurvey, "Q2[web]. How did you hear of it? [Website, news]", ["Q2/web"]),
    (.limesurvey, "attended. Did you attend?", ["attended"]),
    (.limesurvey, "attended. Were you there?", ["attended"]),
    (.limesurvey, "attended | Did you attend?", ["attended"]),
    (.limesurvey, "attended | Were you there?", []),
    (.limesurvey, "attended or not", []),
    (.limesurvey, "rooms[a]. How was each room? [Room A]", ["rooms_a"]),
    (.limesurvey, "Q3[2]", ["Q3[2]"]), (.limesurvey, "Order them, please [Rank 1]", ["Q3[1]"]),
    (.limesurvey, "Q3[2]. Order them, please [Rank 2]", ["Q3[2]"]), (.limesurvey, "Q3[4]", []),
    (.limesurvey, "Q3_2", ["Q3[2]"]), (.plain, "Q3_2", []),
    (.limesurvey, "Q3[0]", []), (.limesurvey, "Q8[other]", ["Q8/other"]),
    // KoboToolbox and ODK.
    (.kobo, "rooms/rooms_a", ["rooms_a"]), (.kobo, "How was each room?/Room A", ["rooms_a"]),
    (.kobo, "meals/late/dinner", ["dinner"]), (.kobo, "meals-late-dinner", ["dinner"]),
    (.kobo, "late-dinner", ["dinner"]), (.kobo, "How was each meal?:Later:Dinner", ["dinner"]),
    (.kobo, "unknown/dinner", ["dinner"]), (.kobo, "Q2-web", ["Q2/web"]),
    (.kobo, "Q2:web", ["Q2/web"]),
    (.kobo, "How did you hear of it?/Website, news", ["Q2/web"]), (.kobo, "Q2_other", ["Q2_other"]),
    (.kobo, "Q3", ["Q3"]), (.kobo, "rooms-lunch", []),
    // REDCap.
    (.redcap, "Q2___web", ["Q2/web"]),
    (.redcap, "How did you hear of it? (choice=Website, news)", ["Q2/web"]),
    // Qualtrics.
    (.qualtrics, "Q2_web", ["Q2/web"]), (.qualtrics, "Q3_mail", ["Q3/mail"]),
    (.qualtrics, "Q2_other_TEXT", ["Q2_other"]), (.qualtrics, "Q9_1", []),
    // Survey Solutions and Alchemer.
    (.surveySolutions, "Q2__web", ["Q2/web"]), (.surveySolutions, "Q9__1", []),
    (.alchemer, "Website, news:How did you hear of it?", ["Q2/web"]),
    (.alchemer, "Room A:How was each room?", ["rooms_a"]), (.alchemer, "Lunch:Nothing", []),
    (.plain, "Website, news:How did you hear of it?", []),
  ]

  @Test(arguments: headingCases)
  func headings(convention: HeaderConvention, heading: String, expected: [String]) throws {
    #expect(try meanings(heading, convention) == expected)
  }

  @Test(arguments: [
    ("QID2", "How did you hear of it? - Selected Choice", ["Q2"]),
    ("QID2_2", "How did you hear of it? - Website, news", ["Q2/web"]),
    ("QID2_3_TEXT", "How did you hear of it? - Other - Text", ["Q2_other"]),
    ("QID3_1", "Order them, please - Mail", ["Q3/mail"]),
    ("QID4_1", "How was each room? - Room A", ["rooms_a"]), ("QID9", "What else?", []),
  ])
  func qualtricsLabels(heading: String, label: String, expected: [String]) throws {
    #expect(try meanings(heading, label: label, .qualtrics) == expected)
  }

  @Test(arguments: [
    ("How did you hear of it?", "Website, news", ["Q2/web"]),
    ("How did you hear of it?", "Other (please specify)", ["Q2/other"]),
    ("Order them, please", "Mail", ["Q3/mail"]), ("How was each room?", "Room B", ["rooms_b"]),
    ("And the rest?", "Other (please specify)", ["Q8/other"]), ("How was it?", "Room B", []),
  ])
  func surveyMonkeyRows(heading: String, option: String, expected: [String]) throws {
    #expect(try meanings(heading, option: option, .surveymonkey) == expected)
  }
}
