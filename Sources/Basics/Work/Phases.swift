import Dispatch
import Glibc

/// What a stage is at, for people who wait before a terminal and for who asks where the time goes. No
/// result depends on it, and where nobody watches it costs a look at a lock for each piece of work.
package enum Phases {
  /// What is under way.
  private struct Watch {
    let stage: String
    let printsTimings: Bool
    let began = Clock.now
    var phase: Phase?
  }

  private struct Phase {
    let name: String
    let total: Int
    let unit: String
    let began = Clock.now
    var done = 0
  }

  private static let watch = Locked<Watch?>(nil)
  /// What is done sooner needs no word.
  private static let patience = 2.0

  /// Shows, from now on, what this process is at: on the standard error stream where that is a
  /// terminal, and a line for each phase that ended where `printsTimings` asks for it.
  package static func show(of stage: String, printsTimings: Bool) {
    let isTerminal = isatty(2) == 1
    guard isTerminal || printsTimings else { return }
    watch.withLock { $0 = Watch(stage: stage, printsTimings: printsTimings) }
    guard isTerminal else { return }
    let ticks = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    ticks.schedule(deadline: .now() + patience, repeating: 0.5)
    // It holds itself, and goes when there is nothing to show any more.
    ticks.setEventHandler { if !showLine() { ticks.cancel() } }
    ticks.resume()
  }

  /// Ends the phase before and begins one.
  ///
  /// - Parameters:
  ///   - name: What is done, as in *reading replies.csv*.
  ///   - total: How much there is to do; 0 where nobody can tell.
  ///   - unit: What is counted, as in *records*.
  package static func begin(_ name: String, of total: Int = 0, unit: String = "") {
    endPhase()
    watch.withLock { $0?.phase = Phase(name: name, total: total, unit: unit) }
  }

  /// Notes that so much more of the phase is done.
  package static func advance(by count: Int) {
    watch.withLock { $0?.phase?.done += count }
  }

  /// Ends the last phase; nothing is shown any more.
  package static func end() {
    endPhase()
    watch.withLock { $0 = nil }
    StandardError.clearPassing()
  }

  private static func endPhase() {
    let line: String? = watch.withLock { watch in
      guard let watching = watch, let phase = watching.phase else { return nil }
      watch?.phase = nil
      guard watching.printsTimings else { return nil }
      return PhaseLine.timing(
        of: "\(watching.stage): \(phase.name)", wall: phase.began.secondsAgo,
        cpu: phase.began.cpuSecondsAgo)
    }
    if let line { StandardError.write(line) }
  }

  /// - Returns: Whether anybody still watches.
  private static func showLine() -> Bool {
    watch.withLock { watch in
      guard let watch else { return false }
      if let phase = watch.phase {
        StandardError.showPassing(
          PhaseLine.progress(
            of: "\(watch.stage): \(phase.name)", done: phase.done, total: phase.total,
            unit: phase.unit, seconds: phase.began.secondsAgo))
      }
      return true
    }
  }
}

/// A moment of this process, by a clock that nobody sets.
private struct Clock {
  let wall: Double
  let cpu: Double

  static var now: Clock {
    Clock(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  var secondsAgo: Double { Self.seconds(CLOCK_MONOTONIC) - wall }
  var cpuSecondsAgo: Double { Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
