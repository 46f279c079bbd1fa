import Basics
import Testing
import _TestSupport

@testable import Questionnaire

/// Rows of the type `calculate`, and what rests on them.
struct FormCalculationsTests {
  private struct Answers: AnswerSource {
    var texts: [Int: String] = [:]
    var codes: [Int: Int] = [:]
    var dayOfReceipt = "2024-05-01"

    func code(of variable: Int) -> Int? { codes[variable] }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { false }
    func text(of variable: Int) -> String { texts[variable] ?? "" }
    func isUnclear(_ variable: Int) -> Bool { false }
  }

  /// The questions `law` (0) and `age` (1), and more rows: type, name, calculation, relevant.
  private func form(_ rows: String) throws -> Questionnaire {
    let workdir = try Workdir()
    try workdir.write(
      "type,name,calculation,relevant\nselect_one yn,law,,\ninteger,age,,\n\(rows)\n",
      to: "survey.csv")
    try workdir.write("list_name,name,label\nyn,yes,Yes\nyn,no,No\n", to: "choices.csv")
    return try Questionnaire(folder: workdir.path)
  }

  private func problem(_ rows: String) throws -> String {
    let error = #expect(throws: RunError.self) { _ = try form(rows) }
    let problem = try #require(error?.problems.first)
    #expect(error?.problems.count == 1)
    return "\(problem.line ?? 0) [\(problem.id.name)] \(problem.message)"
  }

  private func relevant(_ text: String) throws -> Expression { try Expression(parsing: text) }

  @Test func namesStandForTheirExpressionsInAnyOrder() throws {
    let form = try form(
      """
      calculation,twice,${score} * 2,
      text,why,,${twice} > 3
      calculate,score,"if(${law} = 'yes', 2, 0)",
      calculate,again,${law},
      text,which,,${again} = 'no'
      """)
    #expect(form["why"]?.relevant == (try relevant("if(${law} = 'yes', 2, 0) * 2 > 3")))
    #expect(form["which"]?.relevant == (try relevant("${law} = 'no'")))
    #expect(form.calculations.names == ["again", "score", "twice"])
    #expect(form.silentNames == ["again", "score", "twice"])
  }

  @Test func constraintsAndFiltersHaveThemToo() throws {
    let workdir = try Workdir()
    try workdir.write(
      """
      type,name,calculation,constraint,choice_filter
      integer,age,,. < ${most} and ${age} > 0,
      select_one way,way,,,kind = ${kind}
      calculate,most,100 + 50,,
      calculate,kind,"if(${age} > 17, 'adult', 'child')",,

      """, to: "survey.csv")
    try workdir.write("list_name,name,kind\nway,car,adult\nway,bike,child\n", to: "choices.csv")
    let form = try Questionnaire(folder: workdir.path)
    #expect(form["age"]?.constraint == (try relevant(". < 100 + 50 and ${age} > 0")))
    let offers = try #require(form["way"]).offers(in: form)
    #expect(offers.map { $0?.holds(for: Answers(texts: [0: "17"])) } == [false, true])
    #expect(offers.map { $0?.holds(for: Answers(texts: [0: "18"])) } == [true, false])
  }

  /// What the form did not come to has no value, as ODK has it.
  @Test func whatDoesNotApplyIsBlank() throws {
    let form = try form(
      """
      begin_group,g,,${law} = 'yes'
      calculate,next,${age} + 1,${age} > 17
      end_group,,,
      text,blank,,${next} = ''
      text,nineteen,,${next} = 19
      """)
    func applies(_ name: String, _ answers: Answers) throws -> Bool? {
      try form[name]?.relevant?.bound(to: form, current: nil).holds(for: answers)
    }
    for (law, age, isBlank) in [(0, "18", false), (0, "17", true), (1, "18", true), (0, "", true)] {
      let answers = Answers(texts: [1: age], codes: [0: law])
      #expect(try applies("blank", answers) == isBlank)
      #expect(try applies("nineteen", answers) == !isBlank)
    }
  }

  @Test func unclearAnswersLeaveOpenWhatRestsOnThem() throws {
    let form = try form(
      """
      calculate,next,${age} + 1,
      text,why,,${next} > 18 and ${law} = 'yes'
      """)
    let condition = try #require(try form["why"]?.relevant?.bound(to: form, current: nil))
    func truth(law: Int) -> Bool? {
      condition.truth(for: Answers(codes: [0: law])) { $0.variable == 1 }
    }
    #expect(truth(law: 0) == nil)
    #expect(truth(law: 1) == false)
  }

