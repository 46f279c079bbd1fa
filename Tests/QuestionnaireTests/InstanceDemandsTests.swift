@testable import Questionnaire
import Testing
import _TestSupport

/// The form as each instance of a repeat was asked it.
struct InstanceDemandsTests {
  /// An instance of which the village is known.
  private struct Village: AnswerSource {
    let code: Int

    func code(of variable: Int) -> Int? { variable == 0 ? code : nil }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { false }
    func text(of variable: Int) -> String { "" }
    func isUnclear(_ variable: Int) -> Bool { false }
  }

  private func form(_ survey: String) throws -> Questionnaire {
    let workdir = try Workdir()
    try workdir.write(survey, to: "survey.csv")
    try workdir.write(
      "list_name,name,of\nyn,yes,\nyn,no,\nvillage,a,\nvillage,b,\n"
        + "work,farm,all\nwork,port,a\n",
      to: "choices.csv")
    return try Questionnaire(folder: workdir.path)
  }

  private static let survey = """
    type,name,relevant,constraint,required,calculation,choice_filter
    select_one village,village,,,,,
    begin_repeat,people,${village} = 'a',,,,
    integer,age,,. < 120,yes,,
    calculate,minor,,,,"if(${age} < 18, 1, 0)",
    begin_group,grown,${minor} = 0,,,,
    select_one work,work,${age} < 70,,,,of = 'all' or of = ${village}
    date,since,,,,,
    end_group,,,,,,
    end_repeat,,,,,,
    begin_repeat,cars,,,,,
    select_one yn,old,,,,,
    end_repeat,,,,,,

    """

  @Test func submissionsHaveWhatAllInstancesAnswer() throws {
    let form = try form(Self.survey)
    let work = try #require(form["work"])
    guard case .selectMultiple = work.type else {
      Issue.record("\(work.type)")
      return
    }
    #expect(form["since"]?.type == .text)
    #expect(work.relevant?.references == ["village"])
    #expect(work.offers == nil)
    #expect(form["age"]?.constraint == nil)
    #expect(form["age"]?.isRequired == false)
  }

  @Test func anInstanceHasItsOwn() throws {
    let form = try form(Self.survey).asked(ofEach: "people")
    let work = try #require(form["work"])
    guard case .selectOne = work.type else {
      Issue.record("\(work.type)")
      return
    }
    #expect(work.index == 2)
    #expect(work.repeatName == nil)
    #expect(form["since"]?.type == .date)
    #expect(Set(work.relevant?.references ?? []) == ["village", "age"])
    #expect(form["age"]?.constraint != nil)
    #expect(form["age"]?.isRequired == true)
    // Other repeats are what all their instances answer together.
    #expect(form["old"]?.repeatName == "cars")
    guard case .selectMultiple? = form["old"]?.type else {
      Issue.record("a car is no unit")
      return
    }
  }

  /// A filter that not every choice need answer: "all" is no village.
  @Test func aFilterComparesWithWhatIsNoChoice() throws {
    let form = try form(Self.survey).asked(ofEach: "people")
    let offers = try #require(form["work"]).offers(in: form)
    #expect(offers.map { $0?.holds(for: Village(code: 0)) } == [nil, true])
    #expect(offers.map { $0?.holds(for: Village(code: 1)) } == [nil, false])
  }

  /// What the rows of the list do not say is a slip.
  @Test func aFilterDoesNotCompareWithAnything() throws {
    let survey = Self.survey.replacing("of = 'all'", with: "${village} = 'aville'")
    #expect(throws: (any Error).self) { try form(survey).asked(ofEach: "people") }
  }

  /// Nobody minds a filter that cannot be read while submissions are counted.
  @Test func aFilterIsReadWhereInstancesAreCounted() throws {
    let form = try form(Self.survey.replacing("of = 'all'", with: "of = 'all"))
    #expect(form["work"]?.offers == nil)
    #expect(throws: (any Error).self) { try form.asked(ofEach: "people") }
    #expect(throws: Never.self) { try form.asked(ofEach: "cars") }
  }
}
