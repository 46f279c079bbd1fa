import Foundation
import Testing
import _TestSupport

/// What the manual says of locks, and of how `make report` ends.
struct RunLockTests {
  private static let name = "small"
  private static let locked =
    "Output/small/.lock: error: [locked] another run is working in this folder; this one stopped "
    + "before it changed anything. Wait until the other has ended and run again"

  private func collection() throws -> SmallCollection {
    let small = try SmallCollection()
    try small.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try small.workdir.copy("Makefile", to: "Makefile")
    try small.workdir.write(
      "Who,Received,Did you attend?\na,2024-05-01,Yes\n", to: "Input/small/replies-1.csv")
    return small
  }

  /// Runs commands of bash, for which `run` and `ingest` are `make run` and the first stage.
  private func shell(_ commands: String, in small: SmallCollection) throws -> CommandRun {
    let ingest =
      "\(CommandRun.binaries)/rapporteur-ingest --pipeline Pipelines/small --input Input/small "
      + "--output Output/small"
    return try CommandRun(
      "timeout",
      [
        "300", "bash", "-c",
        """
        run() { $AS make run 'BIN=\(CommandRun.binaries)' COLLECTION=small "$@"; }
        ingest() { \(ingest) "$@"; }
        hold() { mkdir -p Output/small; exec 7<> Output/small/.lock; flock 7; }
        release() { exec 7>&-; }
        \(commands)
        """,
      ], in: small.workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
  }

  private func entries(_ folder: String, of small: SmallCollection) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(small.workdir.path)/\(folder)").sorted()
  }

  /// Each sentence here is one of the manual's.
  @Test(arguments: [
    "`make report` itself ends with 0, or with 2 where a collection failed or has such findings; its "
      + "last line on each collection says where the result is, or with which status in brackets there "
      + "is no new one. `Output/<collection>/.status` has the status of the last run that no other one "
      + "kept out.",
    "One run at a time works on a collection: `make report` holds the lock "
      + "`Output/<collection>/.lock` from before it writes anything else until it ends, and so does a "
      + "stage that is run by hand.",
    "A second run leaves the collection alone with 75; `make report WAIT=60` waits up to 60 seconds "
      + "for the first to end.",
    "A source that changes while it is read (cut, overwritten, appended to or replaced) is refused "
      + "with 65, one that goes away with 66, and nothing of that run is kept.",
    "Sources are files, or links to files: a pipe, device, socket or folder in the place of one, and "
      + "a link to a folder, is refused by name with 65. `Input/<collection>` itself may be a link.",
  ])
  func whatIsTestedHereIsInTheManual(sentence: String) throws {
    #expect(try Repository.text(of: "Pipelines/README.md").contains(sentence))
  }

  /// Nothing is written but the lock, and what another run left as its status stays.
  @Test func secondRunLeavesTheCollectionAlone() throws {
    let small = try collection()
    let first = try shell("hold; run 7<&-", in: small)
    #expect(first.status == 2)
    #expect(first.output == "small: not run, since another run is at work on it (75)\n")
    #expect(first.error.hasPrefix(Self.locked + ", or let this one wait: make report WAIT=60\n"))
    #expect(try entries("Output/small", of: small) == [".lock"])
    #expect(try shell("run", in: small).status == 0)
    try small.workdir.write("0\n", to: "Output/small/.status")
    let before = try entries("Output/small", of: small)
    #expect(try shell("rm Input/small/*; hold; run 7<&-", in: small).status == 2)
    #expect(try entries("Output/small", of: small) == before)
    #expect(try small.workdir.read("Output/small/.status") == "0\n")
  }

  @Test func secondRunWaitsWhereItIsAskedTo() throws {
    let small = try collection()
    let waited = try shell(
      "hold; (sleep 2; touch ended) & release; run WAIT=60; [ -e ended ] || exit 9", in: small)
    #expect(waited.status == 0, "\(waited.error)")
    #expect(waited.output == "small: Output/small/published\n")
    let inVain = try shell("hold; SECONDS=0; run WAIT=1 7<&- || [ $SECONDS -lt 1 ]", in: small)
    #expect(inVain.status == 1)
    #expect(inVain.output == "small: not run, since another run is at work on it (75)\n")
  }

