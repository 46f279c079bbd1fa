import Foundation
import Testing
import _TestSupport

/// What the manual says of running at night, of what is published, and of names.
struct UnattendedTests {
  private static let binaries = CommandRun.binaries

  private func collection() throws -> SmallCollection {
    let small = try SmallCollection()
    try small.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try small.workdir.copy("Makefile", to: "Makefile")
    try small.workdir.write(
      "Who,Received,Did you attend?\na,2024-05-01,Yes\n", to: "Input/small/replies-1.csv")
    return small
  }

  /// Runs commands of bash, for which `run` is `make run`.
  private func shell(_ commands: String, in small: SmallCollection) throws -> CommandRun {
    try CommandRun(
      "timeout",
      ["300", "bash", "-c", "run() { make run 'BIN=\(Self.binaries)' \"$@\"; }\n\(commands)"],
      in: small.workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
  }

  /// Each sentence here is one of the manual's, and what a test below or in `RunLockTests` shows, or
  /// `Tests/Torture`.
  @Test(arguments: [
    "`QUIET=yes` says nothing where all goes well, so that cron mails nothing.",
    "A run that fails says on standard error what is wrong, and which exports, definitions and registers "
      + "came, went or have other bytes since the run before.",
    "`Output/<collection>/run.log` has the last 30 runs, the latest at the end: when it began, how many "
      + "seconds it took, its status, that of each stage, and what had changed.",
    "`make status` says of each collection in a line when it ran last and how that ended, what was found, "
      + "and what is stale.",
    "Where the file system has no locks that work, as some of the network, a warning (`no-locks`) says so, "
      + "and the run goes on.",
    "What a run publishes replaces the former set in one step: whenever the run or the machine "
      + "stops, the old set stands there whole, or the new one.",
    "Nobody need clean up after a run that was ended.",
    "where a link or a file stands there instead, the run ends with 73.",
    "What others put into it, or changed there, is moved to `Output/<collection>/kept/` by the run that "
      + "replaces it, with a warning.",
    "What stood there before and cannot be deleted is named in a warning, the run ends as it would, and the "
      + "next one tries again.",
    "A collection's name is letters, digits, `-`, `_` and `.`, and does not begin with `-` or `.`; another "
      + "folder is reported and left out, and make ends with 2.",
    "An `--output` that is, lies inside or lies above a folder of exports or definitions is refused with 64.",
    "the copy is whole where `SHA256SUMS` says so",
  ])
  func whatIsTestedHereIsInTheManual(sentence: String) throws {
    #expect(try Repository.text(of: "Pipelines/README.md").contains(sentence))
  }

  @Test func quietRunSaysNothingUntilItFails() throws {
    let small = try collection()
    for _ in 0..<2 {
      let run = try shell("run QUIET=yes", in: small)
      #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty, "\(run.error)")
    }
    let failed = try shell(
      """
      printf 'x' >> Input/small/replies-1.csv; mkfifo Input/small/replies-2.csv
      echo '# more' >> Pipelines/small/tables.yaml; rm Pipelines/registers/README.md
      run QUIET=yes
      """, in: small)
    #expect(failed.status == 2)
    #expect(
      failed.output
        == "small: no new result (65); Output/small/published is from an earlier run\n")
    let said = try #require(
      failed.error.split(separator: "\n").first { $0.hasPrefix("small: changed") })
    let parts = said.split(separator: "): ", maxSplits: 1)[1].components(separatedBy: "; ")
    #expect(
      parts.map { $0.replacing(/\ \(.*\)/, with: "") } == [
        "Input/small/replies-1.csv has other bytes", "Input/small/replies-2.csv is new",
        "Pipelines/registers/README.md is gone", "Pipelines/small/tables.yaml has other bytes",
      ])
    let again = try shell("run QUIET=yes", in: small)
    #expect(again.error.contains("small: nothing was changed since the last run ("))
    #expect(again.error.contains(", status 65)\n"))
  }

  @Test func logHasTheLastThirtyRuns() throws {
    let small = try collection()
    let lines = (1...31).map { "2024-05-01T00:00:\($0 + 9)+00:00,\($0),0,ingest:0,\n" }.joined()
    try small.workdir.write(
      "started,seconds,status,stages,changed\n" + lines, to: "Output/small/run.log")
    #expect(
      try shell("run; printf 'title: [' > Pipelines/small/pipeline.yaml; run", in: small).status
        == 2)
    let runs = CSVText.rows(try small.workdir.read("Output/small/run.log"))
    #expect(runs.count == 30)
    #expect(runs.first?["seconds"] == "4")
    #expect(runs.suffix(2).map { $0["status"] } == ["0", "78"])
    #expect(
      runs[28]["stages"] == "ingest:0 normalize:0 validate:0 aggregate:0 export:0")
    #expect(runs[29]["stages"] == "ingest:78")
    #expect(
      runs[29]["changed"]?.hasPrefix("Pipelines/small/pipeline.yaml has other bytes (") == true)
    let began = try #require(runs[29]["started"])
    #expect(began.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/) != nil, "\(began)")
    // Nothing of it in what is published.
    #expect(try !small.workdir.read("Output/small/published/manifest.json").contains("run.log"))
  }

  @Test func statusOfEachCollection() throws {
    let small = try collection()
    func line() throws -> String {
      let run = try shell("make state 'BIN=\(Self.binaries)'", in: small)
      #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
      return run.output
    }
    #expect(
      try line()
        == "small: no run of make report is known; nothing is published; stale from ingest on: it has "
        + "not run\n")
    _ = try shell("run", in: small)
    let good = try line()
    #expect(
      good.wholeMatch(
        of:
          /small: last run [-0-9T:+]{25}, \d+ seconds ago: status 0; published with findings: \d+ fatal, \d+ to query, \d+ settled; up to date\n/
      )
        != nil, "\(good)")
    _ = try shell("echo b,2024-05-01,No >> Input/small/replies-1.csv", in: small)
    #expect(try line().hasSuffix("; stale from ingest on: the exports are others now\n"))
    _ = try shell(
      "run; sed -i 's/title: Attendance/title: Presence/' Pipelines/small/tables.yaml", in: small)
    #expect(try line().hasSuffix("; stale from export on: tables.yaml is another now\n"))
    _ = try shell("rm Input/small/*; run", in: small)
    #expect(try line().contains(": status 66; last good one "))
  }

  /// The line is one of crontab(5), and its command works in the shell that cron uses.
  @Test func lineForCron() throws {
    let small = try collection()
    try small.workdir.write("", to: "a %b/x")
    let run = try shell("cp -r Makefile Pipelines 'a %b'; cd 'a %b'; make cron", in: small)
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let match = try #require(
      run.output.wholeMatch(
        of: /30 2 \* \* \*  (cd .*) && (PATH=\S+) make report QUIET=yes WAIT=600\n/))
    let (folder, path) = (String(match.output.1), String(match.output.2))
    #expect(folder.hasSuffix("a\\ \\%b"))
    let command = folder.replacingOccurrences(of: "\\%", with: "%") + " && \(path) make help"
    #expect(try CommandRun("sh", ["-c", command], in: "/").output.contains("make cron"))
  }

  @Test func copyIsCheckedWithSha256sum() throws {
    let small = try collection()
    let run = try shell(
      """
      run && cp -r Output/small/published copy && cd copy && sha256sum --check --strict --quiet SHA256SUMS \\
        && find . -type f ! -name SHA256SUMS | wc -l && wc -l < SHA256SUMS && echo >> machine/cells.csv \\
        && ! sha256sum --check --status SHA256SUMS
      """, in: small)
    #expect(run.status == 0, "\(run.error)")
    let counts = run.output.split(separator: "\n").suffix(2)
    #expect(counts.first == counts.last && counts.first != "0")
  }

  @Test(arguments: [
    ("mv Output/small/published aside; ln -s ../../aside Output/small/published", "linked-result"),
    ("rm -r Output/small/published; touch Output/small/published", "not-a-folder"),
  ])
  func publishedThatIsNoFolder(commands: String, id: String) throws {
    let small = try collection()
    let run = try shell(
      "run; \(commands); echo b,2024-05-01,No >> Input/small/replies-1.csv; run", in: small)
    #expect(run.status == 2)
    #expect(run.output.contains("(73)"))
    #expect(run.error.contains("Output/small/published: error: [\(id)]"), "\(run.error)")
  }

  @Test func filesOfOthersAreMovedWithAWarning() throws {
    let small = try collection()
    let run = try shell(
      """
      run; echo mine > Output/small/published/notes.txt; echo mine >> Output/small/published/machine/cells.csv
      echo b,2024-05-01,No >> Input/small/replies-1.csv; run
      """, in: small)
    #expect(run.status == 0)
    #expect(
      run.error.contains(
        "Output/small/published: warning: [foreign-files] 2 files in it were put there or changed by "
          + "others than a run ('machine/cells.csv', 'notes.txt'); they are kept in "
          + "Output/small/kept/published-1."), "\(run.error)")
    #expect(try small.workdir.read("Output/small/kept/published-1/notes.txt") == "mine\n")
    #expect(!small.workdir.exists("Output/small/published/notes.txt"))
  }

  /// Whatever a folder or what is typed is called, it is a name or nothing.
  @Test(arguments: [
    "a b", "$(touch hit)", "`touch hit`", "x;touch hit", "a'b", "-n", "a\"b", "a|b", "a*",
  ])
  func namesThatAreNone(name: String) throws {
    let small = try collection()
    try FileManager.default.copyItem(
      atPath: small.pipeline, toPath: "\(small.workdir.path)/Pipelines/\(name)")
    let run = try shell("run", in: small)
    #expect(run.status == 2)
    #expect(run.output == "small: Output/small/published\n")
    #expect(
      run.error.contains("error: [collection-name] this is no name of a collection and is left out")
    )
    let typed = try CommandRun(
      "make",
      ["draft", "BIN=\(Self.binaries)", "COLLECTION=\(name.replacing("$", with: "$$"))", "FROM=x"],
      in: small.workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(typed.status == 2 && !typed.output.contains("now:"), "\(typed.error)")
    let byHand = try CommandRun(
      "\(Self.binaries)/rapporteur-ingest",
      ["--pipeline", "Pipelines/\(name)", "--input", "Input/small", "--output", "Output/other"],
      in: small.workdir.path)
    #expect(byHand.status == 64 && byHand.error.contains("[collection-name]"), "\(byHand.error)")
    #expect(!small.workdir.exists("hit") && !small.workdir.exists("Output/other"))
  }

  @Test(arguments: ["../out", "a/../../out", "/tmp/rapporteur-out", ".hidden", "x; touch hit"])
  func draftsAreWrittenNowhereElse(name: String) throws {
    let small = try collection()
    let run = try CommandRun(
      "make",
      ["draft", "BIN=\(Self.binaries)", "COLLECTION=\(name)", "FROM=Input/small/replies-1.csv"],
      in: small.workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(run.status == 2, "\(run.output)")
    #expect(!small.workdir.exists("out") && !small.workdir.exists("hit"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/rapporteur-out"))
  }

  /// A name beyond ASCII is one.
  @Test func namesOfOtherScripts() throws {
    let small = try collection()
    let run = try shell(
      "mv Pipelines/small Pipelines/enquête-調査; mv Input/small Input/enquête-調査; run", in: small)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "enquête-調査: Output/enquête-調査/published\n")
  }

  @Test(arguments: [
    ("Input/small", "is"), ("Input/small/out", "lies inside"), ("Input", "lies above"),
    ("Pipelines/small", "is"), ("Pipelines/small/out/x", "lies inside"), (".", "lies above"),
    ("Pipelines/registers/x", "lies inside"), ("Output/../Input/small/x", "lies inside"),
    ("link/x", "lies inside"),
  ])
  func outputAmongWhatIsRead(output: String, relation: String) throws {
    let small = try collection()
    _ = try shell("ln -s Input/small link; mkdir Output", in: small)
    let before = try shell("find . | sort", in: small).output
    let run = try CommandRun(
      "\(Self.binaries)/rapporteur-ingest",
      ["--pipeline", "Pipelines/small", "--input", "Input/small", "--output", output],
      in: small.workdir.path)
    #expect(run.status == 64)
    #expect(
      run.error.contains(
        "\(output): error: [output-among-input] the folder of --output \(relation) "),
      "\(run.error)")
    #expect(try shell("find . | sort", in: small).output == before)
  }
}
