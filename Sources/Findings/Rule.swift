package import Basics

/// A rule of the program: what it writes into `findings.csv`, by any stage.
///
/// A new rule is a case here, in the order of the page; the compiler then asks for its entry, a file
/// of its name below `Rules`. What it says of single findings is an `Objection`, in a file of the
/// same name below `Rules` of the stage that makes it. Page, severity, stage, base, `fail-above` and
/// the advice in `findings-by-rule.csv` follow from the entry.
package enum Rule: String, Sendable, CaseIterable {
  // Ingestion: files and records that cannot be read.
  case missingSource = "missing-source"
  case unreadFile = "unread-file"
  case noRecords = "no-records"
  case strayQuote = "stray-quote"
  case openQuote = "open-quote"
  case longRecord = "long-record"
  case zeroByte = "zero-byte"
  case fieldCount = "field-count"
  case shiftedRecord = "shifted-record"
  case secondTable = "second-table"
  case undecodable
  case swallowedRecords = "swallowed-records"
  case repeatedHeader = "repeated-header"
  case cumulativeSource = "cumulative-source"
  case itemTwice = "item-twice"

  // Normalization: columns, units, dates and answers that cannot be decided.
  case unmappedColumn = "unmapped-column"
  case questionNotInSource = "question-not-in-source"
  case choiceNotInSource = "choice-not-in-source"
  case codesWithDecimals = "codes-with-decimals"
  case undecidedDate = "undecided-date"
  case unknownUnit = "unknown-unit"
  case ambiguousUnit = "ambiguous-unit"
  case formerName = "former-name"
  case stateNotYet = "state-not-yet"
  case stateNoLonger = "state-no-longer"
  case noState = "no-state"
  case unusedCrosswalkLine = "unused-crosswalk-line"
  case damagedIdentifier = "damaged-identifier"
  case similarUnits = "similar-units"
  case sameNumbers = "same-numbers"
  case codeAsNumber = "code-as-number"
  case thousandsAsDecimals = "thousands-as-decimals"
  case undeclaredIncomplete = "undeclared-incomplete"
  case unclearAnswer = "unclear-answer"
  case blankKey = "blank-key"
  case noParent = "no-parent"
  case parentTwice = "parent-twice"
  case instanceTwice = "instance-twice"
  case commonDiffers = "common-differs"
  case mendedCount = "mended-count"

  // Validation: which submission counts, what the questionnaire demands, and corrections.
  case contradictingDuplicates = "contradicting-duplicates"
  case sameContent = "same-content"
  case manySuperseded = "many-superseded"
  case requiredAnswer = "required-answer"
  case routingBroken = "routing-broken"
  case constraintBroken = "constraint-broken"
  case notOffered = "not-offered"
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
}

extension Rule {
  /// What the catalogue has of the rule.
  package var entry: RuleEntry {
    switch self {
    case .missingSource: .missingSource
    case .unreadFile: .unreadFile
    case .noRecords: .noRecords
    case .strayQuote: .strayQuote
    case .openQuote: .openQuote
    case .longRecord: .longRecord
    case .zeroByte: .zeroByte
    case .fieldCount: .fieldCount
    case .shiftedRecord: .shiftedRecord
    case .secondTable: .secondTable
    case .undecodable: .undecodable
    case .swallowedRecords: .swallowedRecords
    case .repeatedHeader: .repeatedHeader
    case .cumulativeSource: .cumulativeSource
    case .itemTwice: .itemTwice
    case .unmappedColumn: .unmappedColumn
    case .questionNotInSource: .questionNotInSource
    case .choiceNotInSource: .choiceNotInSource
    case .codesWithDecimals: .codesWithDecimals
    case .undecidedDate: .undecidedDate
    case .unknownUnit: .unknownUnit
    case .ambiguousUnit: .ambiguousUnit
    case .formerName: .formerName
    case .stateNotYet: .stateNotYet
    case .stateNoLonger: .stateNoLonger
    case .noState: .noState
    case .unusedCrosswalkLine: .unusedCrosswalkLine
    case .damagedIdentifier: .damagedIdentifier
    case .similarUnits: .similarUnits
    case .sameNumbers: .sameNumbers
    case .codeAsNumber: .codeAsNumber
    case .thousandsAsDecimals: .thousandsAsDecimals
    case .undeclaredIncomplete: .undeclaredIncomplete
    case .unclearAnswer: .unclearAnswer
    case .blankKey: .blankKey
    case .noParent: .noParent
    case .parentTwice: .parentTwice
    case .instanceTwice: .instanceTwice
    case .commonDiffers: .commonDiffers
    case .mendedCount: .mendedCount
    case .contradictingDuplicates: .contradictingDuplicates
    case .sameContent: .sameContent
    case .manySuperseded: .manySuperseded
    case .requiredAnswer: .requiredAnswer
    case .routingBroken: .routingBroken
    case .constraintBroken: .constraintBroken
    case .notOffered: .notOffered
    case .unusedCorrection: .unusedCorrection
    case .staleCorrection: .staleCorrection
    case .doubleCorrection: .doubleCorrection
    case .wordNotInScale: .wordNotInScale
    case .wordNotBorneOut: .wordNotBorneOut
    case .numberNotBorneOut: .numberNotBorneOut
    case .twoWordsOneCell: .twoWordsOneCell
    case .listNamesOthers: .listNamesOthers
    case .listIncomplete: .listIncomplete
    case .namedWithoutReply: .namedWithoutReply
    case .missingNote: .missingNote
    case .noteOnAnotherSubject: .noteOnAnotherSubject
    }
  }

  /// The stage that reports it.
  package var stage: Stage { entry.stage }
  package var severity: Severity { entry.severity }
  package var base: RuleEntry.Base? { entry.base }
}