  /// All of them end well, one after another, and one alone has something to do.
  @Test(arguments: [2, 12])
  func manyAtOnceThatWait(count: Int) throws {
    let small = try collection()
    let run = try shell(
      "for n in {1..\(count)}; do run WAIT=250 >out$n 2>error$n & done; "
        + "for n in {1..\(count)}; do wait -n || exit 1; done", in: small)
    #expect(run.status == 0)
    var stages = 0
    for number in 1...count {
      #expect(try small.workdir.read("out\(number)") == "small: Output/small/published\n")
      stages +=
        try small.workdir.read("error\(number)").components(separatedBy: "small: ").count - 1
    }
    #expect(stages == 5)
    #expect(try small.workdir.read("Output/small/.status") == "0\n")
  }

  /// Whoever has the lock publishes, the others say that they did not run; nothing else is said.
  @Test(arguments: [2, 12])
  func manyAtOnceThatDoNotWait(count: Int) throws {
    let small = try collection()
    let run = try shell(
      "for n in {1..\(count)}; do { run >out$n 2>error$n; echo $? >status$n; } & done; wait",
      in: small)
    #expect(run.status == 0)
    var published = 0
    for number in 1...count {
      let (status, output) = try (
        small.workdir.read("status\(number)"), small.workdir.read("out\(number)")
      )
      let error = try small.workdir.read("error\(number)")
      if status == "0\n" {
        published += 1
        #expect(output == "small: Output/small/published\n")
        #expect(!error.contains("error"))
      } else {
        #expect(status == "2\n")
        #expect(output == "small: not run, since another run is at work on it (75)\n")
        #expect(error.hasPrefix(Self.locked) && !error.contains("small: ingest"))
      }
    }
    #expect(published > 0)
    #expect(try small.workdir.read("Output/small/.status") == "0\n")
    // Whoever came after the first to end has looked at the exports, too.
    #expect(
      try entries("Output/small", of: small).filter { $0 != ".digests" } == [
        ".inputs", ".lock", ".status", "aggregated", "ingested", "normalized", "published",
        "run.log",
        "validated",
      ])
    #expect(try shell("run", in: small).error.isEmpty)
  }

  /// Whatever it is that cannot be written, the lines say so, and none that something is published.
  @Test(arguments: [
    "touch Output", "mkdir Output; touch Output/small", "mkdir -p Output/small/.lock",
    // Root may write everywhere, so it becomes nobody.
    "mkdir -p Output/small; touch Output/small/.lock; chmod 666 Output/small/.lock; "
      + "trap 'chmod 755 Output/small' EXIT; chmod 555 Output/small; "
      + "[ $(id -u) != 0 ] || AS='setpriv --reuid=65534 --regid=65534 --clear-groups'",
  ])
  func outputThatCannotBeWritten(commands: String) throws {
    let small = try collection()
    let run = try shell("\(commands); run", in: small)
    #expect(run.status == 2)
    #expect(run.output == "small: no result (73)\n")
    #expect(
      run.error.hasPrefix(
        "Output/small/.lock: error: [cannot-write] cannot write here: "))
  }

  /// The last line, `.status` and the program say the same, first and where a result stands already.
  @Test(arguments: [
    ("echo 'title: [' > Pipelines/small/pipeline.yaml", 78), ("rm Input/small/*", 66),
    ("rm Input/small/*; mkfifo Input/small/replies-1.csv", 65),
    ("printf 'Who,\\377\\n' > Input/small/replies-1.csv", 65),
  ])
  func lastLineSaysTheStatus(commands: String, status: Int) throws {
    for isFirst in [true, false] {
      let small = try collection()
      if !isFirst { #expect(try shell("run", in: small).status == 0) }
      let run = try shell("\(commands); run", in: small)
      #expect(run.status == 2)
      #expect(
        run.output
          == (isFirst
            ? "small: no result (\(status))\n"
            : "small: no new result (\(status)); Output/small/published is from an earlier "
              + "run\n"))
      #expect(try small.workdir.read("Output/small/.status") == "\(status)\n")
      #expect(try shell("ingest", in: small).status == Int32(status))
    }
  }

  @Test func findingsAreSaidAgainWhereNothingIsRunAgain() throws {
    let small = try collection()
    try small.replace("rounding:", with: "fail-on: query\nrounding:", in: "pipeline.yaml")
    try small.workdir.write("x", to: "Input/small/other.txt")
    for isFirst in [true, false] {
      let run = try shell("run", in: small)
      #expect(run.status == 2)
      #expect(
        run.output == "small: Output/small/published, with findings to look at, see "
          + "findings-by-rule.csv there (1)\n")
      #expect(run.error.contains("small: export:") == isFirst)
      #expect(try small.workdir.read("Output/small/.status") == "1\n")
    }
    // Where .status is gone, what was published says how the run ended that made it.
    let again = try shell("rm Output/small/.status; run", in: small)
    #expect(again.status == 2 && again.output.contains("with findings to look at"))
    #expect(!again.error.contains("small: "))
  }

  /// Where make cannot even begin, that is the program's fault, and nobody else's.
  @Test func programThatIsNotThere() throws {
    let small = try collection()
    #expect(try shell("run", in: small).status == 0)
    let run = try shell("touch Input/small/replies-1.csv; run BIN=nowhere", in: small)
    #expect(run.status == 2)
    #expect(
      run.output == "small: no new result (70); Output/small/published is from an earlier run\n")
    #expect(try small.workdir.read("Output/small/.status") == "70\n")
    #expect(try shell("run", in: small).status == 0)
  }

  /// A stage believes a descriptor, not a word: it must be of this lock file and hold the lock.
  @Test(arguments: [
    ("hold; RAPPORTEUR_LOCKS=7 ingest", 0), ("hold; RAPPORTEUR_LOCKS='8 7' ingest", 0),
    ("hold; RAPPORTEUR_LOCKS=7 ingest; flock -n Output/small/.lock true && exit 9", 1),
    ("hold; ingest", 75), ("hold; RAPPORTEUR_LOCKS=8 ingest", 75),
    ("hold; RAPPORTEUR_LOCKS=7 ingest 7<&-", 75), ("hold; RAPPORTEUR_LOCKS='x -1 99' ingest", 75),
    ("hold; RAPPORTEUR_LOCKS=8 ingest 8<>Output/small/.lock 7<&-", 75),
    ("hold; RAPPORTEUR_LOCKS=8 ingest 8<>other 7<&-", 75), ("RAPPORTEUR_LOCKS=7 ingest", 0),
    ("hold; release; RAPPORTEUR_LOCKS=7 ingest", 0),
  ])
  func stageUnderTheLockOfItsCaller(commands: String, status: Int32) throws {
    let small = try collection()
    let run = try shell(commands, in: small)
    #expect(run.status == status, "\(run.error)")
    if status == 75 { #expect(run.error == Self.locked + "\n") }
  }

  /// A stage that is run by hand keeps make out, and make keeps it out for the whole run.
  @Test func stageByHandAndMakeKeepEachOtherOut() throws {
    let small = try collection()
    try FileManager.default.createDirectory(
      atPath: "\(small.workdir.path)/bin", withIntermediateDirectories: true)
    // Between two stages of make somebody runs the first one by hand.
    let run = try shell(
      """
      for stage in ingest normalize validate aggregate export; do
        ln -s \(CommandRun.binaries)/rapporteur-$stage bin/
      done
      rm bin/rapporteur-validate
      cat > bin/rapporteur-validate <<'END'
      #!/bin/bash
      env -u RAPPORTEUR_LOCKS \(CommandRun.binaries)/rapporteur-ingest --pipeline Pipelines/small \\
        --input Input/small --output Output/small 2> by-hand; echo $? >> by-hand
      exec \(CommandRun.binaries)/rapporteur-validate "$@"
      END
      chmod +x bin/rapporteur-validate
      run BIN=bin
      """, in: small)
    #expect(run.status == 0, "\(run.error)")
    #expect(try small.workdir.read("by-hand") == Self.locked + "\n75\n")
  }

  /// Two comparisons in both directions take two locks each, and do not wait for each other for ever.
  @Test func comparisonHoldsTheLocksOfBothRounds() throws {
    let small = try collection()
    try FileManager.default.copyItem(
      atPath: small.pipeline, toPath: "\(small.workdir.path)/Pipelines/later")
    try small.workdir.write(
      "Who,Received,Did you attend?\na,2024-05-01,No\n", to: "Input/later/replies-1.csv")
    let both = try shell(
      """
      compare() { make compared 'BIN=\(CommandRun.binaries)' "$@"; }
      compare FROM=small TO=later WAIT=200 & compare FROM=later TO=small WAIT=200
      [ $? = 0 ] && wait $!
      """, in: small)
    #expect(both.status == 0, "\(both.error)")
    #expect(small.workdir.exists("Output/small/compared/later/summary.md"))
    #expect(small.workdir.exists("Output/later/compared/small/summary.md"))
    let kept = try shell(
      "hold; make compared 'BIN=\(CommandRun.binaries)' FROM=later TO=small 7<&-", in: small)
    #expect(kept.status == 2 && kept.error.contains(Self.locked))
  }
}
