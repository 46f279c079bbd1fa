import Basics
import Questionnaire
import Testing
import _TestSupport

private let yesNo = "list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\n"

private func form(_ survey: String, choices: String = yesNo) throws -> Questionnaire {
  let workdir = try Workdir()
  try workdir.write(survey, to: "survey.csv")
  try workdir.write(choices, to: "choices.csv")
  return try Questionnaire(folder: workdir.path)
}

/// Answers to the question a condition is about: the name of one choice.
private struct Answer: AnswerSource {
  let code: Int?

  func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }

  func code(of variable: Int) -> Int? { code }
  func isSelected(_ code: Int, of variable: Int) -> Bool { self.code == code }
  func text(of variable: Int) -> String { "" }
}

struct QuestionnaireTests {
  @Test func questionsInTheirOrder() throws {
    let form = try form(
      """
      type,name,label::English (en),label::Français (fr),relevant,constraint,required,article,since,until,hint
      select_one yes_no,q1,First?,Première ?,,,yes,6(1)(a),2004-10-01,,
      note,n1,Read this,,,,,,,,
      integer,q2,"How many, if any?",,${q1} = 'yes',. > 0,TRUE,,,2006-01-01,x
      ,,,,,,,,,,
      select_multiple yes_no,q3,Third,,,,no,,,,
      """)
    #expect(form.questions.map(\.name) == ["q1", "q2", "q3"])
    #expect(form.questions.map(\.index) == [0, 1, 2])
    #expect(form.questions.map(\.line) == [2, 4, 6])
    #expect(form.questions.map(\.isRequired) == [true, true, false])
    #expect(form.languages == ["en", "fr"])
    let first = form.questions[0]
    #expect(first.label.text(in: "fr") == "Première ?")
    #expect(first.label.text(in: "es") == "First?")
    #expect((first.article, first.since, first.until) == ("6(1)(a)", "2004-10-01", ""))
    #expect(first.type.choices?.map(\.name) == ["yes", "no"])
    #expect(form["q2"]?.label.text(in: "fr") == "How many, if any?")
    #expect(form["q2"]?.constraint == (try Expression(parsing: ". > 0")))
    #expect(form["q4"] == nil)
    #expect(form.position(of: "q3") == 2)
  }

  private static let plainTypesCases: [(String, AnswerType)] = [
    ("text", AnswerType.text), ("integer", .integer), ("decimal", .decimal), ("range", .decimal),
    ("date", .date), ("dateTime", .text), ("geopoint", .text), ("image", .text),
  ]

  @Test(arguments: plainTypesCases)
  func plainTypes(type: String, expected: AnswerType) throws {
    #expect(try form("type,name\n\(type),q\n").questions.map(\.type) == [expected])
  }

  @Test(arguments: [
    "note", "calculate", "start", "end", "today", "deviceid", "hidden", "begin_group,g\nend_group",
    "begin group,g\nend group",
  ])
  func typesThatAskNothing(type: String) throws {
    #expect(try form("type,name\n\(type),x\n").questions.isEmpty)
  }

  @Test(arguments: [
    ("label", ""), ("label::English (en)", "en"), ("label::fr", "fr"),
    ("label::Français", "français"),
    ("label::Chinese (Simplified) (zh)", "zh"),
  ])
  func labelLanguages(column: String, language: String) throws {
    let form = try form("type,name,\(column)\ntext,q,Words\n")
    #expect(form.languages == [language])
    #expect(form.questions[0].label.texts.map(\.language) == [language])
  }

