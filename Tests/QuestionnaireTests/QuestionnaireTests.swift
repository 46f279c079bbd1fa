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

  func isUnclear(_ variable: Int) -> Bool { false }
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
    // What is about one instance is not checked against all of them together.
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
      "list_name,name,label\n" + (1...count).map { "place,p\($0),P \($0)\n" }.joined()
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

  @Test func unitsOfANumber() throws {
    let form = try form(
      "type,name,units\ndecimal,q,kg|Kilo gram| t = 1000 |mg=0.000001\ninteger,r,\n")
    #expect(form.questions[0].units.map(\.text.text) == ["kg", "kilo gram", "t", "mg"])
    #expect(
      form.questions[0].units.map(\.factor.description) == ["1", "1", "1000", "0.000001"])
    #expect(form.questions[1].units.isEmpty)
  }

  /// An answer cell has three letters for a choice, which tell 17,576 apart.
  @Test func listLongerThanThreeLettersTellApart() throws {
    func choices(_ count: Int) -> String {
      "list_name,name,label\n" + (1...count).map { "place,p\($0),P \($0)\n" }.joined()
    }
    let survey = "type,name\nselect_one place,q\n"
    #expect(try form(survey, choices: choices(17_576)).questions[0].type.choices?.count == 17_576)
    let error = #expect(throws: RunError.self) { _ = try form(survey, choices: choices(17_577)) }
    #expect(error?.problems.map(\.line) == [2])
    #expect(
      error?.problems.map(\.message) == [
        "list 'place' has 17577 choices; expected at most 17576. Ask for a text, or ask two questions"
      ])
  }

  @Test func routingOfALongChainIsNoCircle() throws {
    let rows = (2...300).map { "text,q\($0),${q\($0 - 1)} != '' and ${q1} != ''\n" }.joined()
    #expect(try form("type,name,relevant\ntext,q1,\n" + rows).questions.count == 300)
  }

  @Test(arguments: [
    "migrants-protocol-2005", "training-feedback", "integrity-at-work", "household-waste",
    "field-records",
  ])
  func formsOfTheRepositoryAreRead(collection: String) throws {
    let form = try Questionnaire(folder: "\(Repository.root)/Pipelines/\(collection)")
    #expect(!form.questions.isEmpty)
    #expect(form.questions.allSatisfy { !$0.label.texts.isEmpty })
  }
}
