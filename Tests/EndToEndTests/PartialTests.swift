import Foundation
import Questionnaire
import Testing
import _TestSupport

/// `rapporteur-aggregate --partial` and `--merge`: replies that are counted in parts.
struct PartialTests {
  /// Any parting of the replies, merged in any order with any number of jobs, gives the bytes of
  /// one run; States and respondents, numbers, lists and late replies alike.
  @Test(arguments: ["state", "respondent"])
  func anyPartingAndOrder(unit: String) throws {
    var random = SplitMix64(seed: unit == "state" ? 7 : 8)
    let replies = Replies(unit: unit, using: &random)
    let whole = try replies.collection()
    try replies.receive(Array(replies.records.indices), in: whole, "whole")
    let run = try replies.run(whole, "whole", through: "aggregate")
    #expect(run.status == 0, "\(run.error)")
    let expected = try Self.files(whole, "whole")
    #expect(expected.allSatisfy { $0.count > 100 })

    for round in 1...4 {
      let count = Int.random(in: 2...6, using: &random)
      var parts = [[Int]](repeating: [], count: count)
      for index in replies.records.indices {
        parts[Int.random(in: 0..<count, using: &random)].append(index)
      }
      var files: [String] = []
      for (index, part) in parts.enumerated() {
        let name = "part-\(round)-\(index)"
        try replies.receive(part, in: whole, name)
        let jobs = Int.random(in: 1...4, using: &random)
        #expect(try replies.run(whole, name, through: "validate").status == 0)
        let run = try replies.run(
          whole, name, "aggregate", ["--partial", "\(name).csv", "--jobs", String(jobs)])
        #expect(run.status == 0, "\(run.error)")
        #expect(!whole.exists("Output/\(name)/aggregated"))
        files.append("\(name).csv")
      }
      files.shuffle(using: &random)
      let jobs = Int.random(in: 1...4, using: &random)
      let run = try replies.run(
        whole, "merged-\(round)", "aggregate", ["--jobs", String(jobs), "--merge"] + files)
      #expect(run.status == 0, "\(run.error)")
      #expect(try Self.files(whole, "merged-\(round)") == expected, "\(parts)")
      let export = try replies.run(whole, "merged-\(round)", "export")
      #expect(export.status == 65)
      #expect(
        export.error.hasPrefix(
          "Output/merged-\(round)/aggregated: error: [merged] the folder was joined from partials; "
        ),
        "\(export.error)")
    }
  }

  @Test func refusesWhatWouldCountTwiceOrWrong() throws {
    var random = SplitMix64(seed: 9)
    let replies = Replies(unit: "state", using: &random)
    let workdir = try replies.collection()
    for (name, part) in [("a", [0, 1, 2]), ("b", [2, 3])] {
      try replies.receive(part, in: workdir, name)
      #expect(try replies.run(workdir, name, through: "validate").status == 0)
      let run = try replies.run(workdir, name, "aggregate", ["--partial", "\(name).csv"])
      #expect(run.status == 0, "\(run.error)")
    }
    let key = replies.records[2].key
    let twice = try replies.run(workdir, "ab", "aggregate", ["--merge", "a.csv", "b.csv"])
    #expect(twice.status == 65)
    #expect(
      twice.error == "b.csv: error: [unit-twice] '\(key)' is counted here and in a.csv too; "
        + "expected each unit in one partial. Leave one of the two out, or run its submissions "
        + "together with the others\n")
    #expect(!workdir.exists("Output/ab/aggregated"))

    let text = try workdir.read("a.csv")
    try workdir.write(text.components(separatedBy: "\nend").first ?? "", to: "cut.csv")
    let cut = try replies.run(workdir, "ab", "aggregate", ["--merge", "cut.csv"])
    #expect(cut.status == 65)
    #expect(cut.error.contains("[no-partial] this is not a whole partial"))

    // Nobody is said to have replied, though a cell lists the first of those that did.
    let lines = text.components(separatedBy: "\n")
    let others = lines.filter { !$0.hasPrefix("replied,") && !$0.hasPrefix("end,") && !$0.isEmpty }
    try workdir.write(
      (others + ["end,,\(others.count - 1),,", ""]).joined(separator: "\n"), to: "none.csv")
    let none = try replies.run(workdir, "ab", "aggregate", ["--merge", "none.csv"])
    #expect(none.status == 65)
    #expect(none.error.contains("[no-partial] this is not a whole partial"), "\(none.error)")

    try workdir.replace(
      "rows: day, columns: [color]", with: "rows: day", in: "Pipelines/small/tables.yaml")
    let other = try replies.run(workdir, "ab", "aggregate", ["--merge", "a.csv"])
    #expect(other.status == 65)
    #expect(other.error.hasPrefix("a.csv:2: error: [other-definition] "))

    let both = try replies.run(
      workdir, "ab", "aggregate", ["--partial", "c.csv", "--merge", "a.csv"])
    #expect(both.status == 64)
  }

  /// "H05" and " h05" are one respondent in one run, so that they are in two parts.
  @Test func otherSpellingsAreOneUnit() throws {
    var random = SplitMix64(seed: 10)
    let replies = Replies(unit: "respondent", using: &random)
    let workdir = try replies.collection()
    for (name, unit, day) in [
      ("a", "H05", "2024-06-03"), ("b", " h05", "2024-06-04"), ("late", "Ｈ05", "2024-07-01"),
    ] {
      try workdir.write(
        "who,received,color,ticks,number,day\n\(unit),\(day),red,1,1.25,\n",
        to: "Input/\(name)/replies.csv")
      #expect(try replies.run(workdir, name, through: "validate").status == 0)
      let run = try replies.run(workdir, name, "aggregate", ["--partial", "\(name).csv"])
      #expect(run.status == 0, "\(run.error)")
    }
    let twice = try replies.run(workdir, "ab", "aggregate", ["--merge", "a.csv", "b.csv"])
    #expect(twice.status == 65)
    #expect(
      twice.error.hasPrefix(
        "b.csv: error: [unit-twice] 'h05' is counted here and in a.csv too, as 'H05'; expected "),
      "\(twice.error)")
    // Who replied in one part is not late for what another has.
    #expect(
      try replies.run(workdir, "late", "aggregate", ["--merge", "a.csv", "late.csv"]).status == 0)
    #expect(try replies.run(workdir, "alone", "aggregate", ["--merge", "a.csv"]).status == 0)
    #expect(try Self.files(workdir, "late") == Self.files(workdir, "alone"))
  }

  private static func files(_ workdir: Workdir, _ name: String) throws -> [String] {
    try ["cells.csv", "behind.csv", "answer-states.csv"].map {
      try workdir.read("Output/\(name)/aggregated/\($0)")
    }
  }
}

