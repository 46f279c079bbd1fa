import Basics

/// A unit that replied and cannot be weighed, with the reason.
struct UnweighedUnit: Sendable {
  let key: String
  let error: RunError

  /// - Throws: `dataRejected` naming all of them in the order of their keys, whatever the number of jobs.
  static func require(none units: [Self]) throws(RunError) {
    guard let first = units.first else { return }
    let ordered = units.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    throw RunError(first.error.kind, ordered.flatMap(\.error.problems))
  }
}
