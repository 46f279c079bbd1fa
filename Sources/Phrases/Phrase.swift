package import Basics

/// What the program prints of its own in what people open: one case a text, with what is put into
/// it. Each language has a file with all of them, so that none can be missing.
///
/// Texts begin with a small letter where they may stand within others; `Language.heading` gives
/// the same as a label of its own.
package enum Phrase: Sendable, Equatable {
  /// Whom a page lists by name.
  package enum Listed: Sendable {
    case nobody
    /// States, which a map shows as well.
    case states
    /// Units of the collection's own list.
    case units
  }

  // MARK: What a base is

  case allUnits, allParticipants
  case unitsThatReplied, unitsAsked, unitsThatAnswered, unitsThatAnsweredInSubstance
  case unitsInRow, unitsThatRanked
  case choicesMade, choicesRankedFirst
  /// A base of which only those count for which a condition holds.
  case baseWhere(_ base: String, _ condition: String)
  case baseInAllColumns(_ base: String)

  // MARK: Rows and columns

  case total, all
  case base(_ label: String)
  case numberInBase
  /// A choice below the net that it is part of.
  case ofWhich(_ label: String)
  /// Those in the base who were offered a choice.
  case offered(_ label: String)
  /// A ranking, which tables count by the choice ranked first.
  case rankedFirst(_ label: String)

  // MARK: The six answer states

  case answered, noAnswer, notApplicable, notAsked, unclear, didNotReply

  // MARK: Attributes of units

  case response, replied
  case status, statesParties, signatories, nonSignatories
  /// States that were parties and are none any more.
  case statesThatWithdrew
  /// To whom the treaty is not open.
  case notEligible
  case regionalGroup, inNoGroup
  case signature, signed, notSigned
  case instrument, deposited, notDeposited
  /// Which version of a form was filled in, and one of which nobody said which it was.
  case formVersion, noVersion
  /// Units of which nothing is known in this.
  case notSpecified(_ attribute: String)

  // MARK: Headings of statistics

  case number, weightedNumber
  case perCent, perCentOfRow, perCentOfTable, perCentOfChoices, cumulativePerCent
  case mean, median, lowerQuartile, upperQuartile, smallest, largest, sum, standardDeviation
  case meanRank, timesRanked, perCentThatRanked
  case lowerLimit, upperLimit, higherThan

  // MARK: Notes of tables

  case percentagesOfBase(_ label: String)
  case percentagesOfBaseBelow
  /// The choices that some were not offered.
  case percentagesOfOffered
  case percentagesOfRow, percentagesOfTable
  /// Whether there is a ranking among the questions.
  case percentagesOfChoices(ranked: Bool)
  case sharesAreWeighted
  /// Base and answer states do not come to all units.
  case baseIsCondition
  /// A variable in no row of which some units of the base are.
  case rowsLeaveOut(_ variable: String)
  /// How many rows are not printed, since all of their counts are 0.
  case zeroRowsLeftOut(_ number: Int)
  /// A variable across of which some units of the table have no code.
  case columnsLeaveOut(_ variable: String)
  /// A variable across of which a unit may have several codes, or none.
  case columnsOverlap(_ variable: String)
  /// The repeat of whose instances a unit has every choice that any of them has.
  case choicesOfInstances(_ label: String)
  /// The repeat of whose instances a unit has the sum of their numbers.
  case sumsOfInstances(_ label: String)
  /// The repeat of which each instance is a unit of the table.
  case instancesAreUnits(_ label: String)
  /// In per cent; whether letters name the columns that a figure is higher than.
  case confidence(_ percent: String, letters: Bool)
  /// The variables of the strata that the sample was drawn from.
  case drawnFromStrata(_ variables: String)
  /// The variable that names the clusters in which it was drawn.
  case drawnInClusters(_ variable: String)
  /// What the answers to a question and the columns of a variable are tested by: `F(2; 97) = 3.1, p = 0.05`.
  case independence(rows: String, columns: String, test: String)
  /// Too few answers for such a test.
  case independenceUntold(rows: String, columns: String)
  case suppressed
  /// Of Member States, their names and their groups, that the registers do not know of.
  case changesMayBeMissing(after: CalendarDate)
  /// Treaty actions that the register does not know of.
  case actionsMayBeMissing(after: CalendarDate)
  /// The fewest units that a percentage may be of.
  case smallBase(_ least: Int)
  /// Of what counts are multiples, and whether the parts of the table come to its wholes; nil where that is not
  /// said.
  case rounded(_ base: Int, addsUp: Bool?)

  // MARK: Sentences of a report

  case day(CalendarDate)
  /// A percentage with what it is of.
  case percentOf(_ percent: String, _ counts: String)
  case countOf(_ count: String, _ base: String)
  case weighted(_ counts: String)
  /// In place of a share of nobody; whether there are units, who weigh nothing.
  case noShare(_ counts: String, weightless: Bool)
  case exactly(_ percent: String)
  case orMore(_ percent: String)
  /// Names separated as in an enumeration.
  case names([String])
  /// Names joined as in a sentence, with "and" before the last.
  case namesInSentence([String])
  /// Some of the names, where they are too many to give all.
  case forExample(_ names: String)
  /// In place of names where there are none.
  case nobody

  // MARK: A workbook

  case coverSheet, contents, sheet, table, notes, note, sign, meaning, group, row
  case asAt(CalendarDate)
  case publisher(String), contact(String)
  case backToContents, sheetsOfTables
  /// What labels refer to a note by.
  case noteMark(Int)
  /// Where the notes of a table stand.
  case notesInSheet(_ name: String)
  case oneTable, oneTableAndChart
  case chartOf(_ title: String)
  /// What the shorthand `[z]` and `[x]` means.
  case notApplicableHere, notAvailable

  // MARK: A page

  case responseAtAGlance, responseOverTime, tablesAndCharts, statesAndAnswers
  case skipToFigures, showOnly, showAll, asTable, close
  /// What filters of a page do.
  case showHint(Listed)
  case dotPlotOf(_ title: String)
  case figuresBelow
  case state, received, repliedLate, date, repliesByThen
  case statesByAnswer, findState
  case statesFound(_ count: String)
  case unit, unitsAndAnswers, unitsByAnswer, findUnit
  case unitsFound(_ count: String)
  case answersOf(_ name: String)
  case question, answer
  case textInFile(_ name: String)
  /// The answer states but for "answered" and "did not reply".
  case withoutAnswer
  case mapOfStates, mapHint, colourBy
  case mapBy(_ label: String)
}