  /// 12,418 days from the 3rd of February 1990 to that of 2024, and 88 to the 1st of May: 34.24 years.
  @Test func todayIsTheDayOfReceipt() throws {
    let form = try form(
      """
      date,born,,
      calculate,years,int((today() - ${born}) div 365.25),
      text,grown,,${years} = 34 and today() - ${born} = 12506
      text,later,,today() > date('2024-05-01') or today() = '' or ${born} > today()
      """)
    let answers = Answers(texts: [2: "1990-02-03"])
    let grown = try #require(try form["grown"]?.relevant?.bound(to: form, current: nil))
    #expect(grown.holds(for: answers))
    // The day is always known, the answer is not.
    #expect(grown.truth(for: answers) { $0.variable == 2 } == nil)
    let later = try form["later"]?.relevant?.bound(to: form, current: nil)
    #expect(later?.holds(for: answers) == false)
    #expect(later?.holds(for: Answers(texts: [2: "2024-05-02"])) == true)
  }

  @Test(arguments: [
    ("once(random())", "'once' is not known"), ("${years} + 1", "there is no question 'years'"),
    ("${age} +", "the expression ends here"), ("", "it is blank"),
    ("if(. = '', ${age}, 1)", "found '.'"), ("sum(${age})", "sum() is about all units"),
    ("if(${law} = 'yes', 1, 'none')", "if() has values of two kinds"),
    ("${law} + 1", "'+' stands at an answer with the choice 'yes'"),
    ("${score} + 1", "it rests on itself: score → score"),
  ])
  func whatCannotBeReadIsAnErrorWhereSomethingRestsOnIt(
    calculation: String, reason: String
  ) throws {
    func rows(_ relevant: String) -> String {
      """
      calculate,score,"\(calculation)",
      text,why,,\(relevant)
      calculate,more,${score} + 1,
      """
    }
    let form = try form(rows(""))
    #expect(form.questions.count == 3)
    #expect(form.calculations.unread["score"]?.hasPrefix(reason) == true)
    #expect(form.calculations.unread["more"] == "it rests on 'score', which is not read")
    for name in ["score", "more"] {
      #expect(
        try problem(rows("${\(name)} > 1")).hasPrefix(
          "5 [calculation] column 'relevant' of 'why': it rests on 'score', which the form "
            + "calculates (survey.csv, line 4) and which cannot be read: \(reason)"))
    }
  }

  @Test func circlesAreNamed() throws {
    let found = try problem(
      """
      calculate,c,${b},
      calculate,b,${a} + 1,
      calculate,a,${b} + 1,
      text,why,,${c} > 1
      """)
    #expect(found.hasSuffix("cannot be read: it rests on itself: a → b → a"))
  }

  @Test func valuesOfInstancesAndOfSeveralRowsAreNone() throws {
    #expect(
      try problem("begin_repeat,people,,\ncalculate,c,1,\nend_repeat,,,\ntext,why,,${c} > 1")
        .hasSuffix("cannot be read: it has a value for each instance of the repeat 'people'"))
    #expect(
      try problem("calculate,c,1,\ncalculate,c,2,\ntext,why,,${c} > 1")
        .hasSuffix("cannot be read: line 5 calculates the same name"))
  }

  @Test func questionsGoBeforeCalculationsOfTheirName() throws {
    let form = try form("calculate,age,1 + 1,\ntext,why,,${age} > 1")
    #expect(form["why"]?.relevant == (try relevant("${age} > 1")))
  }

  @Test func routingThatRestsOnItselfByACalculationIsRefused() throws {
    #expect(
      try problem("calculate,c,string-length(${why}),\ntext,why,,${c} > 1")
        .contains("the routing of 'why' depends on itself: why → why"))
  }

  @Test func namesAreSuggestedAndValuesHaveNoChoices() throws {
    let rows = "calculate,score,${age} + 1,\ntext,why,,"
    #expect(try problem(rows + "${scor} > 1").hasSuffix("Did you mean 'score'?"))
    #expect(try problem(rows + "\"selected(${score}, 'yes')\"").contains("[not-a-choice]"))
  }

  /// Each name stands for the one before it twice: no memory has room for the last of them.
  @Test func namesThatDoubleAreRefused() throws {
    let names = (1...60).map { "calculate,c\($0),${c\($0 - 1)} + ${c\($0 - 1)},\n" }
    let rows = "calculate,c0,${age},\n" + names.joined() + "text,why,,${NAME} > 1"
    // One part, then 3, 7, 15 …: the eighth has 511, and the ninth 1023.
    #expect(try form(rows.replacing("NAME", with: "c8")).calculations.names.count == 9)
    #expect(
      try problem(rows.replacing("NAME", with: "c60")).contains("it has more than 1000 names"))
  }

  @Test func namesWithoutEndAreRefused() throws {
    let names = (1...5000).map { "calculate,c\($0),${c\($0 + 1)},\n" }
    #expect(
      try problem(names.joined() + "text,why,,${c1} > 1")
        .contains("more than 500 calculations rest on one another"))
  }
}
