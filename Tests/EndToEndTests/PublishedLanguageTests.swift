import Testing
import _TestSupport

/// A collection is published in its language: labels, and what tables and report say themselves.
struct PublishedLanguageTests {
  private func published(in language: String) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try workdir.write(
      """
      title: Lois
      cut-off: 2024-06-30
      unit: state
      language: \(language)
      sources:
        - {file: r.csv, unit: {column: state, by: iso3}, received: {column: received}}
      quantifiers:
        - {word: tous, exactly: 100}
        - {word: certains, at-least: 0}

      """, to: "Pipelines/some/pipeline.yaml")
    try workdir.write(
      """
      type,name,label::English (en),label::Français (fr)
      select_one law,law,Is there a law?,Y a-t-il une loi ?
      rank law,order,Which first?,Lequel d’abord ?

      """, to: "Pipelines/some/survey.csv")
    try workdir.write(
      """
      list_name,name,label::English (en),label::Français (fr)
      law,yes,Yes,Oui
      law,no,No,Non

      """, to: "Pipelines/some/choices.csv")
    try workdir.write(
      """
      tables:
        - {id: law, rows: law, lists: all, statistics: [count, percent, row-percent]}
        - {id: replied, rows: response, columns: [response], statistics: [count, percent]}

      """, to: "Pipelines/some/tables.yaml")
    try workdir.write(
      "{{cut-off}} : {{names law/yes}} ; {{percent law/yes}} ; {{quantifier law/no}}\n\n{{scale}}\n",
      to: "Pipelines/some/report.md")
    try workdir.write(
      "state,received,law\nDEU,2024-06-01,yes\nESP,2024-06-02,yes\nFRA,2024-06-01,no\n",
      to: "Input/some/r.csv")
    #expect(try StageRunner(workdir, collection: "some").runAll().status == 0)
    return workdir
  }

  @Test func everyWordOfATableIsFrench() throws {
    let workdir = try published(in: "fr")
    let lines = try workdir.read("Output/some/published/tables/law.csv")
      .replacing("\u{feff}", with: "").replacing("\r\n", with: "\n")
    #expect(
      lines == """
        Y a-t-il une loi ?
        Les pourcentages se rapportent à la base\u{a0}: unités ayant répondu à la question.
        Les pourcentages de la ligne se rapportent aux unités de la ligne.

        Y a-t-il une loi ?;Total;"Total, pourcentage";"Total, pourcentage de la ligne"
        Oui;2;67;100
        Non;1;33;100
        Base\u{a0}: unités ayant répondu à la question;3;;
        Sans réponse;0;;
        Sans objet;0;;
        Question non posée;0;;
        Réponse peu claire;0;;
        N’a pas répondu;190;;
        Ensemble;193;;

        """)
    let report = try workdir.read("Output/some/published/report.md")
    #expect(
      report == """
        30 juin 2024 : l'Allemagne et l'Espagne ; 67 pour cent (2 sur 3) ; certains (1 sur 3)

        - “tous”: exactement 100 pour cent
        - “certains”: 0 pour cent ou plus

        """)
  }

  /// 2 of 3 is 66.66… per cent. Words of one's own are read as French, and one of them is wrong: 1 said
  /// no.
  @Test func numbersAreFrench() throws {
    let workdir = try published(in: "fr")
    try workdir.replace(
      "quantifiers:\n", with: "rounding: {percent: 1}\nfail-on: never\nquantifiers:\n",
      in: "Pipelines/some/pipeline.yaml")
    try workdir.write(
      "{{percent law/yes}} ; {{number law/yes}} ; {{number law/no}} ; "
        + "{{percent law/yes = 66,7 pour cent (2 sur 3)}} ; {{number law/yes = deux}} ; "
        + "{{number law/no = deux}}\n", to: "Pipelines/some/report.md")
    #expect(try StageRunner(workdir, collection: "some").runAll().status == 0)
    #expect(
      try workdir.read("Output/some/published/report.md")
        == "66,7 pour cent (2 sur 3) ; deux ; 1 ; 66,7 pour cent (2 sur 3) ; deux ; deux\n")
    let findings = try workdir.read("Output/some/published/machine/findings.csv").split(
      separator: "\n"
    )
    .filter { $0.contains(" is said of ") }
    #expect(findings.count == 1)
    #expect(findings.first?.contains("'deux' is said of law/no, whose count is 1") == true)
    #expect(findings.first?.contains("write 1") == true)
    let page = try workdir.read("Output/some/published/report.html")
    #expect(page.contains("<html lang=\"fr\" dir=\"ltr\">"))
    #expect(page.contains("<p>66,7 pour cent (2 sur 3) ; deux ; 1 ;"))
  }

  @Test func inEnglishNothingOfItIsFrench() throws {
    let workdir = try published(in: "en")
    let table = try workdir.read("Output/some/published/tables/replied.csv")
    #expect(table.contains("Percentages are of the base: all units."))
    #expect(table.contains("Did not reply"))
  }
}