/// Random replies to a small questionnaire, that are received in parts.
private struct Replies {
  let unit: String
  let records: [(key: String, line: String)]

  init(unit: String, using random: inout SplitMix64) {
    self.unit = unit
    let states = ["AFG", "BRA", "CHN", "DEU", "EGY", "FRA", "GHA", "HUN", "IND", "JPN", "KEN"]
    let keys = unit == "state" ? states : (1...30).map { "person \($0)" }
    records = keys.map { key in
      let day = ["2024-06-03", "2024-06-30", "2024-07-01"].randomElement(using: &random) ?? ""
      let color = ["red", "green", "blue", ""].randomElement(using: &random) ?? ""
      let ticks = ["1", "2", "1 2", ""].randomElement(using: &random) ?? ""
      let number = Int.random(in: -3...3, using: &random)
      return (key, "\(key),\(day),\(color),\(ticks),\(number).25,2024-0\(number + 4)-10\n")
    }
  }

  func collection() throws -> Workdir {
    let workdir = try Workdir()
    if unit == "state" { try workdir.copy("Pipelines/registers", to: "Pipelines/registers") }
    try workdir.write(
      """
      title: Small
      cut-off: 2024-06-30
      unit: \(unit)
      sources:
        - file: replies.csv
          unit: {column: who\(unit == "state" ? ", by: iso3" : "")}
          received: {column: received}

      """, to: "Pipelines/small/pipeline.yaml")
    try workdir.write(
      """
      type,name,label
      select_one color,color,Color
      select_multiple tick,ticks,Ticks
      decimal,number,Number
      date,day,Day

      """, to: "Pipelines/small/survey.csv")
    try workdir.write(
      """
      list_name,name,label
      color,red,Red
      color,green,Green
      color,blue,Blue
      tick,1,One
      tick,2,Two

      """, to: "Pipelines/small/choices.csv")
    try workdir.write(
      """
      tables:
        - {id: replies, rows: response, lists: all}
        - {each: closed, columns: [response], lists: all, states: yes}
        - {id: number, rows: number, columns: [color], lists: [.value, .did_not_reply]}
        - {id: day, rows: day, columns: [color]}

      """, to: "Pipelines/small/tables.yaml")
    return workdir
  }

  func receive(_ part: [Int], in workdir: Workdir, _ name: String) throws {
    let lines = part.map { records[$0].line }.joined()
    try workdir.write(
      "who,received,color,ticks,number,day\n" + lines, to: "Input/\(name)/replies.csv")
  }

  func run(
    _ workdir: Workdir, _ name: String, _ stage: String, _ arguments: [String] = []
  ) throws -> CommandRun {
    try CommandRun(
      "\(CommandRun.binaries)/rapporteur-\(stage)",
      [
        "--pipeline", "Pipelines/small", "--input", "Input/\(name)", "--output", "Output/\(name)",
      ] + arguments, in: workdir.path)
  }

  func run(_ workdir: Workdir, _ name: String, through last: String) throws -> CommandRun {
    var run = try run(workdir, name, StageRunner.stages[0])
    for stage in StageRunner.stages.dropFirst() where run.status == 0 {
      run = try self.run(workdir, name, stage)
      if stage == last { break }
    }
    return run
  }
}
