import Testing
import _TestSupport

/// `index.html` as the programs publish it. What it does in a browser, `Oracles/page_oracle.py` looks at.
struct PageTests {
  /// Ten said yes, two no and three nothing: both shares are withheld, and with them the bar.
  @Test func inConfidenceNobodyIsNamedAndNoBarIsDrawn() throws {
    let answers = (0..<15).map { $0 < 10 ? "Yes" : $0 < 12 ? "No" : "" }
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n", pipeline: "disclosure: {threshold: 3}\nfail-on: never",
      replies: "Who,Received,q1\n"
        + answers.enumerated().map { "Person\($0),2005-06-01,\($1)\n" }.joined())
    #expect(try replies.run().status == 0)
    let page = try replies.workdir.read("Output/replies/published/index.html")
    for absent in ["Person", "<tr data-k=", "<dl class=\"names\">", "2005-06-01"] {
      #expect(!page.contains(absent), "\(absent)")
    }
    let table = try #require(page.split(separator: "<section class=\"table\"").dropFirst().first)
    #expect(!table.contains("<rect x="))
    #expect(table.contains("<span class=\"sign\">[c]</span>"))
    #expect(table.contains("<td>[c]<td>[c]"))
    // Who replied is no secret: 15 of 15.
    #expect(page.contains("<dd>15 <small>100%</small></dd>"))
  }

  /// Respondents who reply in the open stand in no register, and are not listed either. One replied on
  /// the first of two days, both by the second: half of the axis of two, then all of it.
  @Test func respondentsAreNotListed() throws {
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n", pipeline: "fail-on: never",
      replies: "Who,Received,q1\nPerson1,2005-06-01,Yes\nPerson2,2005-06-02,No\n")
    #expect(try replies.run().status == 0)
    let page = try replies.workdir.read("Output/replies/published/index.html")
    #expect(!page.contains("Person") && !page.contains("id=\"units\""))
    #expect(page.contains("<h3>Response over time</h3>"))
    #expect(page.contains("<path d=\"M0 100V50"))
    #expect(page.contains("<rect x=\"0%\" width=\"50%\" class=\"c0\"/><text x=\"25%\">50</text>"))
  }

  /// Three States reply, on two days of the 31 up to the cut-off: the first is the day 0, the second
  /// the day 15, half of 30.
  @Test func statesAreListedWithWhatTheyAnswered() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try workdir.write(
      """
      title: "<script>Lois</script>"
      cut-off: 2024-05-31
      unit: state
      language: fr
      fail-on: never
      sources:
        - {file: r.csv, unit: {column: state, by: iso3}, received: {column: received}, separator: ;}

      """, to: "Pipelines/some/pipeline.yaml")
    try workdir.write(
      "type,name,label\nselect_one l,law,Y a-t-il une loi ?\nselect_multiple l,laws,Lesquelles ?\n",
      to: "Pipelines/some/survey.csv")
    try workdir.write(
      "list_name,name,label\nl,yes,\"Oui \"\" onload=\"\"x\"\nl,no,Non\n",
      to: "Pipelines/some/choices.csv")
    try workdir.write(
      "tables:\n  - {rows: law, lists: all}\n  - {rows: laws}\n", to: "Pipelines/some/tables.yaml")
    try workdir.write(
      "state,received,law,laws\nDEU,2024-05-01,yes,yes;no\nESP,2024-05-16,yes,no\nFRA,2024-05-16,no,\n",
      to: "Input/some/r.csv")
    let run = try StageRunner(workdir, collection: "some").runAll()
    #expect(run.status == 0, "\(run.error)")
    let page = try workdir.read("Output/some/published/index.html")
    #expect(page.contains("<html lang=\"fr\" dir=\"ltr\">"))
    #expect(page.contains("<title>&lt;script&gt;Lois&lt;/script&gt;</title>"))
    #expect(page.contains("<span dir=\"auto\">Oui &quot; onload=&quot;x</span>"))
    #expect(!page.contains("onload=\""))
    #expect(
      page.contains("data-u=\"DEU\" data-a=\"a ab\"><th scope=\"row\" dir=\"auto\">Allemagne"))
    #expect(page.contains("data-u=\"FRA\" data-a=\"b .\"><th scope=\"row\" dir=\"auto\">France"))
    #expect(page.contains("<dd dir=\"auto\">Allemagne, Espagne</dd>"))
    // 1 of 4, then 3 of 4.
    #expect(page.contains("<path d=\"M0 100V75H50V25H100\""))
    #expect(page.contains("États et leurs réponses"))
  }

  /// Offices of a list of their own are listed as States are, but stand on no map.
  @Test func listedUnitsAreFound() throws {
    let workdir = try Workdir()
    try workdir.write(
      """
      title: Offices
      cut-off: 2024-05-31
      unit: listed
      language: en
      fail-on: never
      attributes:
        - name: size
          label: Size
          codes: [{name: small, label: Small}, {name: large, label: Large}]
      sources:
        - {file: r.csv, unit: {column: office}, received: {column: received}}

      """, to: "Pipelines/some/pipeline.yaml")
    try workdir.write(
      "code,name_en,size\nzrh,Zürich,small\naar,\"Århus <b>\",large\nbon,Bonn,small\n",
      to: "Pipelines/some/units.csv")
    try workdir.write(
      "type,name,label\nselect_one l,law,Is there one?\n", to: "Pipelines/some/survey.csv")
    try workdir.write(
      "list_name,name,label\nl,yes,Yes\nl,no,No\n", to: "Pipelines/some/choices.csv")
    try workdir.write(
      "tables:\n  - {rows: law, lists: all, chart: no}\n", to: "Pipelines/some/tables.yaml")
    try workdir.write(
      "office,received,law\nzrh,2024-05-01,yes\nbon,2024-05-16,no\n", to: "Input/some/r.csv")
    let run = try StageRunner(workdir, collection: "some").runAll()
    #expect(run.status == 0, "\(run.error)")
    let page = try workdir.read("Output/some/published/index.html")
    #expect(page.contains("Units and their answers") && page.contains("Find a unit"))
    #expect(!page.contains("id=\"map\"") && !page.contains("States"))
    #expect(page.contains("data-u=\"zrh\" data-a=\"a\"><th scope=\"row\" dir=\"auto\">Zürich"))
    #expect(
      page.contains("data-u=\"aar\" data-a=\"\"><th scope=\"row\" dir=\"auto\">Århus &lt;b&gt;"))
    #expect(page.contains("<dd dir=\"auto\">Zürich</dd>"))
    // The plan wants no chart of it; response has one.
    let table = try #require(page.split(separator: "<section class=\"table\"").dropFirst().first)
    #expect(!table.contains("class=\"chart\""))
  }
}
