import Foundation
import Testing
import _TestSupport

/// Figures of small tables that are counted by hand.
struct TableFigureTests {
  /// Cid replied too late: no code of a variable that follows from answers is his, though one of
  /// its codes is of an attribute.
  @Test func silentUnitsHaveNoCodeOfWhatFollowsFromAnswers() throws {
    let cells = try published(
      """
      variables:
        - name: mixed
          from: response
          codes:
            - {name: silent, of: [did_not_reply]}
            - {name: keen, where: "${score} > 2"}
      tables:
        - {id: mixed, rows: mixed, base: population, statistics: [count]}

      """)
    #expect(cells["mixed/silent/.total/count"] == "0")
    #expect(cells["mixed/keen/.total/count"] == "1")
    #expect(cells["mixed/.not_applicable/.total/count"] == "1")
    #expect(cells["mixed/.did_not_reply/.total/count"] == "1")
    #expect(cells["mixed/.population/.total/count"] == "3")
  }

  /// Ann's 3 counts for 10 units, Bea's 1 for 3.
  @Test func weightedSumsAreRounded() throws {
    let (workdir, run) = try run(
      """
      weights: {post-stratify: [region], totals: {north: 10, south: 3}}
      tables:
        - {id: score, rows: score, statistics: [sum], states: no, decimals: {other: 1}}

      """)
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try workdir.read("Output/small/published/tables/score.csv")
        .contains("units that answered this question,33.0\r\n"))
  }

  /// One question has more of the first choice, the other more of the third, which leads in all.
  @Test func choicesOfAMatrixHaveOneOrder() throws {
    let (workdir, run) = try run(
      """
      variables:
        - name: other
          codes:
            - {name: "1", label: Low, where: "${score} = '2' and ${region} = 'north'"}
            - {name: "2", label: Fair, where: "${score} = '2'"}
            - {name: "3", label: High, where: "${score} != '2'"}
      tables:
        - {id: score, rows: [score, other], layout: matrix, order: count, statistics: [count]}

      """)
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try workdir.read("Output/small/published/tables/score.csv").hasSuffix(
        ",High,Low,Fair,Base: units that answered this question\r\n"
          + "Score,1,1,0,2\r\nother,2,0,0,2\r\n"))
  }

  /// North is 60 of 100 by the totals, whoever replied.
  @Test func sharesThatTheTotalsSettleHaveNoInterval() throws {
    let cells = try published(
      """
      weights: {post-stratify: [region], totals: {north: 60, south: 40}}
      sample: {confidence: 95}
      tables:
        - {id: region, rows: region, statistics: [percent, lower-limit, upper-limit]}

      """)
    for statistic in ["percent", "lower-limit", "upper-limit"] {
      #expect(cells["region/north/.total/\(statistic)"] == "60")
    }
  }

  /// Limits of a mean stand where figures of the numbers do.
  @Test func limitsOfAScaleAreThoseOfItsMean() throws {
    let cells = try published(
      """
      sample: {confidence: 95}
      tables:
        - {id: shares, rows: score, statistics: [percent, lower-limit]}
        - {id: means, rows: score, statistics: [mean, lower-limit]}
        - {id: days, rows: [day, score], statistics: [count, lower-limit]}

      """)
    #expect(cells["shares/.base/.total/lower-limit"] == nil)
    #expect(cells["shares/3/.total/lower-limit"]?.isEmpty == false)
    // R: t.test(c(3, 1))$conf.int
    #expect(cells["means/.base/.total/lower-limit"] == "-10.7062047362")
    #expect(cells["days/day:.value/.total/lower-limit"] == nil)
  }

  @Test func sampleOfMoreUnitsThanThereAre() throws {
    let run = try run("sample: {population: 1}\ntables:\n  - rows: region\n").run
    #expect(run.status == 78)
    #expect(
      run.error.hasSuffix(
        "tables.yaml:1: error: [sample-population] the sample is said to be drawn from 1 units, "
          + "but 2 replied; expected at least as many\n"))
  }

  /// Published values by table, row, column and statistic.
  private func published(_ plan: String) throws -> [String: String] {
    let (workdir, run) = try run(plan)
    #expect(run.status == 0, "\(run.error)")
    var values: [String: String] = [:]
    for line in try workdir.read("Output/small/published/cells.csv").split(separator: "\n") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      values["\(fields[0])/\(fields[2])/\(fields[5])/\(fields[7])"] = String(fields[8])
    }
    return values
  }

  private func run(_ plan: String) throws -> (workdir: Workdir, run: CommandRun) {
    let workdir = try Workdir()
    try workdir.write(
      """
      title: Small
      cut-off: 2024-06-30
      unit: respondent
      sources:
        - {file: replies.csv, unit: {column: who}, received: {column: received}}

      """, to: "Pipelines/small/pipeline.yaml")
    try workdir.write(
      """
      type,name,label
      select_one region,region,Region
      select_one score,score,Score
      date,day,Day

      """, to: "Pipelines/small/survey.csv")
    try workdir.write(
      """
      list_name,name,label
      region,north,North
      region,south,South
      score,1,Low
      score,2,Fair
      score,3,High

      """, to: "Pipelines/small/choices.csv")
    try workdir.write(plan, to: "Pipelines/small/tables.yaml")
    try workdir.write(
      """
      who,received,region,score,day
      Ann,2024-06-01,north,3,2024-05-01
      Bea,2024-06-02,south,1,2024-05-02
      Cid,2024-07-01,south,2,2024-05-03

      """, to: "Input/small/replies.csv")
    return (workdir, try StageRunner(workdir, collection: "small").runAll())
  }
}
