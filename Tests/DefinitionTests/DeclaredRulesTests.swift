import Basics
import Definition
import Findings
import Questionnaire
import Testing
import _TestSupport

struct DeclaredRulesTests {
  /// The two rules `few` and `shares`.
  private static var rule: String {
    get throws { try Repository.text(of: "Tests/Definitions/small/base/rules.yaml") }
  }

  private func read(_ rules: String) throws -> DeclaredRules {
    let collection = try SmallCollection()
    try collection.workdir.write(rules, to: "Pipelines/small/rules.yaml")
    let folders = folders(collection)
    // The first stage meets a mistake, and not only the third.
    return try DeclaredRules(folders, PipelineDefinition(folders))
  }

  @Test func theFileMayBeLeftOut() throws {
    let collection = try SmallCollection()
    let folders = folders(collection)
    #expect(try DeclaredRules(folders, PipelineDefinition(folders)).all.isEmpty)
  }

  @Test func whatARuleSays() throws {
    let rules = try read(Self.rule)
    let few = try #require(rules["few"])
    #expect(few.level == .submission && few.severity == .query && few.line == 2)
    #expect(few.questions.map(\.name) == ["sessions"])
    #expect(few.suggestion == "ask" && few.words.condition == "${sessions} < 2")
    #expect(few.baseLabel == "submissions that count" && few.hasBase && few.sets.isEmpty)
    let shares = try #require(rules["shares"])
    // Those of the condition, then those of the message: each of its values by itself.
    #expect(shares.sets.count == 2 + 1 + 2)
    #expect(!shares.hasBase && shares.questions.isEmpty)
  }

  private static func ofFew(_ key: String) throws -> String {
    try rule.replacing("    suggestion: ask\n", with: "    \(key)\n")
  }

  @Test func optionalKeys() throws {
    let rule = try #require(
      read(Self.ofFew("fail-above: 2.5 %\n    question: rating\n    where: ${rating} != ''"))["few"]
    )
    #expect(rule.failAbove == ExactDecimal("2.5"))
    #expect(rule.questions.map(\.name) == ["rating"])
    #expect(rule.baseLabel == "submissions that count where ${rating} != ''")
    #expect(try read(Self.ofFew("base-label: all"))["few"]?.baseLabel == "all")
  }

  @Test func onlyTextsWhoseWordsMatterAreAskedFor() throws {
    let rules = try read(
      Self.ofFew("where: ${remarks} != ''").replacing(
        "only ${sessions}", with: "only ${sessions}, ${remarks}"))
    #expect(rules["few"]?.texts(rules.variables) == [5])
    let others = try read(Self.ofFew("where: ${remarks} != ''"))
    #expect(others["few"]?.texts(others.variables) == [])
  }

  private static let twins = """
    rules:
      - id: twice
        severity: query
        over: collection
        unique: [sessions]
        message: ${other_unit} has ${sessions} as well as ${other_unit}
        meaning: Two have the same.

    """

  private struct Seven: AnswerSource {
    func code(of variable: Int) -> Int? { nil }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { false }
    func text(of variable: Int) -> String { "7" }
  }

  @Test func aMessageIsCutWhereItNamesTheOtherUnit() throws {
    let twice = try #require(read(Self.twins)["twice"])
    #expect(twice.message.pieces(Seven()) == ["", " has 7 as well as ", ""])
    #expect(try read(Self.ofFew(""))["few"]?.message.pieces(Seven()) == ["only 7"])
  }

  /// The other unit is known only once all were judged: no condition can rest on it.
  @Test(arguments: [
    ("    meaning", "    where: ${other_unit} != ''\n    meaning"),
    ("[sessions]", "[sessions, other_unit]"),
    ("    unique: [sessions]", "    if: count(${sessions} > 1) > 9"),
  ])
  func theOtherUnitStandsInMessagesOfUniqueRulesAlone(old: String, new: String) throws {
    let error = #expect(throws: RunError.self) {
      _ = try read(Self.twins.replacing(old, with: new))
    }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description.contains("other_unit") == true, "\(error?.description ?? "")")
  }

  /// Exactly at the share, findings do not decide; of nothing, nothing is above any.
  @Test func sharesAreExact() throws {
    let third = ExactDecimal("33.333333")
    #expect(FailAbove.isExceeded(third, by: 1, of: 3))
    #expect(!FailAbove.isExceeded(ExactDecimal("33.333334"), by: 1, of: 3))
    #expect(!FailAbove.isExceeded(ExactDecimal("5"), by: 5, of: 100))
    #expect(FailAbove.isExceeded(ExactDecimal("5"), by: 6, of: 100))
    #expect(!FailAbove.isExceeded(ExactDecimal("0"), by: 0, of: 0))
    #expect(FailAbove.isExceeded(nil, by: 0, of: 0))
  }

  /// The page of a collection has its own rules before those of the program.
  @Test func pageOfACollection() throws {
    let page = RulesPage.of(try read(Self.ofFew("fail-above: 5 %")), title: "A small survey")
    #expect(page.hasPrefix("# Rules: A small survey\n"))
    #expect(
      page.contains(
        """
        ### few (query)

        - Reports: Few sessions.
        - Condition: `${sessions} < 2`
        - Held against: submissions that count
        - Decides the exit status: above 5 per cent of these

        ### shares (fatal)

        - Reports: Less than half came.
        - Condition: `${share} < 0.5`
        - Held against: units

        ## Rules of the program

        ### Stage ingest

        #### missing-source (fatal)

        """))
  }
}
