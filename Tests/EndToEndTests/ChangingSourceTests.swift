import Foundation
import Testing
import _TestSupport

/// Sources that somebody else writes to while the first stage runs, at instants that nobody chose.
struct ChangingSourceTests {
  /// Changes `replies-1.csv` in the folder named by the first argument, after a delay.
  private static let changer = """
    import os, sys, time
    way, path, delay = sys.argv[1], sys.argv[2], float(sys.argv[3])
    time.sleep(delay)
    size = os.path.getsize(path)
    if way == "cut":
        lines = open(path, "rb").read().split(b"\\n")
        os.truncate(path, sum(len(line) + 1 for line in lines[:len(lines) // 2]))
    elif way == "overwrite":
        with open(path, "r+b") as file:
            file.seek(size - 4)
            file.write(b"Zzz")
    elif way == "append":
        with open(path, "ab") as file:
            file.write(b"last,2024-05-05,Zzz\\n")
    elif way == "grow":
        with open(path, "ab", buffering=0) as file:
            for number in range(100):
                file.write(b"g%d,2024-05-05,Yes\\n" % number)
                time.sleep(0.001)
    elif way == "replace":
        with open(path + ".new", "wb") as file:
            file.write(open(path, "rb").read().replace(b"Yes", b"Zzz"))
        os.rename(path + ".new", path)
    elif way == "remove":
        os.remove(path)
    """

  private struct Ending: Equatable {
    var bytes = 0
    var digest = ""
    var records = 0
  }

  /// Either the run was refused, or what it counted is the file as it was or as it is: size, digest
  /// and records belong together.
  @Test(arguments: ["cut", "overwrite", "append", "grow", "replace", "remove"])
  func isReadAsItWasOrRefused(way: String) throws {
    let small = try SmallCollection()
    try small.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try small.workdir.write(Self.changer, to: "change.py")
    let text =
      "Who,Received,Did you attend?\n"
      + (0..<8_000).map { "p\($0),2024-05-0\($0 % 9 + 1),\($0 % 3 == 0 ? "No" : "Yes")\n" }
      .joined()
    try small.workdir.write(text, to: "replies.csv")
    let file = "Input/small/replies-1.csv"
    var (refused, read) = (0, 0)
    for instant in 0..<6 {
      try small.workdir.write(text, to: file)
      let run = try CommandRun(
        "bash",
        [
          "-c",
          """
          rm -rf Output/small
          python3 change.py \(way) \(file) 0.\(["01", "03", "06", "1", "2", "4"][instant]) &
          \(CommandRun.binaries)/rapporteur-ingest --pipeline Pipelines/small \\
            --input Input/small --output Output/small; status=$?
          wait; exit $status
          """,
        ], in: small.workdir.path)
      guard run.status == 0 else {
        refused += 1
        let isGone =
          way == "remove" && (run.error.contains("no-file") || run.error.contains("no-input"))
        #expect(run.status == (way == "remove" ? 66 : 65), "\(run.error)")
        let id = way == "remove" ? "gone-while-read" : "changed-while-read"
        #expect(run.error.contains("error: [\(id)]") || isGone, "\(run.error)")
        #expect(!small.workdir.exists("Output/small/ingested"))
        continue
      }
      read += 1
      try check(small, file: small.workdir.exists(file) ? file : "replies.csv")
    }
    #expect(refused + read == 6)
  }

  private func check(_ small: SmallCollection, file: String) throws {
    let rows = CSVText.rows(try small.workdir.read("Output/small/ingested/sources.csv"))
    let source = try #require(rows.first)
    let endings = try ["replies.csv", file].map { name in
      let text = try small.workdir.read(name)
      let digest = try CommandRun("sha256sum", [name], in: small.workdir.path).output.prefix(64)
      return Ending(
        bytes: text.utf8.count, digest: String(digest),
        records: text.split(separator: "\n").count - 1)
    }
    let found = Ending(
      bytes: Int(source["bytes"] ?? "") ?? -1, digest: source["sha256"] ?? "",
      records: Int(source["records"] ?? "") ?? -1)
    #expect(endings.contains(found))
    let seen = try small.workdir.read("Output/small/ingested/sources/replies-1.csv/seen.csv")
    let text = try small.workdir.read(found == endings[0] ? "replies.csv" : file)
    #expect(seen.contains("Zzz") == text.contains("Zzz"))
  }
}
