import Testing
import _TestSupport

/// The statements of the model report on the answers: exact ones, bounds, and those that its text
/// does not allow to be reproduced.
struct ReportChecklistTests {
  private let published: MigrantsProtocol.Published

  init() throws {
    published = try MigrantsProtocol.published.get()
  }

  private var tables: PublishedTables { published.tables }

  @Test(arguments: ModelReport.namedStates)
  func statesNamedInTheText(statement: ModelReport.NamedStates) {
    #expect(Set(tables.codes(statement.cell)) == Set(statement.codes))
    #expect(tables.count(statement.cell) == statement.codes.count)
  }

  @Test(arguments: ModelReport.bounds)
  func boundsOfTheText(bound: ModelReport.Bound) {
    #expect(tables.count(bound.cell) == bound.count)
    #expect(tables.cell(bound.cell)?.base == bound.base)
    guard let word = bound.word else { return }
    let share = "(\(bound.count) of \(bound.base))"
    let sentence = published.report.lowercased()
    #expect(sentence.contains("\(word) \(share)"))
  }

  /// Paragraph 18: the text names six negative responses and settles five positive ones.
  @Test func criminalizationIsSettledForEleven() {
    #expect(
      Set(tables.codes("criminalized/no")) == ["CRI", "JAM", "MDV", "NGA", "ZAF", "TZA"])
    #expect(Set(tables.codes("criminalized/yes")) == ["CZE", "FIN", "NLD", "PER", "USA"])
    #expect(tables.count("criminalized/.no_answer") == 41)
  }

  /// Paragraph 34: four negatives are named; "almost two thirds" of 52 would leave 18, so the
  /// names of the text are examples and the share of paragraph 33 cannot be reproduced.
  @Test func aggravatingCircumstancesAreExamples() {
    #expect(Set(tables.codes("aggravating/no")) == ["CZE", "JAM", "MDV", "NAM"])
    #expect(Set(tables.codes("aggravating/yes")) == ["FIN", "ISL"])
    #expect(tables.cell("aggravating/yes")?.base == 6)
  }

  @Test(arguments: ModelReport.notReproducible)
  func unsettledAnswersStayNoAnswer(statement: (address: String, question: String)) {
    #expect(tables.count("\(statement.question)/.base") == 0, "\(statement.address)")
    #expect(tables.cell("\(statement.question)/.base")?.percent == "")
  }

  /// Paragraph 27: what was not asked is not in the questionnaire, and so in no table.
  @Test func documentValidityWasNotAsked() throws {
    let survey = try published.workdir.read("Pipelines/\(MigrantsProtocol.name)/survey.csv")
    #expect(!survey.contains("document_validity"))
  }

  @Test func nothingWasFoundOrQuarantined() throws {
    #expect(CSVText.rows(try published.read("machine/findings.csv")).isEmpty)
    #expect(CSVText.rows(try published.read("quarantine/index.csv")).isEmpty)
    #expect(
      try published.read("machine/balance.csv")
        == "fate,records\nrecords,52\naccepted,52\nquarantined,0\nsuperseded,0\nlate,0\ntest,0\nincomplete,0\n"
    )
  }
}
