import SurveyTools
import Testing

/// The headings of options in exports, taken apart by the first grammar of their tool that fits.
struct OptionHeadingTests {
  private static let cases: [(HeaderConvention, String, String, OptionParts?)] = [
    (.qualtrics, "Q2_3", "Which? - E-mail", parts("Q2", "Which?", "E-mail", "3")),
    // A hyphen in the question is no end of it.
    (.qualtrics, "Q2_3", "Which - now? - Mail", parts("Q2", "Which - now?", "Mail", "3")),
    (.qualtrics, "Q2_3_TEXT", "Which? - Other - Text", nil), (.qualtrics, "Q2_3", "Which?", nil),
    (.qualtrics, "Q_mail", "Which? - Mail", nil),
    (.qualtricsLegacy, "Q2_3", "Which?-E-mail", parts("Q2", nil, "Which?-E-mail", "3")),
    (.kobo, "about/channels/web", "", parts("about/channels", "about/channels", "web", "web")),
    (.kobo, "channels", "", nil), (.kobo, "channels/", "", nil), (.kobo, "/web", "", nil),
    (.redcap, "channels___1", "", parts("channels", "channels", "1", "1")),
    (.redcap, "Which? (choice=Web (news))", "", parts("Which?", "Which?", "Web (news)", nil)),
    (.redcap, "rank_1", "", nil),
    (.limesurvey, "Q2[SQ001]", "", parts("Q2", "Q2", "SQ001", "SQ001")),
    (
      .limesurvey, "Which one? [Web, news]", "", parts("Which one?", "Which one?", "Web, news", nil)
    ),
    (.limesurvey, "Q2[SQ001]", "Which? [Web]", parts("Q2", "Which?", "Web", "SQ001")),
    (.limesurvey, "Q2[comment]", "", nil), (.limesurvey, "Q2[other comment]", "", nil),
    (.odk, "about-channels/web", "", parts("about-channels", "about-channels", "web", "web")),
    (.surveySolutions, "ways__2", "", parts("ways", "ways", "2", "2")),
    (.surveySolutions, "ways__n1", "", parts("ways", "ways", "n1", "n1")),
    (.surveySolutions, "ways_2", "", nil), (.surveySolutions, "__2", "", nil),
    (.soSci, "AB02_01", "", parts("AB02", "AB02", "01", "01")),
    (.soSci, "AB02_01", "Way: Web: news", parts("AB02", "Way: Web", " news", "01")),
    (.soSci, "AB02_03a", "", nil), (.soSci, "AB02_CP", "", nil),
    (.wjx, "5、(Web, (news))", "", parts("5", "5", "Web, (news)", nil)),
    (.wjx, "5、Which?", "", nil), (.alchemer, "Web:Which?", "", nil),
    (.googleForms, "Rate it [Venue]", "", parts("Rate it", "Rate it", "Venue", nil)),
    (.msForms, "Rate it", "", nil), (.plain, "[x]", "", nil),
  ]

  private static func parts(
    _ base: String, _ title: String?, _ option: String, _ code: String?
  ) -> OptionParts {
    OptionParts(base: base, title: title, option: option, code: code)
  }

  @Test(arguments: cases)
  func takenApart(
    convention: HeaderConvention, heading: String, label: String, expected: OptionParts?
  ) {
    let found = convention.tool.headings.options.lazy
      .compactMap { $0.parts(heading: heading, label: label) }.first
    #expect(found == expected)
  }
}
