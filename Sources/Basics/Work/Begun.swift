import Dispatch

/// Work that is begun at once, beside what whoever began it does until its result is asked for. With one job it
/// is done then.
package struct Begun<Value: Sendable, Failure: Error>: Sendable {
  private final class Outcome: Sendable {
    let result = Locked<Result<Value, Failure>?>(nil)
  }

  private let work: @Sendable () throws(Failure) -> Value
  private let outcome = Outcome()
  private let group = DispatchGroup()

  package init(jobs: Int, _ work: @escaping @Sendable () throws(Failure) -> Value) {
    self.work = work
    guard jobs > 1 else { return }
    DispatchQueue.global().async(group: group) { [outcome] in
      let result = Result(catching: work)
      outcome.result.withLock { $0 = result }
    }
  }

  /// Waits until the work is done.
  package func callAsFunction() throws(Failure) -> Value {
    group.wait()
    guard let result = outcome.result.withLock({ $0 }) else { return try work() }
    return try result.get()
  }
}
