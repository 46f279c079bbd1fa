import Testing

@testable import Basics

struct SparesTests {
  /// Each has one that nobody else has meanwhile; afterwards it is there for others.
  @Test func oneForEachAtWork() throws {
    let made = Locked(0)
    let spares = Spares { () throws(RunError) in
      made.withLock { count in
        count += 1
        return count
      }
    }
    let first = try spares.with { outer throws(RunError) in
      try spares.with { inner throws(RunError) in [outer, inner] }
    }
    #expect(first == [1, 2])
    #expect(try spares.with { $0 } <= 2)
    #expect(made.withLock { $0 } == 2)
  }

  /// What cannot be made is no spare, and what was lent comes back where its use fails.
  @Test func errors() {
    let spares = Spares<Int> { () throws(RunError) in
      throw RunError(path: "x", id: .file(.cannotWrite), "no")
    }
    #expect(throws: RunError.self) { try spares.with { $0 } }
    let made = Locked(0)
    let lent = Spares<Int> { () throws(RunError) in
      made.withLock {
        $0 += 1; return $0
      }
    }
    for _ in 0..<3 {
      #expect(throws: RunError.self) {
        try lent.with { _ throws(RunError) -> Int in
          throw RunError(path: "x", id: .file(.cannotWrite), "no")
        }
      }
    }
    #expect(made.withLock { $0 } == 1)
  }
}
