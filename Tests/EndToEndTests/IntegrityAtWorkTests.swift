import Foundation
import Testing
import _TestSupport

/// The collection whose replies were given in confidence.
///
/// Its figures are checked against an oracle in Python that reads the exports on its own, and then
/// tries to work out what is hidden.
struct IntegrityAtWorkTests {
  private static let collection = GeneratedCollection("integrity-at-work")
  private static let published = Result { try collection.publish() }

  @Test func theGeneratorGivesTheCommittedExports() throws {
    try Self.collection.expectCommittedExports(["web-survey.csv", "tablets.csv"])
  }

  /// Small are, in README.md of the collection: five counts of who witnessed what, by station and
  /// post, and four of who did not say for how many years. All of them are hidden.
  @Test func figuresAndWhatIsHidden() throws {
    let run = try Self.collection.oracle(try Self.published.get())
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(
      run.output.contains(
        /4[0-9][0-9] counts told, [1-9][0-9] hidden, 9 of them small and attacked/),
      "\(run.output)")
  }

  /// What nobody may publish, and the oracle finds.
  @Test(arguments: [
    // A hidden count is told: one of the directors at headquarters preferred not to say.
    (
      "chief of section\",count,,suppressed,,21,", "chief of section\",count,1,,1,21,",
      ": 1 is told"
    ),
    // A figure is one too high.
    (
      "unsure,I am not sure,,.total,Total,count,62,,62,",
      "unsure,I am not sure,,.total,Total,count,63,,63,", "63 is told, 62 counted"
    ),
  ])
  func tamperedFigures(figure: String, other: String, fault: String) throws {
    let published = try Self.published.get()
    let workdir = try Workdir()
    for folder in ["Input", "Pipelines", "Output"] {
      try FileManager.default.copyItem(
        atPath: "\(published.path)/\(folder)", toPath: "\(workdir.path)/\(folder)")
    }
    try workdir.replace(
      figure, with: other, in: "Output/\(Self.collection.name)/published/machine/cells.csv")
    let run = try Self.collection.oracle(workdir)
    #expect(run.status == 1, "\(run.output)\(run.error)")
    #expect(run.output.contains(fault), "\(run.output)")
  }

  /// Tables and prose say that something is hidden, and staff alone see what.
  @Test func whereItIsHidden() throws {
    let published = try Self.published.get()
    let output = "Output/\(Self.collection.name)"
    let table = try published.read("\(output)/published/tables/witnessed.csv")
    #expect(table.contains("[c]: hidden, since replies were given in confidence."))
    #expect(table.contains("I prefer not to say,51,14,[c],[c],"))
    for file in ["findings.csv", "texts.csv", "superseded.csv", "late.csv", "corrections.csv"] {
      #expect(published.exists("\(output)/confidential/machine/\(file)"), "\(file)")
      #expect(!published.exists("\(output)/published/machine/\(file)"), "\(file)")
    }
    let hidden = CSVText.rows(try published.read("\(output)/confidential/machine/suppressed.csv"))
    #expect(hidden.count { $0["suppression"] == "primary" && $0["file"] == "cells.csv" } == 9)
  }

  @Test func theReport() throws {
    let report = try Self.published.get().read(
      "Output/\(Self.collection.name)/published/report.md")
    #expect(report.contains("By 15 March 2024, 366 members of staff had replied; six more"))
    #expect(!report.contains("{{"))
  }
}
