import Testing
import _TestSupport

/// The six answer states sum to the population, for every question and every group.
struct AnswerStatesTests {
  private static let states = [
    "answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply",
  ]

  @Test func statesSumToThePopulationOfEveryGroup() throws {
    let rows = CSVText.rows(try MigrantsProtocol.published.get().read("machine/answer-states.csv"))
    var populations: [String: Int] = [:]
    for row in rows {
      let counts = Self.states.compactMap { row[$0].flatMap(Int.init) }
      #expect(counts.count == 6)
      #expect(counts.reduce(0, +) == Int(row["population"] ?? ""))
      populations["\(row["attribute"] ?? "")/\(row["code"] ?? "")"] = Int(row["population"] ?? "")
    }
    // 37 questions; all units, and the codes of response, status, group, signature and deposit.
    #expect(rows.count == 37 * (1 + 2 + 3 + 6 + 2 + 2))
    #expect(populations["/"] == 191)
    #expect(populations["status/party"] == 78)
    #expect(populations["status/signatory"] == 51)
    #expect(populations["status/non_signatory"] == 62)
  }
}
