import Testing
import _TestSupport

/// Findings are counted, listed and summed up without being held: ten times as many take no more
/// memory, but for the submissions that they are about.
struct ManyFindingsTests {
  /// Runs a program and prints the most memory that it took, in kilobytes.
  /// AddressSanitizer keeps what is freed, 256 MB of it, which would be measured.
  private static let measure = """
    import os, resource, subprocess, sys
    options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"
    subprocess.run(sys.argv[1:], check=True, env={**os.environ, "ASAN_OPTIONS": options})
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    """

  /// The peak memory of each stage in megabytes.
  private func peaks(findings: Int) throws -> [String: Int] {
    let workdir = try Workdir()
    let made = try CommandRun(
      "python3",
      ["\(Repository.root)/Tests/Generators/many_findings.py", workdir.path, String(findings)],
      in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    var peaks: [String: Int] = [:]
    for stage in StageRunner.stages {
      let run = try CommandRun(
        "python3",
        [
          "-c", Self.measure, "\(CommandRun.binaries)/rapporteur-\(stage)",
          "--pipeline", "Pipelines/many", "--input", "Input/many", "--output", "Output/many",
          "--jobs", "1",
        ], in: workdir.path)
      try #require(run.status == 0, "\(run.error)")
      peaks[stage] = (Int(run.output.split(separator: "\n").last ?? "") ?? 0) / 1024
    }
    let published = "Output/many/published"
    let list = try workdir.read("\(published)/machine/findings.csv")
    #expect(list.utf8.count { $0 == 0x0A } == findings + 1)
    let rules = CSVText.rows(try workdir.read("\(published)/findings-by-rule.csv"))
    let counts = rules.map { (Int($0["Fatal"] ?? "") ?? 0) + (Int($0["To query"] ?? "") ?? 0) }
    #expect(counts.reduce(0, +) == findings)
    return peaks
  }

  /// A finding that is held takes half a kilobyte at least: the 72,000 more would take 36 MB.
  @Test func memoryDoesNotGrowWithFindings() throws {
    let (few, many) = (try peaks(findings: 8_000), try peaks(findings: 80_000))
    for stage in ["validate", "export"] {
      let growth = try #require(many[stage]) - #require(few[stage])
      #expect(growth < 24, "\(stage): \(few) MB, then \(many) MB")
    }
  }
}
