import Basics
package import Definition

/// What became of a collection, for `make status`: its last run, how old the result is, what was found,
/// and what a run would do again.
package struct CollectionStatus {
  package let text: String

  /// - Parameter now: In seconds since 1970.
  package init(_ collection: CollectionFolders, now: Int) {
    let log = RunLog(of: collection)
    var parts: [String] = []
    if let run = log.runs.last {
      parts.append(
        "last run \(run.started), \(Self.age(of: run.started, now)): status \(run.status)")
      if run.status > 1, let good = log.runs.last(where: { $0.status <= 1 }) {
        parts.append("last good one \(good.started), \(Self.age(of: good.started, now))")
      }
    } else {
      parts.append("no run of make report is known")
    }
    parts.append(Self.findings(collection))
    parts.append(Self.staleness(collection))
    text = "\(collection.name): \(parts.joined(separator: "; "))"
  }

  private static func findings(_ collection: CollectionFolders) -> String {
    let published = collection.folder(of: .export)
    guard FileSystem.exists("\(published)/\(Manifest.fileName)") else {
      return "nothing is published"
    }
    let whole = "\(collection.confidential)/\(Manifest.fileName)"
    let folder = FileSystem.exists(whole) ? collection.confidential : published
    guard let counts = (try? Manifest.read(in: folder))?.counts else {
      return "\(folder)/\(Manifest.fileName) cannot be read"
    }
    let found = ["fatal", "query", "settled"].map { name in
      counts[name].map { "\($0) \(name == "query" ? "to query" : name)" } ?? "? \(name)"
    }
    return "published with findings: \(found.joined(separator: ", "))"
  }

  /// The first stage that would run again, and why.
  private static func staleness(_ collection: CollectionFolders) -> String {
    do throws(RunError) {
      let chain = StageChain(try CollectionDefinition(collection))
      for stage in Stage.allCases {
        if let reason = try chain.staleness(of: stage) {
          return "stale from \(stage.rawValue) on: \(reason)"
        }
      }
      return "up to date"
    } catch {
      return "stale: \(error.problems.first?.description ?? "")"
    }
  }

  /// How long ago something was, in the largest unit of which there are two.
  private static func age(of text: String, _ now: Int) -> String {
    guard let moment = Timestamp(text), let present = Timestamp(secondsSince1970: now) else {
      return "at an unknown time"
    }
    let seconds = present.seconds - moment.seconds
    for (unit, length) in [("days", 86_400), ("hours", 3600), ("minutes", 60)]
    where seconds >= 2 * length {
      return "\(seconds / length) \(unit) ago"
    }
    return seconds < 0 ? "in the future" : "\(seconds) seconds ago"
  }
}
