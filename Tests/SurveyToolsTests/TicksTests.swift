import Basics
import SurveyTools
import Testing

struct TicksTests {
  /// What the tools' manuals and people's spreadsheets have; put together from all files.
  @Test func words() {
    #expect(
      Set(Ticks.marks.map(\.text)) == [
        "1", "yes", "y", "oui", "sí", "si", "x", "true", "checked", "selected", "1.0",
      ])
    #expect(
      Set(Ticks.noughts.map(\.text)) == [
        "0", "no", "n", "non", "false", "unchecked", "not selected", "0.0",
      ])
  }

  /// All tools' words are understood in every source, so none may be another's opposite.
  @Test func noWordIsBoth() {
    #expect(Ticks.marks.isDisjoint(with: Ticks.noughts))
    for convention in HeaderConvention.allCases {
      let converted = convention.tool.ticks.convertedNought.map { TextKey($0) }
      #expect(converted.map(Ticks.marks.contains) != true)
    }
  }

  /// A tool that writes marks says which; one that does not know noughts cannot answer with them.
  @Test(arguments: HeaderConvention.allCases)
  func isConsistent(convention: HeaderConvention) {
    let ticks = convention.tool.ticks
    if ticks.writesMarks == true { #expect(!ticks.ticked.isEmpty && !ticks.notTicked.isEmpty) }
    if ticks.noughtsAreAnswers { #expect(!ticks.notTicked.isEmpty) }
    #expect(ticks.separator != ticks.otherSeparator)
  }
}
