import Testing
import _TestSupport

/// The table plans of `Tests/Tables`: a folder each, with what is to be published, as somebody
/// counted it by hand.
struct TableCaseTests {
  private static let root = "Tests/Tables"

  private static let cases = CaseFolder.all(below: root)

  @Test func theCasesAreThere() {
    #expect(Self.cases.count >= (CaseFolder.areAllAsked ? 19 : 1))
  }

  @Test(arguments: cases)
  func isPublishedAsExpected(name: String) throws {
    let folder = CaseFolder(name, below: Self.root)
    let workdir = try folder.workdir()
    let run = try StageRunner(workdir, collection: folder.collection).runAll()
    let outcome = try folder.text("expected.txt") ?? "exit status 0\n"
    expect(
      "expected.txt",
      ExpectedText(outcome).difference(from: "exit status \(run.status)\n\(run.error)"))
    for file in folder.expectedFiles {
      let expected = try #require(try folder.text("expected/\(file)"))
      // The mark before a label that is no number nobody sees.
      let published = try workdir.read("Output/\(folder.collection)/published/\(file)")
        .replacing("\u{200E}", with: "")
      if PartialRows.areUnderstood(in: file) {
        expect("expected/\(file)", PartialRows(expected, of: file).difference(from: published))
      } else {
        expect("expected/\(file)", ExpectedText(expected).difference(from: published))
      }
    }

    func expect(_ file: String, _ difference: String?) {
      if let difference { Issue.record("\(Self.root)/\(name)/\(file):\n\(difference)") }
    }
  }
}
