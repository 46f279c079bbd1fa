import Testing

@testable import Drafting

struct NameMakerTests {
  @Test(arguments: [
    ("Q1", "Q1"), ("What is your role?", "what_is_your_role"), ("Role", "role"),
    ("État de l’Union", "etat_de_l_union"), ("a/b", "a_b"), ("???", "q7"), ("", "q7"),
    ("ваша роль", "ваша_роль"),
    (
      "How did you hear of the course that was held in spring?",
      "how_did_you_hear_of_the_course_that_was"
    ),
  ])
  func names(text: String, expected: String) {
    var maker = NameMaker()
    #expect(maker.name(for: text, otherwise: "q7") == expected)
  }

  /// Of questions, which survey tools put into XML.
  @Test(arguments: [
    ("9. Any remark?", "q9_any_remark"), ("2a", "q2a"), ("_id", "_id"), ("Role", "role"),
    ("٣ items", "q3_items"),
  ])
  func namesOfQuestions(text: String, expected: String) {
    var maker = NameMaker(ofQuestions: true)
    #expect(maker.name(for: text, otherwise: "q7") == expected)
  }

  @Test func eachNameOnce() {
    var maker = NameMaker(reserved: ["status"])
    #expect(maker.name(for: "Status", otherwise: "q1") == "status_2")
    #expect(maker.name(for: "Role", otherwise: "q2") == "role")
    #expect(maker.name(for: "ROLE", otherwise: "q3") == "role_2")
  }
}
