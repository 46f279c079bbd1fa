import Foundation
import Testing
import _TestSupport

/// What stands in the input folder and is no file never keeps a stage, or make, waiting.
struct HostileSourceTests {
  private static let replies = "Who,Received,Did you attend?\na,2024-05-01,Yes\n"

  private func collection() throws -> SmallCollection {
    let small = try SmallCollection()
    try small.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try small.workdir.write(Self.replies, to: "Input/small/replies-1.csv")
    return small
  }

  /// Makes what a test is about below `Input/small`, with a shell.
  private func make(_ commands: String, in small: SmallCollection) throws {
    let run = try CommandRun("bash", ["-ec", commands], in: small.input)
    try #require(run.status == 0, "\(run.error)")
  }

  /// The first stage, which must not take longer than half a minute.
  private func ingest(_ small: SmallCollection) throws -> CommandRun {
    try CommandRun(
      "timeout",
      [
        "30", "\(CommandRun.binaries)/rapporteur-ingest", "--pipeline", "Pipelines/small",
        "--input", "Input/small", "--output", "Output/small",
      ], in: small.workdir.path)
  }

  private static let cases = [
    ("mkfifo replies-2.csv", "replies-2.csv", "a named pipe (FIFO)"),
    ("mkfifo pipe; ln -s pipe replies-2.csv", "replies-2.csv", "a link to a named pipe (FIFO)"),
    ("ln -s /dev/zero replies-2.csv", "replies-2.csv", "a link to a device"),
    ("mkdir replies-2.csv", "replies-2.csv", "a folder"),
    ("mkdir replies-2.csv; touch replies-2.csv/a.txt", "replies-2.csv", "a folder"),
    ("mkdir -p mended; mkfifo mended/replies-1.csv", "mended/replies-1.csv", "a named pipe (FIFO)"),
    (
      "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"replies-2.csv\")'",
      "replies-2.csv", "a socket"
    ),
  ]

  @Test(arguments: cases)
  func whatIsNoFileIsRefusedByName(commands: String, file: String, words: String) throws {
    let small = try collection()
    try make(commands, in: small)
    let run = try ingest(small)
    #expect(run.status == 65)
    #expect(
      run.error == "Input/small/\(file): error: [not-a-file] this is \(words); expected a file. "
        + "Put the file itself there\n")
    #expect(!small.workdir.exists("Output/small"))
  }

  /// They are named together, and no other file is missing for it.
  @Test func allOfThemAreNamed() throws {
    let small = try collection()
    try make("rm replies-1.csv; mkfifo replies-1.csv replies-2.csv", in: small)
    let run = try ingest(small)
    #expect(run.status == 65)
    #expect(run.error.split(separator: "\n").count == 2)
  }

  /// Two links back to the folder would be 2^40 paths, a chain of folders with two links each as many.
  @Test(arguments: [
    ("ln -s . a; ln -s . b", 2), ("ln -s .. a", 1), ("ln -s / a", 1),
    (
      "mkdir d0; for n in {1..40}; do mkdir d$n; ln -s ../d$((n - 1)) d$n/a; "
        + "ln -s ../d$((n - 1)) d$n/b; done", 80
    ),
  ])
  func linkedFoldersAreRefusedByName(commands: String, count: Int) throws {
    let small = try collection()
    try make(commands, in: small)
    let run = try ingest(small)
    #expect(run.status == 65)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.contains("error: [linked-folder] this is a link to a folder") })
  }

  @Test func linkToNothingIsMissing() throws {
    let small = try collection()
    try make("ln -s replies-3.csv replies-3.csv; ln -s gone.csv replies-2.csv", in: small)
    let run = try ingest(small)
    #expect(run.status == 66)
    #expect(
      run.error == "Input/small/replies-2.csv: error: [no-file] cannot open the file: No such file "
        + "or directory\n")
  }

  @Test(arguments: ["pipeline.yaml", "survey.csv", "tables.yaml"])
  func definitionThatIsNoFile(name: String) throws {
    let small = try collection()
    try FileManager.default.removeItem(atPath: small.path(name))
    #expect(try CommandRun("mkfifo", [small.path(name)], in: small.workdir.path).status == 0)
    let run = try ingest(small)
    #expect(run.status == 78)
    #expect(
      run.error.contains(
        "Pipelines/small/\(name): error: [missing-file] this is a named pipe (FIFO); expected"))
  }

  /// Links to files, below folders and beside them, are read as the files they lead to, and a folder
  /// has the name of a source where sources lie in it.
  @Test func linksToFilesAreRead() throws {
    let small = try collection()
    try small.replace("file: replies-*.csv", with: "file: replies-*", in: "pipeline.yaml")
    try small.replace(
      "rounding:",
      with: "  - file: replies-2/*.csv\n    unit: {column: Who}\n"
        + "    received: {column: Received}\nrounding:", in: "pipeline.yaml")
    try make(
      "mkdir replies-2 ../kept; mv replies-1.csv ../kept/a.csv; ln -s ../kept/a.csv replies-1.csv; "
        + "sed s/a,2024/b,2024/ ../kept/a.csv > ../kept/b.csv; "
        + "ln -s ../../kept/b.csv replies-2/b.csv; cd ..; mv small elsewhere; ln -s elsewhere small",
      in: small)
    let run = try ingest(small)
    #expect(run.status == 0, "\(run.error)")
    let manifest = try small.workdir.read("Output/small/ingested/manifest.json")
    #expect(manifest.contains("\"path\" : \"replies-1.csv\""))
    #expect(manifest.contains("\"path\" : \"replies-2/b.csv\""))
  }

  /// make notices what comes, opens none of it and follows no link to a folder.
  @Test func makeLooksWithoutOpeningOrFollowing() throws {
    let small = try collection()
    try small.workdir.copy("Makefile", to: "Makefile")
    func run() throws -> CommandRun {
      try CommandRun(
        "timeout",
        ["60", "make", "run", "BIN=\(CommandRun.binaries)", "COLLECTION=small"],
        in: small.workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    }
    #expect(try run().status == 0)
    let hostile = [
      ("mkfifo replies-2.csv", "[not-a-file]"), ("ln -s /dev/zero replies-2.csv", "[not-a-file]"),
      ("ln -s . a; ln -s . b", "[linked-folder]"), ("ln -s / a", "[linked-folder]"),
    ]
    for (commands, rule) in hostile {
      try make(commands, in: small)
      let refused = try run()
      #expect(refused.status == 2 && refused.error.contains(rule), "\(commands)")
      try make("rm -f replies-2.csv a b", in: small)
      #expect(try run().status == 0, "\(commands)")
    }
    // What a link leads to is looked at, too.
    try make("mv replies-1.csv ../kept.csv; ln -s ../kept.csv replies-1.csv", in: small)
    #expect(try run().error.isEmpty)
    try make("echo b,2024-05-02,No >> ../kept.csv", in: small)
    #expect(try run().error.contains("small: ingest: 1 sources, 2 records"))
  }
}
