import Testing
import _TestSupport

/// Rounds of which some choices are no opinion: the figures are counted by hand from the replies of
/// `TwoRounds`.
struct RoundsOpinionTests {
  private func changes(_ question: String, marking choices: [(file: String, row: String)]) throws
    -> [String]
  {
    let rounds = try TwoRounds()
    for (file, row) in choices {
      let path = "Pipelines/\(file)/choices.csv"
      let lines = try rounds.workdir.read(path).split(separator: "\n").map(String.init)
      #expect(lines.contains(row))
      let marked = lines.enumerated().map { number, line in
        number == 0 ? "\(line),substantive" : "\(line),\(line == row ? "no" : "")"
      }
      try rounds.workdir.write(marked.joined(separator: "\n") + "\n", to: path)
    }
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let columns = [
      "choice", "units", "from_numerator", "from_base", "to_numerator", "to_base", "change",
    ]
    return CSVText.rows(try rounds.compared("machine/changes.csv"))
      .filter { $0["question"] == question && $0["attribute"] == "" }
      .map { row in columns.map { row[$0] ?? "?" }.joined(separator: ",") }
  }

  /// Marked in the newer round alone, it is none in either: of France, Germany and Namibia the base
  /// then was France and Namibia, of France, Germany, Libya and Montenegro it now is France and
  /// Libya. In both rounds were France, Germany and Libya, to which it did not apply then.
  @Test func theNewerFormSaysWhatIsNoOpinion() throws {
    let found = try changes("q2", marking: [("survey-2012", "level,3,High")])
    #expect(
      found == [
        "1,all,1,2,1,2,0", "2,all,1,2,1,2,0", "1,both,1,1,1,2,-50", "2,both,0,1,1,2,50",
      ])
  }

  /// Marked in the earlier round alone, the newer form holds for a choice in both, and the earlier
  /// for one that was dropped: Namibia ticked nothing but the post.
  @Test func theEarlierFormSaysItOfWhatWasDropped() throws {
    let marks = [("survey-2005", "level,3,High"), ("survey-2005", "means,post,Post")]
    let levels = try changes("q2", marking: [marks[0]])
    #expect(levels.first == "1,all,1,3,1,4,-8.333333333333" && levels.count == 6)
    let means = try changes("q3", marking: [marks[1]])
    #expect(
      means == [
        "press,all,2,3,2,4,-16.666666666667", "radio,all,2,3,1,4,-41.666666666667",
        "web,all,,,2,4,", "press,both,2,2,2,2,0", "radio,both,1,2,0,2,-50", "web,both,,,1,2,",
      ])
  }
}