  @Test func groupsPassTheirConditionOn() throws {
    let form = try form(
      """
      type,name,relevant
      select_one yes_no,a,
      begin_group,outer,${a} = 'yes'
      text,b,
      begin group,inner,${b} != ''
      text,c,${a} != 'no'
      end group,,
      text,d,
      end_group,,
      text,e,
      """)
    func relevant(_ name: String) -> Expression? { form[name]?.relevant }
    #expect(relevant("a") == nil)
    #expect(relevant("b") == (try Expression(parsing: "${a} = 'yes'")))
    #expect(
      relevant("c") == (try Expression(parsing: "${a} = 'yes' and ${b} != '' and ${a} != 'no'")))
    #expect(relevant("d") == (try Expression(parsing: "${a} = 'yes'")))
    #expect(relevant("e") == nil)
  }

  @Test func orOtherAddsAChoiceAndAQuestion() throws {
    let form = try form("type,name\nselect_one yes_no or_other,q\ntext,r\n")
    #expect(form.questions.map(\.name) == ["q", "q_other", "r"])
    #expect(form["q"]?.type.choices?.map(\.name) == ["yes", "no", "other"])
    #expect(form["q_other"]?.type == .text)
    let other = try #require(form["q_other"])
    let condition = try #require(try other.relevant?.bound(to: form, current: other))
    #expect(condition.holds(for: Answer(code: 2)))
    #expect(!condition.holds(for: Answer(code: 0)))
    #expect(!condition.holds(for: Answer(code: nil)))
  }

  @Test func orOtherKeepsAChoiceThatIsThere() throws {
    let form = try form(
      "type,name\nselect_multiple way or_other,q\n",
      choices: "list_name,name,label\nway,other,Another\nway,mail,Mail\n")
    #expect(form["q"]?.type.choices?.map(\.name) == ["other", "mail"])
  }

  @Test func questionsInARepeat() throws {
    let form = try form(
      """
      type,name,relevant,constraint,required
      select_one yes_no,p,,,
      begin_group,g,${p} = 'yes',,
      begin_repeat,people,${p} != 'no',,
      select_one yes_no,adult,,,yes
      integer,age,${adult} = 'yes',. > 17,
      date,born,,,
      end_repeat,,,,
      text,r,,,
      end_group,,,,

      """)
    let list = try #require(form["p"]?.type.choices).map(\.name)
    #expect(form.repeatNames == ["people"])
    #expect(form.questions.map(\.repeatName) == [nil, "people", "people", "people", nil])
    #expect(form["adult"]?.type.choices?.map(\.name) == list)
    guard case .selectMultiple = form["adult"]?.type, case .selectOne = form["adult"]?.asked else {
      Issue.record("a choice of each instance is a set of choices of all")
      return
    }
    #expect(form["age"]?.type == .integer)
    #expect(form["born"]?.type == .text)
    #expect(form["born"]?.asked == .date)
    // What is about one instance is not held against all of them together.
    let outer = try Expression(parsing: "${p} = 'yes' and ${p} != 'no'")
    #expect(form["age"]?.relevant == outer)
    #expect(form["age"]?.constraint == nil)
    #expect(form["adult"]?.isRequired == false)
    #expect(form["r"]?.relevant == (try Expression(parsing: "${p} = 'yes'")))
    #expect(form["age"]?.groups.map(\.name) == ["g", "people"])
  }

  /// A rank is one letter.
  @Test func rankingOfALongList() throws {
    func choices(_ count: Int) -> String {
      "list_name,name,label\n" + (1...count).map { "place,p\($0),P\n" }.joined()
    }
    let survey = "type,name\nrank place,q\n"
    #expect(try form(survey, choices: choices(26)).questions[0].type.choices?.count == 26)
    let error = #expect(throws: RunError.self) { _ = try form(survey, choices: choices(27)) }
    #expect(
      error?.problems.map(\.message) == [
        "list 'place' has 27 choices; expected at most 26 to rank. "
          + "Ask for a text, or ask two questions"
      ])
  }

  @Test func synonymsOfChoices() throws {
    let form = try form(
      "type,name\nselect_one yes_no,q\n",
      choices: "list_name,name,label,synonyms\nyes_no,yes,Yes,Y|Yeah\nyes_no,no,No,\n")
    #expect(form["q"]?.type.choices?.map(\.synonyms) == [["Y", "Yeah"], []])
  }

  @Test(arguments: [
    (
      "type,name\nselect_won yes_no,q\n", 2,
      "[unknown-type] type 'select_won yes_no' has no tables here; expected one of 12 names "
        + "('select_one', 'select_multiple', 'text', 'integer', 'decimal', …). "
        + "Did you mean 'select_one'?"
    ),
    (
      "type,name\ntext,a\nintger,q\n", 3,
      "[unknown-type] type 'intger' has no tables here; expected one of 12 names ('select_one', "
        + "'select_multiple', 'text', 'integer', 'decimal', …). Did you mean 'integer'?"
    ),
    (
      "type,name\nselect_one,q\n", 2,
      "[no-list] 'select_one' stands without a choice list; "
        + "expected its name, as in 'select_one yes_no'"
    ),
    (
      "type,name\nselect_one yes_no other,q\n", 2,
      "[extra-words] 'other' stands after 'select_one yes_no'; expected nothing or 'or_other'. "
        + "Write the name of the choice list without blanks"
    ),
    (
      "type,name\n,q\n", 2,
      "[no-type] 'q' has no type; expected one such as text or select_one yes_no"
    ),
    (
      "type,name,relevent\ntext,q,\n", 1,
      "[heading] column 'relevent' is not known; expected the headings of an XLSForm sheet. "
        + "Did you mean 'relevant'?"
    ),
    (
      "type,name\ntext,a/b\n", 2,
      "[question-name] 'a/b' stands as the name of a question; expected letters, digits, '_', '-' "
        + "and points between them, beginning with a letter, a digit, '_' or '-'. Write 'a_b'"
    ),
    (
      "type,name,relevant\nselect_one yes_no,q,. = 'yes'\n", 2,
      "[no-current] column 'relevant' of 'q': '.' stands here, the answer that a constraint is "
        + "about; expected the name of a question, as in ${name}"
    ),
    ("type,name\ntext,\n", 2, "[no-name] this question has no name; expected one"),
    (
      "type,name\ntext,q\n\ntext,q\n", 4,
      "[question-twice] question 'q' stands on line 2 already; expected each name once"
    ),
    (
      "type,name\nbegin_group,g\ntext,q\n", 2,
      "[open-group] this begin_group has no end_group. Add one"
    ),
    (
      "type,name\ntext,q\nend_group,\n", 3,
      "[no-group] this end_group has no begin_group before it"
    ),
    (
      "type,name\nbegin_repeat,r\ntext,q\nbegin repeat,s\ntext,t\nend repeat,\nend_repeat,\n", 4,
      "[nested-repeat] repeat 's' stands within repeat 'r' of line 2; expected no repeat in another. "
        + "Leave its rows out of the survey sheet, and its file out of the input folder"
    ),
    (
      "type,name\nbegin_repeat,r\ntext,q\nend_group,\n", 4,
      "[no-group] this end_group stands where the begin_repeat of line 2 ends; expected end_repeat"
    ),
    (
      "type,name\nbegin_repeat,r\ntext,q\n", 2,
      "[open-group] this begin_repeat has no end_repeat. Add one"
    ),
    (
      "type,name\nbegin_repeat,r\nrank yes_no,q\nend_repeat,\n", 3,
      "[rank-in-repeat] rank question 'q' stands in a repeat; expected it outside: several rankings "
        + "have no order in common. Leave it out of the survey sheet"
    ),
    (
      "type,name\nrank yes_no or_other,q\n", 2,
      "[extra-words] 'or_other' stands after 'rank yes_no'; expected nothing. Delete it"
    ),
    (
      "type,name,since\ntext,q,1/10/2004\n", 2,
      "[not-a-date] column 'since' has '1/10/2004'; expected a date such as 2005-07-29"
    ),
    (
      "type,name,relevant\ntext,q,${p} =\n", 2,
      "[expression] column 'relevant' of 'q': the expression ends here; "
        + "expected ${question}, '.', a text, a number or '('\n    ${p} =\n          ^"
    ),
    (
      "type,name,constraint\ninteger,q,. >> 1\n", 2,
      "[expression] column 'constraint' of 'q': '>' stands here; "
        + "expected ${question}, '.', a text, a number or '('\n    . >> 1\n       ^"
    ),
    (
      "type,name,relevant\ninteger,sessions,\ntext,q,${session} > 1\n", 3,
      "[unknown-question] column 'relevant' of 'q': there is no question 'session'. "
        + "Did you mean 'sessions'?"
    ),
    (
      "type,name,relevant\nselect_one yes_no,p,\ntext,q,${p} = 'yess'\n", 3,
      "[unknown-choice] column 'relevant' of 'q': 'yess' is not one of its choices; "
        + "expected 'yes', 'no'. Did you mean 'yes'?"
    ),
  ])
  func errors(survey: String, line: Int, message: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write(survey, to: "survey.csv")
    try workdir.write(yesNo, to: "choices.csv")
    let error = #expect(throws: RunError.self) { _ = try Questionnaire(folder: workdir.path) }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description == "\(path):\(line): error: \(message)")
  }

  @Test func unitsOfANumber() throws {
    let form = try form(
      "type,name,units\ndecimal,q,kg|Kilo gram| t = 1000 |mg=0.000001\ninteger,r,\n")
    #expect(form.questions[0].units.map(\.text.text) == ["kg", "kilo gram", "t", "mg"])
    #expect(
      form.questions[0].units.map(\.factor.description) == ["1", "1", "1000", "0.000001"])
    #expect(form.questions[1].units.isEmpty)
  }

  private static let unit =
    "stands among the units; expected a unit such as 'kg', or with what one of it is in the unit of "
    + "the question, as in 't=1000'"

  @Test(arguments: [
    ("text,q,kg", "question 'q' has units, 'kg', but asks for no number. Delete them"),
    ("integer,q,kg|KG=2", "question 'q': unit 'kg' stands twice; expected each once"),
    ("integer,q,kg=0", "question 'q': 'kg=0' \(unit)"),
    ("integer,q,kg=-1", "question 'q': 'kg=-1' \(unit)"),
    ("integer,q,2m", "question 'q': '2m' \(unit)"), ("integer,q,=5", "question 'q': '=5' \(unit)"),
    ("integer,q,kg=a lot", "question 'q': 'kg=a lot' \(unit)"),
  ])
  func errorsInUnits(row: String, message: String) throws {
    let error = #expect(throws: RunError.self) { _ = try form("type,name,units\n\(row)\n") }
    #expect(error?.description.hasSuffix("survey.csv:2: error: [units] \(message)") == true)
  }

  @Test func missingListNamesTheNearest() throws {
    let workdir = try Workdir()
    let survey = try workdir.write("type,name\nselect_one yesno,q\n", to: "survey.csv")
    let choices = try workdir.write(yesNo, to: "choices.csv")
    let error = #expect(throws: RunError.self) { _ = try Questionnaire(folder: workdir.path) }
    #expect(
      error?.description
        == "\(survey):2: error: [missing-list] question 'q' uses choice list 'yesno', which "
        + "\(choices) does not have. Did you mean 'yes_no'?")
  }

  @Test(arguments: [
    (
      "yes_no,yes,Yes\nyes_no,yes,Oui\n", 3,
      "[choice-twice] list 'yes_no' has choice 'yes' twice; expected each name once in a list"
    ),
    (
      "yes_no,not yet,Not yet\n", 2,
      "[choice-name] 'not yet' stands as the name of a choice of 'yes_no'; expected letters, "
        + "digits, '_', '-' and points between them, beginning with a letter, a digit, '_' or '-'. "
        + "Write 'not_yet'"
    ),
    (
      "yes_no,,Yes\n", 2,
      "[choice-name] '' stands as the name of a choice of 'yes_no'; expected letters, "
        + "digits, '_', '-' and points between them, beginning with a letter, a digit, '_' or '-'."
    ),
  ])
  func errorsInChoices(rows: String, line: Int, message: String) throws {
    let workdir = try Workdir()
    try workdir.write("type,name\ntext,q\n", to: "survey.csv")
    let path = try workdir.write("list_name,name,label\n\(rows)", to: "choices.csv")
    let error = #expect(throws: RunError.self) { _ = try Questionnaire(folder: workdir.path) }
    #expect(error?.description == "\(path):\(line): error: \(message)")
  }

  /// An answer cell has two letters for a choice, which tell 676 apart.
  @Test func listLongerThanTwoLettersTellApart() throws {
    func choices(_ count: Int) -> String {
      "list_name,name,label\n" + (1...count).map { "place,p\($0),P\n" }.joined()
    }
    let survey = "type,name\nselect_one place,q\n"
    #expect(try form(survey, choices: choices(676)).questions[0].type.choices?.count == 676)
    let error = #expect(throws: RunError.self) { _ = try form(survey, choices: choices(677)) }
    #expect(error?.problems.map(\.line) == [2])
    #expect(
      error?.problems.map(\.message) == [
        "list 'place' has 677 choices; expected at most 676. Ask for a text, or ask two questions"
      ])
  }

  @Test func everyProblemIsReported() throws {
    let error = #expect(throws: RunError.self) {
      _ = try form(
        "type,name,relevant\ntxt,a,\ntext,,\ntext,b,${c} = \n",
        choices: "list_name,name\nx,one two\n")
    }
    #expect(
      error?.problems.map(\.rule) == ["choice-name", "unknown-type", "no-name", "expression"])
  }

  @Test func routingInACircle() throws {
    let workdir = try Workdir()
    let path = try workdir.write(
      "type,name,relevant\ntext,a,${b} != ''\ntext,b,${c} != ''\ntext,c,${a} != ''\n",
      to: "survey.csv")
    try workdir.write(yesNo, to: "choices.csv")
    let error = #expect(throws: RunError.self) { _ = try Questionnaire(folder: workdir.path) }
    #expect(
      error?.description
        == "\(path):2: error: [routing-cycle] the routing of 'a' depends on itself: a → b → c → a. "
        + "Ask one of these questions without condition")
  }

  @Test func routingOnTheQuestionItself() {
    let error = #expect(throws: RunError.self) {
      _ = try form("type,name,relevant\nselect_one yes_no,a,${a} = 'yes'\n")
    }
    #expect(error?.problems.map(\.rule) == ["routing-cycle"])
    #expect(
      error?.problems.map(\.message) == [
        "the routing of 'a' depends on itself: a → a. "
          + "Ask one of these questions without condition"
      ])
  }

  @Test func routingOfALongChainIsNoCircle() throws {
    let rows = (2...300).map { "text,q\($0),${q\($0 - 1)} != '' and ${q1} != ''\n" }.joined()
    #expect(try form("type,name,relevant\ntext,q1,\n" + rows).questions.count == 300)
  }

  @Test func missingColumn() throws {
    let workdir = try Workdir()
    let path = try workdir.write("typ,name\n", to: "survey.csv")
    try workdir.write(yesNo, to: "choices.csv")
    let error = #expect(throws: RunError.self) { _ = try Questionnaire(folder: workdir.path) }
    #expect(
      error?.description
        == "\(path):1: error: [missing-column] there is no column 'type'; "
        + "expected the columns type,name. Did you mean 'typ'?")
  }

  @Test(arguments: [
    "migrants-protocol-2005", "training-feedback", "integrity-at-work", "household-waste",
  ])
  func formsOfTheRepositoryAreRead(collection: String) throws {
    let form = try Questionnaire(folder: "\(Repository.root)/Pipelines/\(collection)")
    #expect(!form.questions.isEmpty)
    #expect(form.questions.allSatisfy { !$0.label.texts.isEmpty })
  }
}
