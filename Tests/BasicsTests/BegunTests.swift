import Basics
import Testing

struct BegunTests {
  private struct Failure: Error {}

  @Test(arguments: [1, 2])
  func resultIsThereWhenAskedFor(jobs: Int) throws {
    let work = Begun(jobs: jobs) { () throws(Failure) in 42 }
    #expect(try work() == 42)
    #expect(try work() == 42)
    let failing = Begun(jobs: jobs) { () throws(Failure) -> Int in throw Failure() }
    #expect(throws: Failure.self) { try failing() }
  }

  /// With two jobs both run at once: each waits for what the other one does first.
  @Test func itIsDoneBesideTheRest() throws {
    let isAsked = Locked(false)
    let work = Begun(jobs: 2) { () throws(Failure) in
      while !isAsked.withLock({ $0 }) {}
      return true
    }
    isAsked.withLock { $0 = true }
    #expect(try work())
  }
}
