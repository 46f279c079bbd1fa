import Basics
import Findings

/// What became of a submission beside which another one says otherwise, and is as likely the later one.
enum ContradictionOutcome {
  /// The other one counts, since it stands further down.
  case furtherDown
  case counts
  /// The other one counts, and took over what it leaves out.
  case countsWithTheRest
  /// A third one counts, and took over what the other one says.
  case isTakenOver

  fileprivate var words: String {
    switch self {
    case .furtherDown: "the one further down counts"
    case .counts: "that one counts"
    case .countsWithTheRest: "that one counts, with what it leaves blank of this one"
    case .isTakenOver: "a later one counts, which took over those of that one"
    }
  }
}

extension Objection {
  /// - Parameters:
  ///   - received: When this submission was received, and when the other one.
  ///   - source: The file of the other one, where that is not the file of this one.
  static func contradictingDuplicates(
    unit: String, received: String, other: String, onLine line: Int, of source: String?,
    _ outcome: ContradictionOutcome
  ) -> Objection {
    // Moments are read to the second, and days without one are no moments.
    let isOneMoment = Timestamp(received).map { Timestamp(other)?.isSameMoment(as: $0) == true }
    let moment =
      isOneMoment == true
      ? "of the same \(received.contains("T") ? "second" : "day") (\(other))"
      : "of \(other), which may be earlier or later than \(received),"
    return Objection(
      .contradictingDuplicates,
      "'\(unit)' has another record \(moment) on line \(line)\(source.map { " of \($0)" } ?? ""), with other "
        + "answers; \(outcome.words)")
  }
}
