import Basics
import Definition
import SurveyTools
@testable import Drafting
import Testing

struct AnswerGuessTests {
  private func kind(
    _ texts: [(String, Int)], elsewhere: Int = 0, separator: String = "; "
  ) -> AnswerGuess.Kind {
    let column = ExportColumn(
      position: 0, heading: "Q", label: "", option: "",
      texts: texts.map { .init(text: $0.0, count: $0.1) }, elsewhere: elsewhere)
    return AnswerGuess(
      column, separator: separator, dates: DateGuess(column, writtenBy: HeaderConvention.plain.tool)
    ).kind
  }

  @Test func numbersAndDates() {
    #expect(kind([("5", 3), ("12", 1)]) == .integer)
    #expect(kind([("5", 3), ("1.5", 1)]) == .decimal)
    #expect(kind([("5", 3), ("1,5", 1), ("x", 1), ("y", 1)]) == .text)
    #expect(kind([("2024-05-01", 2), ("2024-05-03 10:00", 1)]) == .date)
  }

  @Test func choices() {
    #expect(kind([("Mail", 4), ("Web", 3)]) == .selectOne(["Mail", "Web"]))
    #expect(kind([("Mail", 1), ("Web", 1), ("Fax", 1)]) == .text)
    // One spelling for what is held to be the same: the most frequent.
    #expect(kind([("mail ", 1), ("Mail", 4), ("Web", 3)]) == .selectOne(["Mail", "Web"]))
    #expect(kind([("Mail", 4), ("Web", 3)], elsewhere: 1) == .text)
  }

  /// Yes without a no, one of each, and numbered labels out of order.
  @Test func familiarLists() {
    #expect(kind([("Yes", 1)]) == .selectOne(["Yes", "No"]))
    #expect(kind([("non", 1), ("oui", 1)]) == .selectOne(["oui", "non"]))
    #expect(
      kind([("3 – Good", 4), ("1 – Bad", 2), ("2 – Fair", 2)])
        == .selectOne(["1 – Bad", "2 – Fair", "3 – Good"]))
  }

  @Test func joinedTicks() {
    #expect(
      kind([("Mail; Web", 3), ("Mail", 2), ("Web; Fax", 2)])
        == .selectMultiple(["Mail", "Web", "Fax"])
    )
  }

  /// A few answers that recur, and some that do not: these are what was written under "other".
  @Test func writeIns() {
    func guess(_ texts: [(String, Int)], _ writeIns: AnswerGuess.WriteIns) -> AnswerGuess {
      let column = ExportColumn(
        position: 0, heading: "Q", label: "", option: "",
        texts: texts.map { .init(text: $0.0, count: $0.1) }, elsewhere: 0)
      return AnswerGuess(column, separator: ";", dates: nil, writeIns: writeIns)
    }
    let texts = [("Shop", 3), ("shop", 1), ("Market", 2), ("my aunt", 1), ("abroad", 1)]
    #expect(guess(texts, .usual).kind == .selectOne(["Shop", "Market"]))
    #expect(guess(texts, .usual).writeIns == ["my aunt", "abroad"])
    // Choices that few took, where nobody knows that people can write.
    for writeIns in [AnswerGuess.WriteIns.never, .perhaps] {
      #expect(guess(texts, writeIns).kind == .selectOne(["Shop", "Market", "my aunt", "abroad"]))
    }
    let few = [("Shop", 2), ("Market", 2), ("my aunt", 1)]
    #expect(guess(few, .perhaps).writeIns == ["my aunt"])
    #expect(guess(few, .never).kind == .text)
    #expect(guess(few + [("x", 1)], .usual).kind == .text)
  }

  @Test func textsThatMeanNoAnswer() {
    let column = ExportColumn(
      position: 0, heading: "Q", label: "", option: "",
      texts: [.init(text: "Yes", count: 3), .init(text: "N/A", count: 1)], elsewhere: 0)
    let guess = AnswerGuess(column, separator: ";", dates: nil)
    #expect(guess.kind == .selectOne(["Yes", "No"]))
    #expect(guess.missing == ["N/A"])
    // What means "no answer" does not make a choice of the one text that somebody wrote.
    #expect(kind([("a remark", 1), ("-99", 4)]) == .text)
    #expect(kind([("N/A", 2)]) == .text)
  }

  /// The order of dates is taken where only one reads them all, and marked where two do.
  @Test(arguments: [
    (
      ["25/12/2024", "03/04/2024"], DateOrder?.some(.dmy),
      "only dmy reads them all"
    ),
    (["12/25/2024", "03/04/2024"], .mdy, "only mdy reads them all"),
    (["03/04/2024"], .dmy, "dmy and mdy read them all"),
    (["2024-04-03"], nil, ""),
  ])
  func dateOrders(texts: [String], order: DateOrder?, why: String) throws {
    let column = ExportColumn(
      position: 0, heading: "Q", label: "", option: "",
      texts: texts.map { .init(text: $0, count: 1) }, elsewhere: 0)
    let guess = try #require(DateGuess(column, writtenBy: HeaderConvention.plain.tool))
    #expect(guess.dates.order == order)
    #expect(guess.why ?? "" == why)
  }
}
