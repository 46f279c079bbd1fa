import Foundation
import Testing
import _TestSupport

/// Prose that the figures do not bear out is found, with its line; the slips of the model report are
/// among it.
struct ProseTests {
  /// Publishes the 2005 collection with another report, and gives what was found in it.
  private func findings(in report: String, note: String? = nil) throws -> [String] {
    let workdir = try Workdir()
    for name in ["Pipelines", "Input"] { try workdir.copy(name, to: name) }
    let folder = "Pipelines/\(MigrantsProtocol.name)"
    try workdir.write(report, to: "\(folder)/report.md")
    if let note {
      try workdir.replace(
        "note: As at the cut-off, from the dates", with: "note: \"\(note)\"\n    #",
        in: "\(folder)/tables.yaml")
    }
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).runAll()
    let rows = CSVText.rows(
      try workdir.read("Output/\(MigrantsProtocol.name)/published/findings.csv"))
    #expect(run.status == (rows.isEmpty ? 0 : 1), "\(run.error)")
    #expect(rows.allSatisfy { $0["severity"] == "query" && $0["suggestion"]?.isEmpty == false })
    return rows.map {
      let file = ($0["source"] ?? "").split(separator: "/").last ?? ""
      return "\(file):\($0["line"] ?? ""): \($0["rule"] ?? ""): \($0["message"] ?? "")"
    }
  }

  /// The statements of the report of 2005 in its own words, each tied to its cell. Paragraphs 18 and
  /// 46 have two words for one figure, as have paragraph 28 and note 7; note 8 names Costa Rica
  /// alone where note 7 also has Peru; note 11 refers to the note on legal entities; and of "almost
  /// two thirds" the four named negatives cannot be the rest.
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

        """)
    func line(_ number: Int, _ rule: String) -> [String] {
      found.filter { $0.hasPrefix("report.md:\(number): \(rule): ") }
    }
    // #7 and #8 of the checklist, #20 and #21, #22, #24, #29.
    #expect(line(13, "two-words-one-cell").count == 1, "\(found)")
    #expect(
      line(13, "two-words-one-cell").first?.contains(
        "'almost all' is said of criminalized-of-respondents/yes, but") == true)
    #expect(line(17, "two-words-one-cell").count == 1)
    #expect(
      line(20, "list-incomplete") == [
        "report.md:20: list-incomplete: 1 of the 2 of attempt_smuggling/no are named; Peru is missing"
      ])
    #expect(
      line(22, "note-on-another-subject") == [
        "report.md:22: note-on-another-subject: note 12 speaks of legal_entities, and this place of "
          + "organizing"
      ])
    #expect(line(9, "word-not-in-scale").count == 1)
    // What is right is left alone.
    for number in [11, 18, 24] {
      #expect(!found.contains { $0.hasPrefix("report.md:\(number): ") }, "\(found)")
    }
  }

  @Test(arguments: [
    ("{{number response/replied = Fifty-two}}", "number-not-borne-out"),
    ("{{number response/replied = Some 53 States}}", "number-not-borne-out"),
    ("{{percent response/replied/party = about 44 per cent}}", "number-not-borne-out"),
    ("{{base response/replied/party = 79 States}}", "number-not-borne-out"),
    ("{{quantifier accomplice/yes = Nearly every one}}", "word-not-in-scale"),
    ("{{quantifier response/replied/party = most}}", "word-not-borne-out"),
    ("{{names accomplice/no = for example Peru}}", "list-names-others"),
    ("{{list negative_reason/to_be_developed = Costa Rica}}", "list-incomplete"),
    ("Assistance from Australia was named.", "named-without-reply"),
    ("The laws of Norway and of the USA.", "named-without-reply"),
    ("See note 4.", "missing-note"), ("A claim.[^2]", "missing-note"),
  ])
  func isFound(text: String, rule: String) throws {
    let found = try findings(in: "# Title\n\n\(text)\n")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.hasPrefix("report.md:3: \(rule): ") == true, "\(found)")
  }

  @Test func isLeftAlone() throws {
    let found = try findings(
      in: """
        {{number response/replied = 52}} States, {{percent response/replied/party = 45 per cent}} or
        {{percent response/replied/party = 44.9 per cent}} of {{base response/replied/party = 78}}.
        {{quantifier response/replied/party = Less than half}} of the States parties.
        {{names negative_reason/to_be_developed = for example, Costa Rica}};
        {{names negative_reason/to_be_developed = South Africa and Costa Rica}}; {{names
        benefit_required/no = the United States, Finland, Netherlands and the Czech Republic}}.
        {{Number accomplice/no = One State}}, with {{mention Australia}}. Guinea-Bissauans, New
        Guineans and Nigerians. See note 4 of the Convention, and note 1.

        ## Notes

        1. This one.

        """)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func notesOfTablesAreProseToo() throws {
    let found = try findings(
      in: "# Title\n", note: "{{number signatures/signed = 113}} signatures, Albania among them.")
    #expect(
      found.map { $0.components(separatedBy: ": ")[1] } == [
        "number-not-borne-out", "named-without-reply",
      ])
    #expect(found.allSatisfy { $0.hasPrefix("tables.yaml:9: ") }, "\(found)")
  }
}
