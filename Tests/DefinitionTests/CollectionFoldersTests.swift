import Basics
import Definition
import Testing

struct CollectionFoldersTests {
  @Test(arguments: [
    ("Pipelines/a", "a", "Pipelines/registers"), ("Pipelines/a/", "a", "Pipelines/registers"),
    ("/x/Pipelines/a//", "a", "/x/Pipelines/registers"), ("a", "a", "registers"),
  ])
  func namesAndRegisters(pipeline: String, name: String, registers: String) {
    let folders = CollectionFolders(pipeline: pipeline, input: "Input/a", output: "Output/a/")
    #expect(folders.name == name)
    #expect(folders.registers == registers)
  }

  @Test func foldersOfTheStages() {
    let folders = CollectionFolders(pipeline: "p", input: "i", output: "Output/a/")
    #expect(
      Stage.allCases.map { folders.folder(of: $0) } == [
        "Output/a/ingested", "Output/a/normalized", "Output/a/validated", "Output/a/aggregated",
        "Output/a/published",
      ])
    #expect(
      Stage.allCases.map(\.previous) == [nil, .ingest, .normalize, .validate, .aggregate])
  }
}
