extension Rule {
  /// What the findings of a rule are a share of.
  package enum Base: Sendable {
    /// All records of submissions that came in.
    case records
    /// All records of repeats that came in.
    case repeatRecords
    /// The submissions that count.
    case submissions
  }

  /// Nil where a finding is about a file, a column, a line of a definition or a text.
  package var base: Base? {
    switch self {
    case .strayQuote, .openQuote, .zeroByte, .fieldCount, .undecodable, .swallowedRecords,
      .undecidedDate, .unknownUnit, .ambiguousUnit, .formerName, .stateNotYet, .stateNoLonger,
      .noState, .unclearAnswer, .contradictingDuplicates:
      .records
    case .blankKey, .noParent, .parentTwice, .instanceTwice: .repeatRecords
    case .sameContent, .requiredAnswer, .routingBroken, .constraintBroken: .submissions
    default: nil
    }
  }
}
