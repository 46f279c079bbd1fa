import Basics
import Foundation
import Testing

struct WorkInTurnTests {
  /// Runs the numbers below 200, later ones being done sooner, and returns them as settled.
  private func settled(jobs: Int, failing: Set<Int> = []) -> (order: [Int], error: RunError?) {
    let next = Locked(0)
    let order = Locked<[Int]>([])
    do throws(RunError) {
      try WorkInTurn.run(
        jobs: jobs,
        next: {
          next.withLock { next in
            defer { next += 1 }
            return next < 200 ? next : nil
          }
        },
        work: { number throws(RunError) in
          Thread.sleep(forTimeInterval: number % 4 == 0 ? 0.002 : 0)
          if failing.contains(number) {
            throw RunError(path: "file", id: .stage(.damagedField), "number \(number)")
          }
          return number
        },
        settle: { number in order.withLock { $0.append(number) } })
      return (order.withLock { $0 }, nil)
    } catch {
      return (order.withLock { $0 }, error)
    }
  }

  @Test(arguments: [0, 1, 2, 7])
  func settlesInOrder(jobs: Int) {
    let (order, error) = settled(jobs: jobs)
    #expect(order == Array(0..<200))
    #expect(error == nil)
  }

  /// Both fail, and the later one sooner.
  @Test(arguments: [1, 2, 7])
  func reportsTheEarliestFailure(jobs: Int) {
    let (order, error) = settled(jobs: jobs, failing: [40, 41])
    #expect(order == Array(0..<40))
    #expect(error?.problems.map(\.message) == ["number 40"])
  }
}
