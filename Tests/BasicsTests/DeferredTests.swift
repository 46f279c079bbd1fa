import Basics
import Dispatch
import Testing

struct DeferredTests {
  /// Whoever asks first makes it, and all others wait for that.
  @Test func valueIsMadeOnce() {
    let counter = Counter()
    let sum = Locked(0)
    let value = Deferred { counter.next() }
    #expect(counter.count == 0)
    DispatchQueue.concurrentPerform(iterations: 20) { _ in
      let number = value()
      sum.withLock { $0 += number }
    }
    #expect(sum.withLock { $0 } == 20)
    #expect(counter.count == 1)
  }

  private final class Counter: Sendable {
    private let value = Locked(0)
    var count: Int { value.withLock { $0 } }

    func next() -> Int {
      value.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
