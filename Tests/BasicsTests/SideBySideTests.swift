import Basics
import Testing

struct SideBySideTests {
  private struct Failed: Error, Equatable {
    let name: String
  }

  @Test(arguments: [1, 2, 8])
  func bothAreDone(jobs: Int) throws {
    let done = Locked<[Int]>([])
    let (number, text) = sideBySide(jobs: jobs) {
      done.withLock { $0.append(1) }
      return 7
    } _: {
      done.withLock { $0.append(2) }
      return "seven"
    }
    #expect(number == 7)
    #expect(text == "seven")
    #expect(done.withLock { $0.sorted() } == [1, 2])
  }

  /// Of two errors the first one's is told, whichever comes earlier.
  @Test(arguments: [1, 2, 8])
  func theFirstErrorIsTold(jobs: Int) {
    #expect(throws: Failed(name: "first")) {
      try sideBySide(jobs: jobs) { () throws(Failed) -> Int in
        throw Failed(name: "first")
      } _: { () throws(Failed) -> Int in
        throw Failed(name: "second")
      }
    }
    #expect(throws: Failed(name: "second")) {
      try sideBySide(jobs: jobs) { () throws(Failed) -> Int in
        1
      } _: { () throws(Failed) -> Int in
        throw Failed(name: "second")
      }
    }
  }
}
