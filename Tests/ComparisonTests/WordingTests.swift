import Testing

@testable import Comparison

struct WordingTests {
  @Test(arguments: [
    ("Did you attend?", "  did you\u{A0}ATTEND", true),
    ("Non-parties (if any)", "non parties, if any.", true),
    ("1.5 per cent", "15 per cent", false),
    ("Is it 5 %?", "Is it 5?", false),
    ("from -5 on", "from 5 on", false),
    ("2-5 days", "2 – 5 days", true),
    ("Who attended?", "Who did not attend?", false),
    ("côté", "cote", false),
  ])
  func agreesWithoutCaseBlanksAndPunctuation(left: String, right: String, isSame: Bool) {
    #expect((Wording(left) == Wording(right)) == isSame)
  }
}
