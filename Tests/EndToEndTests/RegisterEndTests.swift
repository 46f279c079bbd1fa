import Testing
import _TestSupport

/// A cut-off later than what the registers know of the treaty, or of the States.
struct RegisterEndTests {
  private func tables(
    _ cutOff: String, _ register: String, statesUntil end: String = "2026-06-26"
  ) throws -> (CommandRun, Workdir) {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try workdir.replace(
      "states,2000-11-15,2026-06-26", with: "states,2000-11-15,\(end)",
      in: "Pipelines/registers/coverage.csv")
    try workdir.write(
      """
      title: Laws
      cut-off: \(cutOff)
      unit: state
      register: {treaty: untoc\(register)}
      sources:
        - {file: r.csv, unit: {column: state, by: iso3}, received: {date: 2014-06-01}}

      """, to: "Pipelines/some/pipeline.yaml")
    try workdir.write(
      "type,name,label\nselect_one law,law,Is there a law?\n", to: "Pipelines/some/survey.csv")
    try workdir.write(
      "list_name,name,label\nlaw,yes,Yes\nlaw,no,No\n", to: "Pipelines/some/choices.csv")
    try workdir.write(
      """
      variables:
        - {name: bound, from: status, codes: [{name: yes, of: [party]}]}
        - {name: lawful, codes: [{name: yes, where: "${law} = 'yes'"}]}
        - {name: both, codes: [{name: yes, where: "${lawful} = 'yes' and ${bound} = 'yes'"}]}
      tables:
        - {id: law, rows: law}
        - {id: by_group, rows: law, columns: [regional_group]}
        - {id: by_status, rows: law, columns: [status]}
        - {id: status, rows: status}
        - {id: derived, rows: bound}
        - {id: of_parties, rows: law, where: "${status} = 'party'"}
        - {id: with_law, rows: lawful, base: "${law} = 'yes'", where: "${lawful} = 'yes'"}
        - {id: parties_with_law, rows: both}
        - {id: laws_of_parties, rows: law, base: "${bound} = 'yes'"}
        - {id: everybody, rows: regional_group, population: participants}

      """, to: "Pipelines/some/tables.yaml")
    try workdir.write("state,law\nDEU,yes\n", to: "Input/some/r.csv")
    return (try StageRunner(workdir, collection: "some").runAll(), workdir)
  }

  @Test func isRefused() throws {
    let (run, _) = try tables("2014-11-12", "")
    #expect(run.status == 78)
    #expect(run.error.contains("[after-register]"))
  }

  @Test func isReportedWhereItMayMatter() throws {
    let (run, workdir) = try tables("2024-06-30", ", incomplete: yes")
    #expect(run.status == 0, "\(run.error)")
    for (table, isTold) in [
      ("law", false), ("by_group", false), ("by_status", true), ("status", true),
      ("derived", true), ("of_parties", true), ("with_law", false),
      ("parties_with_law", true), ("laws_of_parties", true), ("everybody", true),
    ] {
      let text = try workdir.read("Output/some/published/tables/\(table).csv")
      #expect(
        text.contains("Signatures and instruments after 11 November 2014 may be missing.")
          == isTold, "\(table)")
    }
  }

  @Test func statesAreRefused() throws {
    let (run, _) = try tables("2014-06-30", "", statesUntil: "2014-06-29")
    #expect(run.status == 78)
    #expect(
      run.error.contains("the registers have all Member States and their names until 2014-06-29"))
  }

  /// Every table rests on who was a Member State.
  @Test func isReportedOfStatesEverywhere() throws {
    let (run, workdir) = try tables("2014-06-30", ", incomplete: yes", statesUntil: "2014-06-29")
    #expect(run.status == 0, "\(run.error)")
    for table in ["law", "by_group", "status", "everybody"] {
      let text = try workdir.read("Output/some/published/tables/\(table).csv")
      #expect(
        text.contains(
          "Changes of Member States, their names and regional groups after 29 June 2014 may be "
            + "missing."), "\(table)")
      #expect(!text.contains("Signatures and instruments"), "\(table)")
    }
  }

  /// Until the last day of the register nothing is missing.
  @Test(arguments: ["", ", incomplete: yes", ", incomplete: no"])
  func onItsLastDay(register: String) throws {
    let (run, workdir) = try tables("2014-11-11", register)
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try !workdir.read("Output/some/published/tables/status.csv").contains("may be missing"))
  }
}
