package import Basics
package import Definition
import Tabular

/// `run.log` in a collection's folder of output: the last thirty runs of `make report`, the latest at the
/// end, as CSV. It lies outside `published/`, whose bytes do not depend on when a run was.
package struct RunLog {
  /// One run.
  package struct Run: Sendable, Equatable {
    /// When it began, in Greenwich.
    package let started: String
    package let seconds: Int
    /// What it ended with.
    package let status: Int
    /// Each stage with what it ended with: `ingest:0 normalize:65`.
    package let stages: String
    /// What was made other than at the end of the run before; blank where nothing was.
    package let changed: String
  }

  private static let header = ["started", "seconds", "status", "stages", "changed"]
  private static let kept = 30

  package private(set) var runs: [Run] = []
  private let path: String

  /// A log that cannot be read is as good as none.
  package init(of collection: CollectionFolders) {
    path = "\(collection.output)/run.log"
    guard FileSystem.exists(path),
      let file = try? CSVFile(path: path, requiring: Self.header, kind: .dataRejected)
    else { return }
    for row in file.rows {
      guard let seconds = Int(row["seconds"]), let status = Int(row["status"]) else { continue }
      runs.append(
        Run(
          started: row["started"], seconds: seconds, status: status, stages: row["stages"],
          changed: row["changed"]))
    }
  }

  /// Notes a run that ends now.
  ///
  /// - Parameter started: In seconds since 1970.
  /// - Returns: What to say of a run that failed: what changed since the one before.
  /// - Throws: `cannotWrite`.
  package mutating func note(
    _ collection: CollectionFolders, started: Int, status: Int, stages: String
  ) throws(RunError) -> String? {
    let now = try InputState(now: collection)
    let before = InputState(lastOf: collection)
    let changes = before.map { now.changes(since: $0) }
    let last = runs.last
    runs.append(
      Run(
        started: Timestamp(secondsSince1970: started)?.text ?? "",
        seconds: max(0, Timestamp.now - started),
        status: status, stages: stages, changed: changes?.joined(separator: "; ") ?? ""))
    try write()
    try now.write(of: collection)
    guard status > 1 else { return nil }
    guard let last, let changes else {
      return "this is the first run, so that nothing is known to have changed"
    }
    let since = "since the last run (\(last.started), status \(last.status))"
    return changes.isEmpty
      ? "nothing was changed \(since)" : "changed \(since): \(changes.joined(separator: "; "))"
  }

  private func write() throws(RunError) {
    let writer = try CSVWriter(path: path, header: Self.header)
    for run in runs.suffix(Self.kept) {
      try writer.write([
        run.started, String(run.seconds), String(run.status), run.stages, run.changed,
      ])
    }
    try writer.commit()
  }
}
