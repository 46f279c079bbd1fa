import Basics
import Testing

struct ArrayConcurrentMapTests {
  private struct Failure: Error, Equatable {
    let element: Int
  }

  @Test(arguments: [-1, 0, 1, 2, 8, 1000])
  func resultsInTheOrderOfTheElements(jobs: Int) {
    let elements = Array(0..<500)
    #expect(elements.concurrentMap(jobs: jobs) { $0 * $0 } == elements.map { $0 * $0 })
  }

  @Test func noElements() {
    #expect([Int]().concurrentMap(jobs: 4) { $0 } == [])
  }

  @Test func everyElementIsTransformedOnce() {
    let calls = Locked(0)
    _ = Array(0..<1000).concurrentMap(jobs: 8) { _ in calls.withLock { $0 += 1 } }
    #expect(calls.withLock { $0 } == 1000)
  }

  @Test(arguments: [1, 4])
  func theEarliestErrorIsThrown(jobs: Int) {
    for _ in 0..<50 {
      let error = #expect(throws: Failure.self) {
        try Array(0..<64).concurrentMap(jobs: jobs) { element throws(Failure) in
          // The later elements fail at once, the earliest of them last.
          if element == 7 { for _ in 0..<2000 { _ = String(element) } }
          if element >= 7 { throw Failure(element: element) }
          return element
        }
      }
      #expect(error == Failure(element: 7))
    }
  }
}
