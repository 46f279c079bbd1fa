import Dispatch

/// Work that is done side by side and put together in its order.
package enum WorkInTurn {
  /// Does the work on units as they come, on `jobs` threads at most, and settles the results one
  /// by one in the order of the units, whichever was done first.
  ///
  /// A thread that is done before its turn waits for it, so that there are never more results at
  /// once than threads.
  /// - Parameters:
  ///   - next: Gives the next unit, nil after the last; never called twice at once.
  ///   - work: Called for several units at once.
  ///   - settle: Called for one result after the other.
  /// - Throws: The error of the earliest unit that failed; nothing after it is settled.
  package static func run<Unit: Sendable, Product: Sendable>(
    jobs: Int, next: @Sendable () throws(RunError) -> Unit?,
    work: @Sendable (Unit) throws(RunError) -> Product,
    settle: @Sendable (Product) throws(RunError) -> Void
  ) throws(RunError) {
    let claims = Locked((turn: 0, isAtEnd: false))
    let failure = Locked<RunError?>(nil)
    // A token goes round a ring: who holds that of a turn may settle it.
    let tokens = (0..<max(jobs, 1)).map { _ in DispatchSemaphore(value: 0) }
    tokens[0].signal()
    DispatchQueue.concurrentPerform(iterations: tokens.count) { _ in
      while true {
        let claim: (turn: Int, unit: Result<Unit?, RunError>)? = claims.withLock { claims in
          if claims.isAtEnd { return nil }
          defer { claims.turn += 1 }
          let unit = Result { () throws(RunError) in try next() }
          if case .success(.some) = unit {} else { claims.isAtEnd = true }
          return (claims.turn, unit)
        }
        guard let claim else { return }
        let product = claim.unit.flatMap { unit in
          Result { () throws(RunError) in try unit.map { unit throws(RunError) in try work(unit) } }
        }
        tokens[claim.turn % tokens.count].wait()
        if failure.withLock({ $0 == nil }) {
          do throws(RunError) {
            if let product = try product.get() { try settle(product) }
          } catch {
            failure.withLock { $0 = error }
            claims.withLock { $0.isAtEnd = true }
          }
        }
        tokens[(claim.turn + 1) % tokens.count].signal()
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
