import Basics
import Interchange
import Testing
import _TestSupport

struct StageFolderTests {
  @Test func manifestNamesWhatWentInAndWhatCameOut() throws {
    let workdir = try Workdir()
    try workdir.write("abc", to: "Pipelines/small/pipeline.yaml")
    let folder = try StageFolder(.ingest, of: folders(workdir), jobs: 2)
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    folder.addInput(Manifest.Entry(path: "b.csv", bytes: 3, sha256: abc))
    folder.addInput(Manifest.Entry(path: "a.csv", bytes: 0, sha256: empty))
    try AtomicFile.write("abc", to: "\(folder.path)/out.csv")
    #expect(!workdir.exists("Output/small/ingested"))
    try folder.finish(counts: ["records": 3, "blank": 1])
    #expect(!workdir.exists("Output/small/ingested.partial"))
    #expect(
      try workdir.read("Output/small/ingested/manifest.json") == """
        {
          "counts" : {
            "blank" : 1,
            "records" : 3
          },
          "inputs" : [
            {
              "bytes" : 0,
              "path" : "a.csv",
              "sha256" : "\(empty)"
            },
            {
              "bytes" : 3,
              "path" : "b.csv",
              "sha256" : "\(abc)"
            },
            {
              "bytes" : 3,
              "path" : "pipeline.yaml",
              "sha256" : "\(abc)"
            }
          ],
          "outputs" : [
            {
              "bytes" : 3,
              "path" : "out.csv",
              "sha256" : "\(abc)"
            }
          ],
          "stage" : "ingest",
          "version" : "\(ProgramVersion.current)"
        }

        """)
  }

  @Test func nextStageHoldsTheFilesAgainstTheManifest() throws {
    let workdir = try Workdir()
    try ingest(["a.csv": "abc", "b/c.csv": "def"], in: workdir)
    let folder = try StageFolder(.normalize, of: folders(workdir), jobs: 2)
    #expect(folder.previous?.counts == ["records": 2])
    #expect(folder.previous?.outputs.map(\.path) == ["a.csv", "b/c.csv"])
    try folder.finish(counts: [:])
    let manifest = try Manifest.verified(in: "\(workdir.path)/Output/small/normalized", jobs: 1)
    #expect(
      manifest.inputs.map(\.path)
        == [
          "choices.csv", "crosswalk.csv", "ingested/manifest.json", "pipeline.yaml", "survey.csv",
        ])
  }

  /// Equal inputs give equal manifests: no time stamp, and no order of threads.
  @Test func manifestOfEqualInputsIsEqual() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0).csv", "text \($0)") })
    let manifests = try (0..<2).map { _ in
      let workdir = try Workdir()
      try ingest(files, in: workdir)
      return try workdir.read("Output/small/ingested/manifest.json")
    }
    #expect(manifests[0] == manifests[1])
  }

  @Test func runThatIsDroppedLeavesTheFormerFolder() throws {
    let workdir = try Workdir()
    try ingest(["a.csv": "abc"], in: workdir)
    do {
      let folder = try StageFolder(.ingest, of: folders(workdir), jobs: 1)
      try AtomicFile.write("new", to: "\(folder.path)/a.csv")
    }
    #expect(try workdir.read("Output/small/ingested/a.csv") == "abc")
    // What a run that ended early left behind is not taken over.
    try ingest(["b.csv": "def"], in: workdir)
    #expect(
      try FileSystem.files(below: "\(workdir.path)/Output/small/ingested")
        == ["b.csv", "manifest.json"])
  }

  @Test func secondRunIsRefused() throws {
    let workdir = try Workdir()
    let folder = try StageFolder(.ingest, of: folders(workdir), jobs: 1)
    let error = #expect(throws: RunError.self) {
      _ = try StageFolder(.ingest, of: folders(workdir), jobs: 1)
    }
    #expect(error?.kind == .locked)
    withExtendedLifetime(folder) {}
  }
}
