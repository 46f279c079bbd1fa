import Dispatch

extension Array where Element: Sendable {
  /// Transforms all elements on `jobs` threads at most; results stand in the elements' order.
  ///
  /// - Throws: The error of the earliest element that failed, whichever thread failed first,
  ///   so that a run reports the same error whatever the scheduling.
  package func concurrentMap<Output: Sendable, Failure: Error>(
    jobs: Int, _ transform: @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let next = Locked(0)
    let results = Locked([Result<Output, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: Swift.min(Swift.max(jobs, 1), count)) { _ in
      while true {
        let index = next.withLock { value in
          defer { value += 1 }
          return value
        }
        guard index < count else { return }
        let result: Result<Output, Failure>
        do throws(Failure) {
          result = .success(try transform(self[index]))
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[index] = result }
      }
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for case let result? in results.withLock({ $0 }) {
      outputs.append(try result.get())
    }
    return outputs
  }
}
