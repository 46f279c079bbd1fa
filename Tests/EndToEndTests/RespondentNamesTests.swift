import Testing
import _TestSupport

/// Which identifiers are one respondent: those that people read as one, whatever they are made of.
struct RespondentNamesTests {
  /// How many respondents there are is put down by hand.
  @Test(arguments: [
    // One letter, or a letter and its accent.
    (["Zo\u{EB}", "Zoe\u{308}"], 1), (["Zoë", "Zoe"], 2), (["\u{212B}", "\u{C5}"], 1),
    (["\u{AC00}", "\u{1100}\u{1161}"], 1),
    // Case, full width, blanks around and within, signs that nobody sees.
    (["ab 1", "AB  1", " ab 1 "], 1), (["ＡＢ１", "ab1"], 1), (["a\u{200B}b", "ab"], 1),
    (["straße", "STRASSE"], 1),
    // Twins are told, and two.
    (["007", "7"], 2), (["AB-12", "AB 12", "AB12"], 3), (["a-b", "a b"], 2), (["12.0", "12"], 2),
  ])
  func respondents(names: [String], expected: Int) throws {
    let records = names.map { "\"\($0)\",2005-06-01,Yes\n" }.joined()
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n", pipeline: "fail-on: never\n",
      replies: "Who,Received,q1\n\(records)")
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error)")
    let units = CSVText.rows(try replies.workdir.read("Output/replies/validated/units.csv"))
    #expect(units.count == expected)
  }

  /// Who may be a twin is reported of each that has blanks, hyphens or noughts; of others there is none.
  @Test(arguments: [
    (["007", "7"], 1), (["7", "007"], 1), (["AB-12", "AB 12"], 1), (["AB12", "AB-12", "AB 12"], 2),
    (["AB12", "AC12"], 0), (["a-b", "a b"], 0), (["1001", "1002", "10.01"], 0),
    (["12.0", "12"], 1),
  ])
  func twins(names: [String], expected: Int) throws {
    let records = names.map { "\"\($0)\",2005-06-01,Yes\n" }.joined()
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n", pipeline: "fail-on: never\n",
      replies: "Who,Received,q1\n\(records)")
    try #require(try replies.run().status == 0)
    let found = try replies.rows("machine/findings.csv", "rule").filter { $0 == "similar-units" }
    #expect(found.count == expected)
  }
}
