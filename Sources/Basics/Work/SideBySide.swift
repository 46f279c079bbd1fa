import Dispatch

/// Does two pieces of work at a time where there may be more threads than one, and one after the other
/// elsewhere.
///
/// - Throws: The error of the first, or else of the second, whichever failed earlier.
package func sideBySide<First: Sendable, Second: Sendable, Failure: Error>(
  jobs: Int, _ first: @Sendable () throws(Failure) -> First,
  _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  guard jobs > 1 else { return (try first(), try second()) }
  let found = Locked<(Result<First, Failure>?, Result<Second, Failure>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result(catching: first)
      found.withLock { $0.0 = result }
    } else {
      let result = Result(catching: second)
      found.withLock { $0.1 = result }
    }
  }
  let results = found.withLock { $0 }
  // Both are there: the calls wait for one another.
  let one = if let result = results.0 { try result.get() } else { try first() }
  let other = if let result = results.1 { try result.get() } else { try second() }
  return (one, other)
}
