import Phrases
@testable import ReportProse
import Testing

struct ReportListTests {
  @Test func nobody() {
    #expect(ReportFigures.list([], most: nil, inSentence: true, in: .english) == "none")
    #expect(ReportFigures.list([], most: 2, inSentence: false, in: .french) == "aucun")
  }

  @Test func examplesOfMoreNamesThanAskedFor() {
    let names = ["Chad", "Mali", "Peru"]
    func list(_ most: Int, _ inSentence: Bool, _ language: Language) -> String {
      ReportFigures.list(names, most: most, inSentence: inSentence, in: language)
    }
    #expect(list(2, true, .english) == "for example Chad and Mali")
    #expect(list(3, true, .english) == "Chad, Mali and Peru")
    #expect(list(1, false, .french) == "par exemple Chad")
  }
}
