import Foundation
import Testing
import _TestSupport

/// The figures of paragraphs 11, 12 and 17 and the lists of note 3 of the model report.
struct ResponseFiguresTests {
  private let tables: PublishedTables
  private let report: String

  init() throws {
    let published = try MigrantsProtocol.published.get()
    tables = published.tables
    report = published.report
  }

  @Test func fiftyTwoRepliesByStatus() {
    #expect(tables.count("response/replied") == 52)
    #expect(tables.count("response/replied/party") == 35)
    #expect(tables.count("response/replied/signatory") == 11)
    #expect(tables.count("response/replied/non_signatory") == 6)
  }

  /// From the dates of the treaty actions alone, the European Community among the signatures.
  @Test func signaturesAndInstrumentsAtTheCutOff() {
    #expect(tables.count("signatures/signed") == 112)
    #expect(tables.count("deposits/deposited") == 78)
    #expect(tables.codes("signatures/signed").contains("EU"))
    #expect(!tables.codes("deposits/deposited").contains("EU"))
  }

  /// 35/78 = 44.871794…; the report prints 45 per cent.
  @Test func responseRateOfParties() throws {
    let cell = try #require(tables.cell("response/replied/party"))
    #expect(cell == .init(count: 35, base: 78, percent: "44.871794871795"))
    #expect(report.contains("45 per cent (35 of 78) of States parties"))
    #expect(report.contains("in less than half (35 of 78) of the States parties"))
  }

  @Test(arguments: [
    ("response-parties", [4, 4, 11, 7, 9]),
    ("response-signatories", [1, 0, 2, 0, 8]),
    ("response-non-signatories", [1, 4, 0, 1, 0]),
  ])
  func repliesByRegionalGroup(table: String, expected: [Int]) {
    let groups = [
      "african", "asia_pacific", "eastern_european", "latin_american_and_caribbean",
      "western_european_and_other",
    ]
    #expect(groups.map { tables.count("\(table)/replied/\($0)") } == expected)
  }

  @Test(arguments: ModelReport.note3)
  func listsOfNote3InOrderAndSpelling(list: ModelReport.List) {
    let names = list.names.components(separatedBy: "; ")
    #expect(names.count == list.count)
    #expect(tables.names(list.cell) == names)
    #expect(report.contains(names.joined(separator: ", ")))
  }

  /// A note 3 list is published for every State party, replied or not, without overlap.
  @Test func partiesRepliedOrDidNot() {
    let replied = Set(tables.codes("response/replied/party"))
    let silent = Set(tables.codes("response/did_not_reply/party"))
    #expect(replied.isDisjoint(with: silent))
    #expect(replied.union(silent) == Set(tables.codes("deposits/deposited")))
  }
}
