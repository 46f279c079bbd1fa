import Basics
import Interchange
import Testing
import _TestSupport

struct StageFolderTests {
  @Test func manifestNamesWhatWentInAndWhatCameOut() throws {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    let folder = try StageFolder(.ingest, of: collection.definition(), jobs: 2)
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    // Of {7:sources[{4:file13:replies-*.csv}]}
    let read = "c0ffe6a0b319aaa1fce78ac8522ed04cb5f84a8b5a5b46bc92fe7d84cd660742"
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
              "bytes" : 37,
              "path" : "pipeline.yaml#ingest",
              "sha256" : "\(read)"
            }
          ],
          "outputs" : [
            {
              "bytes" : 3,
              "path" : "out.csv",
              "xxh3" : "06b05ab6733a618578af5f94892f3950"
            }
          ],
          "stage" : "ingest",
          "version" : "\(ProgramVersion.current)"
        }

        """)
  }

  /// What is published can be checked by those who get it.
  @Test func publishedFilesHaveSHA256() throws {
    let collection = try SmallCollection()
    for stage in Stage.allCases {
      let folder = try StageFolder(stage, of: collection.definition(), jobs: 1)
      try AtomicFile.write("abc", to: "\(folder.path)/out.csv")
      try folder.finish(counts: [:])
    }
    let methods = try Stage.allCases.map {
      try Manifest.read(in: "\(collection.output)/\($0.folder)").outputs.map(\.digest.method)
    }
    #expect(methods == [[.xxh3], [.xxh3], [.xxh3], [.xxh3], [.sha256]])
  }

  @Test func nextStageHoldsTheFilesAgainstTheManifest() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc", "b/c.csv": "def"])
    let folder = try StageFolder(.normalize, of: collection.definition(), jobs: 2)
    #expect(folder.previous?.counts == ["records": 2])
    #expect(folder.previous?.outputs.map(\.path) == ["a.csv", "b/c.csv"])
    try folder.finish(counts: [:])
    let manifest = try Manifest.verified(in: "\(collection.output)/normalized", jobs: 1)
    #expect(
      manifest.inputs.map(\.path)
        == [
          "choices.csv", "crosswalk.csv", "ingested/manifest.json", "pipeline.yaml#normalize",
          "rules.yaml#normalize", "survey.csv", "tables.yaml#normalize", "units.csv",
        ])
  }

  /// Equal inputs give equal manifests: no time stamp, and no order of threads.
  @Test func manifestOfEqualInputsIsEqual() throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0).csv", "text \($0)") })
    let manifests = try (0..<2).map { _ in
      let collection = try SmallCollection()
      try collection.ingest(files)
      return try collection.workdir.read("Output/small/ingested/manifest.json")
    }
    #expect(manifests[0] == manifests[1])
  }

  @Test func runThatIsDroppedLeavesTheFormerFolder() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc"])
    do {
      let folder = try StageFolder(.ingest, of: collection.definition(), jobs: 1)
      try AtomicFile.write("new", to: "\(folder.path)/a.csv")
    }
    #expect(try collection.workdir.read("Output/small/ingested/a.csv") == "abc")
    // What a run that ended early left behind is not taken over.
    try collection.ingest(["b.csv": "def"])
    #expect(
      try FileSystem.files(below: "\(collection.output)/ingested")
        == ["b.csv", "manifest.json"])
  }

  @Test func secondRunIsRefused() throws {
    let collection = try SmallCollection()
    let folder = try StageFolder(.ingest, of: collection.definition(), jobs: 1)
    let error = #expect(throws: RunError.self) {
      _ = try StageFolder(.ingest, of: collection.definition(), jobs: 1)
    }
    #expect(error?.kind == .locked)
    withExtendedLifetime(folder) {}
  }
}
