package import Basics

/// A rule of the program: what it writes into `findings.csv`, by any stage.
package enum Rule: String, Sendable, CaseIterable {
  // Ingestion: files and records that cannot be read.
  case missingSource = "missing-source"
  case unreadFile = "unread-file"
  case strayQuote = "stray-quote"
  case openQuote = "open-quote"
  case zeroByte = "zero-byte"
  case fieldCount = "field-count"
  case undecodable
  case swallowedRecords = "swallowed-records"
  case repeatedHeader = "repeated-header"

  // Normalization: columns, units, dates and answers that cannot be decided.
  case unmappedColumn = "unmapped-column"
  case questionNotInSource = "question-not-in-source"
  case undecidedDate = "undecided-date"
  case unknownUnit = "unknown-unit"
  case ambiguousUnit = "ambiguous-unit"
  case formerName = "former-name"
  case stateNotYet = "state-not-yet"
  case stateNoLonger = "state-no-longer"
  case noState = "no-state"
  case unusedCrosswalkLine = "unused-crosswalk-line"
  case unclearAnswer = "unclear-answer"
  case blankKey = "blank-key"
  case noParent = "no-parent"
  case parentTwice = "parent-twice"
  case instanceTwice = "instance-twice"
  case mendedCount = "mended-count"

  // Validation: which submission counts, what the questionnaire demands, and corrections.
  case contradictingDuplicates = "contradicting-duplicates"
  case sameContent = "same-content"
  case requiredAnswer = "required-answer"
  case routingBroken = "routing-broken"
  case constraintBroken = "constraint-broken"
  case unusedCorrection = "unused-correction"
  case staleCorrection = "stale-correction"
  case doubleCorrection = "double-correction"

  // Export: prose that the figures do not bear out.
  case wordNotInScale = "word-not-in-scale"
  case wordNotBorneOut = "word-not-borne-out"
  case numberNotBorneOut = "number-not-borne-out"
  case twoWordsOneCell = "two-words-one-cell"
  case listNamesOthers = "list-names-others"
  case listIncomplete = "list-incomplete"
  case namedWithoutReply = "named-without-reply"
  case missingNote = "missing-note"
  case noteOnAnotherSubject = "note-on-another-subject"

  package var severity: Severity {
    switch self {
    case .swallowedRecords, .repeatedHeader, .unmappedColumn, .questionNotInSource,
      .unusedCrosswalkLine,
      .requiredAnswer, .contradictingDuplicates, .sameContent:
      .query
    default: stage == .export ? .query : .fatal
    }
  }

  /// The stage that reports it.
  package var stage: Stage {
    switch self {
    case .missingSource, .unreadFile, .strayQuote, .openQuote, .zeroByte, .fieldCount,
      .undecodable, .swallowedRecords, .repeatedHeader:
      .ingest
    case .unmappedColumn, .questionNotInSource, .undecidedDate, .unknownUnit, .ambiguousUnit,
      .formerName, .stateNotYet, .stateNoLonger, .noState, .unusedCrosswalkLine, .unclearAnswer,
      .blankKey, .noParent, .parentTwice, .instanceTwice, .mendedCount:
      .normalize
    case .contradictingDuplicates, .sameContent, .requiredAnswer, .routingBroken,
      .constraintBroken, .unusedCorrection, .staleCorrection, .doubleCorrection:
      .validate
    case .wordNotInScale, .wordNotBorneOut, .numberNotBorneOut, .twoWordsOneCell,
      .listNamesOthers, .listIncomplete, .namedWithoutReply, .missingNote, .noteOnAnotherSubject:
      .export
    }
  }
}
