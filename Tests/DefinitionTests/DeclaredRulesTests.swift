import Basics
import Definition
import Findings
import Questionnaire
import Testing
import _TestSupport

struct DeclaredRulesTests {
  private static let rule = """
    rules:
      - id: few
        severity: query
        if: ${sessions} < 2
        message: only ${sessions}
        meaning: Few sessions.
        suggestion: ask
      - id: shares
        severity: fatal
        over: collection
        calculate:
          came: count(${attended} = 'yes')
          share: ${came} div count(true())
        if: ${share} < 0.5
        message: ${came} came, ${share} of all
        meaning: Less than half came.

    """

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

  private static func ofFew(_ key: String) -> String {
    rule.replacing("    suggestion: ask\n", with: "    \(key)\n")
  }

  @Test func optionalKeys() throws {
    let rule = try #require(
      read(Self.ofFew("fail-above: 2.5 %\n    question: rating\n    where: ${rating} != ''"))["few"]
    )
    #expect(rule.failAbove == FixedDecimal("2.5"))
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

  private static let errors: [(old: String, new: String, line: Int, message: String)] = [
    (
      "id: few", "id: unclear-answer", 2,
      "[rule-id] at 'rules[1].id': 'unclear-answer' is a rule of the program "
        + "(Pipelines/RULES.md); expected an id of its own"
    ),
    (
      "id: shares", "id: few", 8,
      "[rule-twice] at 'rules[2]': there is a rule 'few' on line 2 already; expected each id once"
    ),
    (
      "id: few", "id: too few", 2,
      "[rule-id] at 'rules[1].id': 'too few' would be the id of a rule; expected letters, digits, "
        + "'_', '-' and points between them, beginning with a letter, a digit, '_' or '-'"
    ),
    (
      "suggestion:", "sugestion:", 7,
      "[unknown-key] at 'rules[1].sugestion': key 'sugestion' is not known here; expected "
        + "base-label, by, calculate, fail-above, id, if, meaning, message, over, question, "
        + "severity, suggestion, unique, where. Did you mean 'suggestion'?"
    ),
    (
      "severity: query", "severity: warning", 3,
      "[unknown-word] at 'rules[1].severity': 'warning' stands here; expected 'fatal', 'query'."
    ),
    (
      "over: collection", "over: colection", 10,
      "[unknown-word] at 'rules[2].over': 'colection' stands here; expected 'submission', 'unit', "
        + "'collection'. Did you mean 'collection'?"
    ),
    (
      "    meaning: Few sessions.\n", "", 2,
      "[missing-key] at 'rules[1]': there is no key 'meaning'; it must be given"
    ),
    (
      "message: only ${sessions}", "message: only ${session}", 5,
      "[unknown-question] at 'rules[1].message': there is no question 'session'. "
        + "Did you mean 'sessions'?"
    ),
    (
      "if: ${sessions} < 2", "if: ${sessions} < ", 4,
      "[expression] at 'rules[1].if': the expression ends here; expected ${question}, '.', a text, "
        + "a number or '(', at character 14 of '${sessions} <'"
    ),
    (
      "if: ${sessions} < 2", "if: ${last-saved#sessions} < 2", 4,
      "[unknown-question] at 'rules[1].if': there is no question 'last-saved#sessions'."
    ),
    (
      "if: ${sessions} < 2", "if: count(${sessions} < 2) > 1", 4,
      "[no-set] at 'rules[1].if': count() is about all units; expected it in a rule of rules.yaml "
        + "that is over the collection"
    ),
    (
      "if: ${sessions} < 2", "if: ${day} > today()", 4,
      "[expression] at 'rules[1].if': 'today' is not known; expected a text in quotes, ${question} "
        + "or one of the functions abs(), coalesce(), contains(), count(), count-non-empty(), "
        + "count-selected(), date(), ends-with(), false(), if(), int(), max(), min(), not(), "
        + "number(), regex(), round(), selected(), selected-at(), starts-with(), string-length(), "
        + "sum(), true(). A run must not depend on the day it is made; write the date itself, "
        + "at character 10 of '${day} > today()'"
    ),
    (
      "if: ${share} < 0.5", "if: ${sessions} < 0.5", 14,
      "[one-unit] at 'rules[2].if': 'sessions' is a fact about one unit, and this is about all of "
        + "them; expected it inside count(), count-non-empty(), sum(), min() or max(), as in "
        + "count(${sessions} != '')"
    ),
    (
      "if: ${share} < 0.5", "if: ${shares} < 0.5", 14,
      "[unknown-question] at 'rules[2].if': there is no question 'shares'. Did you mean 'share'?"
    ),
    (
      "came: count", "sessions: count", 12,
      "[name-twice] at 'rules[2].calculate.sessions': 'sessions' is a question, an attribute or a "
        + "fact already; expected another name"
    ),
    (
      "if: ${share} < 0.5", "if: ${share} < 0.5\n    fail-above: 5 %", 15,
      "[no-base] at 'rules[2].fail-above': a condition over the collection is one finding and no "
        + "share of anything; delete it, and write the bound into 'if'"
    ),
    (
      "suggestion: ask", "fail-above: 5", 7,
      "[not-a-share] at 'rules[1].fail-above': '5' stands here; expected a share of the base, such "
        + "as 5 %"
    ),
    (
      "suggestion: ask", "fail-above: 101 %", 7,
      "[not-a-share] at 'rules[1].fail-above': '101 %' stands here; expected a share of the base, "
        + "such as 5 %"
    ),
    (
      "suggestion: ask", "by: response", 7,
      "[over] at 'rules[1].by': 'by' makes groups of all units; expected 'over: collection' beside "
        + "it"
    ),
    (
      "suggestion: ask", "unique: [sessions]", 7,
      "[two-conditions] at 'rules[1].unique': 'unique' stands beside 'if'; expected one of them"
    ),
    (
      "if: ${sessions} < 2", "unique: [sessions]", 4,
      "[over] at 'rules[1].unique': 'unique' is about all units; expected 'over: collection' "
        + "beside it, and no 'by'"
    ),
    (
      "suggestion: ask", "question: session", 7,
      "[unknown-question] at 'rules[1].question': there is no question 'session'. "
        + "Did you mean 'sessions'?"
    ),
    (
      "over: collection", "over: collection\n    by: rating", 11,
      "[not-an-attribute] at 'rules[2].by': 'rating' is a question; expected an attribute: "
        + "'response'"
    ),
    (
      "rules:\n", "fail-above:\n  unclear-answers: 5 %\nrules:\n", 2,
      "[unknown-rule] at 'fail-above.unclear-answers': the program has no rule 'unclear-answers'; "
        + "expected one of 23 names ('stray-quote', 'open-quote', 'zero-byte', 'field-count', "
        + "'undecodable', …). A rule of the collection has 'fail-above' of its own. "
        + "Did you mean 'unclear-answer'?"
    ),
    (
      "rules:\n", "fail-above:\n  unread-file: 5 %\nrules:\n", 2,
      "[unknown-rule] at 'fail-above.unread-file': the findings of 'unread-file' are no share of "
        + "anything; expected one of 23 names ('stray-quote', 'open-quote', 'zero-byte', "
        + "'field-count', 'undecodable', …). A rule of the collection has 'fail-above' of its own."
    ),
    (
      "rules:\n", "rule:\n", 2,
      "[unknown-key] at 'rule': key 'rule' is not known here; expected fail-above, rules. "
        + "Did you mean 'rules'?"
    ),
  ]

  @Test(arguments: errors.indices)
  func mistakes(index: Int) throws {
    let mistake = Self.errors[index]
    #expect(Self.rule.contains(mistake.old))
    let error = #expect(throws: RunError.self) {
      _ = try read(Self.rule.replacing(mistake.old, with: mistake.new))
    }
    #expect(error?.kind == .badDefinition)
    let place = "/Pipelines/small/rules.yaml:\(mistake.line): error: \(mistake.message)"
    #expect(error?.description.hasSuffix(place) == true, "\(error?.description ?? "")")
  }

  /// Exactly at the share, findings do not decide; of nothing, nothing is above any.
  @Test func sharesAreExact() throws {
    let third = FixedDecimal("33.333333")
    #expect(FailAbove.isExceeded(third, by: 1, of: 3))
    #expect(!FailAbove.isExceeded(FixedDecimal("33.333334"), by: 1, of: 3))
    #expect(!FailAbove.isExceeded(FixedDecimal("5"), by: 5, of: 100))
    #expect(FailAbove.isExceeded(FixedDecimal("5"), by: 6, of: 100))
    #expect(!FailAbove.isExceeded(FixedDecimal("0"), by: 0, of: 0))
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
