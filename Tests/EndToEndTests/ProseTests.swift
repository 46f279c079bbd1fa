import Foundation
import Questionnaire
import Register
import Testing
import _TestSupport

/// Prose that the figures do not bear out is found, with its line; the slips of the model report are
/// among it.
struct ProseTests {
  /// Publishes the 2005 collection with another report, and gives what was found in it.
  private func findings(
    in report: String, note: String? = nil, title: String? = nil, corrections: [String] = []
  ) throws -> [String] {
    let workdir = try Workdir()
    for name in ["Pipelines", "Input"] { try workdir.copy(name, to: name) }
    let folder = "Pipelines/\(MigrantsProtocol.name)"
    try workdir.write(report, to: "\(folder)/report.md")
    try workdir.write(
      (["unit,question,from,to,reason"] + corrections).joined(separator: "\n") + "\n",
      to: "\(folder)/corrections.csv")
    if let note {
      try workdir.replace(
        "note: As at the cut-off, from the dates", with: "note: \"\(note)\"\n    #",
        in: "\(folder)/tables.yaml")
    }
    if let title {
      try workdir.replace("Instruments deposited", with: title, in: "\(folder)/tables.yaml")
    }
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).runAll()
    let rows = CSVText.rows(
      try workdir.read("Output/\(MigrantsProtocol.name)/published/machine/findings.csv"))
    #expect(run.status == (rows.isEmpty ? 0 : 1), "\(run.error)")
    #expect(rows.allSatisfy { $0["severity"] == "query" && $0["suggestion"]?.isEmpty == false })
    return rows.map {
      let file = ($0["source"] ?? "").split(separator: "/").last ?? ""
      return "\(file):\($0["line"] ?? ""): \($0["rule"] ?? ""): \($0["message"] ?? "")"
    }
  }

  /// Corrections that fill the blanks of the 2005 collection so that the words of the report hold as
  /// far as they can: 46 of 52 criminalize, for 50 the attempt is punishable, for 51 organizing, and
  /// 34 of 52, "almost two thirds", have the aggravating circumstances.
  private func fillingBlanks() throws -> [String] {
    let tables = try MigrantsProtocol.published.get().tables
    let respondents = tables.codes("response/replied")
    #expect(respondents.count == 52)
    return ["criminalized", "attempt_smuggling", "organizing", "aggravating"].flatMap { question in
      let known = tables.codes("\(question)/yes") + tables.codes("\(question)/no")
      let blank = respondents.filter { !known.contains($0) }
      let negatives = question == "aggravating" ? blank.prefix(18 - 4) : []
      return blank.map { code in
        "\(code),\(question),,\(negatives.contains(code) ? "no" : "yes"),as the report has it"
      }
    }
  }

  /// What the report of 2005 says, each statement tied to its cell: its slips are found, and nothing
  /// else is.
  ///
  /// Paragraphs 18 and 46 have two words for one figure (statements 7 and 8 of the checklist), as have
  /// paragraph 28 and note 7 (20 and 21). Note 8 names Costa Rica alone where note 7 also has Peru
  /// (22). Note 11 refers to the note on legal entities (24). And with "almost two thirds" there are
  /// eighteen negatives, of which four are named (29), as no word of the scale.
  @Test func theSlipsOfTheModelReportAreFound() throws {
    let found = try findings(
      in: """
        # Statements of 2005

        18. {{quantifier criminalized-of-respondents/yes = Most}} of the responding States.

        28. {{quantifier attempt_smuggling/yes = Most}} of the States replying, see notes 7 and 8.

        31. {{quantifier organizing/yes = Almost all}} States, see note 11.

        33. {{quantifier aggravating/yes = Almost two thirds}} of the States responding.

        34. Negative responses: {{list aggravating/no = Jamaica, Namibia, Maldives, Czech Republic}}.

        46. In {{quantifier criminalized-of-respondents/yes = almost all}} Member States responding.

        ## Notes

        7. {{quantifier attempt_smuggling/yes = Almost all}} the States responding. Negative replies
        came from {{names attempt_smuggling/no = Costa Rica and Peru}}.

        8. An exception existed only in {{names attempt_smuggling/no = Costa Rica}}.

        11. See note 12. Furthermore, {{names organizing/no = Jamaica}}.

        12. Legal entities: {{names legal_entities/yes = Turkey}}.

        """, corrections: try fillingBlanks())
    let expected = [
      "report.md:5: word-not-borne-out: 'most' is said of attempt_smuggling/yes, which is 50 of 52 and "
        + "'almost all' on the scale",
      "report.md:9: word-not-in-scale: 'Almost two thirds' is said of aggravating/yes (34 of 52), but "
        + "the scale of the collection has no such word",
      "report.md:11: list-incomplete: 4 of the 18 of aggravating/no are named; ",
      "report.md:13: word-not-borne-out: 'almost all' is said of criminalized-of-respondents/yes, "
        + "which is 46 of 52 and 'most' on the scale",
      "report.md:13: two-words-one-cell: 'almost all' is said of criminalized-of-respondents/yes, but ",
      "report.md:17: two-words-one-cell: 'almost all' is said of attempt_smuggling/yes, but ",
      "report.md:20: list-incomplete: 1 of the 2 of attempt_smuggling/no are named; Peru is missing",
      "report.md:22: note-on-another-subject: note 12 speaks of legal_entities, and this sentence of "
        + "organizing",
    ]
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) {
      #expect(found.hasPrefix(expected), "\(found)")
    }
  }

  @Test(arguments: [
    ("{{number response/replied = Fifty-three}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 of the 53 States}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = almost all (50 of 52)}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98 per cent of 54}}", "number-not-borne-out"),
    // What stands beside the number that is meant: 51 of 52, which is 98 per cent.
    ("{{number accomplice/yes = 51 of the 52 States (99 per cent)}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = almost all (99 per cent)}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98 per cent (999 States)}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98 to 99 per cent}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98,1 per cent}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 thousand}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 of the 52 States (51 per cent)}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 per cent}}", "number-not-borne-out"),
    ("{{base accomplice/yes = 52 %}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = almost all (51 %)}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98 per mille}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 dozen}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51²}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51 000}}", "number-not-borne-out"),
    ("{{number accomplice/yes = -51}}", "number-not-borne-out"),
    ("{{number accomplice/yes = 51.0}}", "number-not-borne-out"),
    ("{{base accomplice/yes = 52 States, of which 50 said yes}}", "number-not-borne-out"),
    ("{{number accomplice/yes = fewer than 51}}", "number-not-borne-out"),
    ("{{number accomplice/yes = more than fifty-one}}", "number-not-borne-out"),
    ("{{number accomplice/yes = not 51}}", "number-not-borne-out"),
    ("{{number accomplice/yes = all but 51}}", "number-not-borne-out"),
    ("{{number accomplice/yes = fifty-one or fifty-two}}", "number-not-borne-out"),
    ("{{number accomplice/yes = minus fifty-one}}", "number-not-borne-out"),
    ("{{number accomplice/yes = fifty-one fifths}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = under 98 per cent}}", "number-not-borne-out"),
    ("{{percent accomplice/yes = 98 percentage points}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = almost all but one}}", "word-not-in-scale"),
    (
      "{{names negative_reason/to_be_developed = all except South Africa and Costa Rica}}",
      "list-names-others"
    ),
    (
      "{{names negative_reason/to_be_developed = South Africa, Costa Rica and three others}}",
      "number-not-borne-out"
    ),
    ("{{quantifier accomplice/yes = not all}}", "word-not-in-scale"),
    ("{{quantifier accomplice/yes = nearly all}}", "word-not-in-scale"),
    ("{{number response/replied = Some 53 States}}", "number-not-borne-out"),
    ("{{percent response/replied/party = about 44 per cent}}", "number-not-borne-out"),
    ("{{base response/replied/party = 79 States}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = Nearly every one}}", "word-not-in-scale"),
    ("{{quantifier response/replied/party = most}}", "word-not-borne-out"),
    ("{{names accomplice/no = for example Peru}}", "list-names-others"),
    ("{{list negative_reason/to_be_developed = Costa Rica}}", "list-incomplete"),
    ("Assistance from Australia was named.", "named-without-reply"),
    ("The laws of Norway and of the USA.", "named-without-reply"),
    ("The law of Cote d'Ivoire.", "named-without-reply"),
    // No Member States at the cut-off, so that they cannot have replied.
    ("The law of South Sudan.", "named-without-reply"),
    ("And of the Holy See.", "named-without-reply"),
    ("The law of Viet\nNam.", "named-without-reply"),
    ("The law of St. Lucia.", "named-without-reply"),
    ("The law of St Kitts and\nNevis.", "named-without-reply"),
    ("The law of the Ivory Coast.", "named-without-reply"),
    ("The law of North Korea.", "named-without-reply"),
    ("See note 4.", "missing-note"), ("See footnote\n4.", "missing-note"),
    ("A claim.[^2]", "missing-note"),
  ])
  func isFound(text: String, rule: String) throws {
    let found = try findings(in: "# Title\n\n\(text)\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("report.md:3: \(rule): ") == true, "\(found)")
  }

  @Test func isLeftAlone() throws {
    let found = try findings(
      in: """
        {{number response/replied = 52}} States, {{number response/replied = fifty-two of the 191}},
        {{quantifier accomplice/yes = almost all (51 of 52)}}, {{percent response/replied/party = 45 per cent}} or
        {{percent response/replied/party = 44.9 per cent}} of {{base response/replied/party = 78}}.
        {{quantifier response/replied/party = Less than half}} of the States parties.
        {{names negative_reason/to_be_developed = for example, Costa Rica}};
        {{names negative_reason/to_be_developed = South Africa and Costa Rica, but no others}};
        {{quantifier accomplice/yes = almost all, but not quite}}; {{names
        benefit_required/no = the United States, Finland, Netherlands and the Czech Republic}}.
        {{Number accomplice/no = One State}}, with {{mention Australia}}. Guinea-Bissauans, New
        Guineans and Nigerians; a turkey, chad and jordan; Korea, which is two. See note 4 of the Convention, and note 1.

        ## Notes

        1. This one.

        """)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func notesAndTitlesOfTablesAreProseToo() throws {
    let found = try findings(
      in: "# Title\n\n## Notes\n\n7. {{figure accomplice/yes}}.\n",
      note: "{{number signatures/signed = 113}} signatures, Albania among them; see notes 7 and 8.",
      title: "Instruments deposited, also by Norway")
    #expect(
      found.map { $0.components(separatedBy: ": ").prefix(2).joined(separator: " ") } == [
        "tables.yaml:9 number-not-borne-out", "tables.yaml:9 named-without-reply",
        "tables.yaml:9 note-on-another-subject", "tables.yaml:9 missing-note",
        "tables.yaml:12 named-without-reply",
      ], "\(found)")
  }
}
