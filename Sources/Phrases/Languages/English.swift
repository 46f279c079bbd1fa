import Basics

/// English, as the United Nations Editorial Manual has it.
enum English {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .allUnits: "all units"
    case .allParticipants: "all participants"
    case .unitsThatReplied: "units that replied"
    case .unitsAsked: "units that were asked this question"
    case .unitsThatAnswered: "units that answered this question"
    case .unitsThatAnsweredInSubstance: "units that gave a substantive answer to this question"
    case .unitsInRow: "units in this row"
    case .unitsThatRanked: "units that ranked it"
    case .choicesMade: "choices made"
    case .choicesRankedFirst: "choices ranked first"
    case .baseWhere(let base, let condition): "\(base), where \(condition)"
    case .baseInAllColumns(let base): "\(base), in all columns"
    case .total: "total"
    case .all: "all"
    case .base(let label): "Base: \(label)"
    case .numberInBase: "number in the base"
    case .ofWhich(let label): "of which: \(label)"
    case .offered(let label): "of which offered: \(label)"
    case .rankedFirst(let label): "\(label) (ranked first)"
    case .answered: "answered"
    case .noAnswer: "no answer"
    case .notApplicable: "not applicable"
    case .notAsked: "not asked"
    case .unclear: "unclear"
    case .didNotReply: "did not reply"
    case .response: "response"
    case .replied: "replied"
    case .status: "status"
    case .statesParties: "States parties"
    case .signatories: "signatories"
    case .nonSignatories: "non-signatories"
    case .statesThatWithdrew: "States that withdrew"
    case .notEligible: "not eligible to join"
    case .regionalGroup: "regional group"
    case .inNoGroup: "in no regional group"
    case .signature: "signature"
    case .signed: "signed"
    case .notSigned: "not signed"
    case .instrument: "instrument"
    case .deposited: "instrument deposited"
    case .notDeposited: "no instrument deposited"
    case .formVersion: "version of the form"
    case .noVersion: "not declared"
    case .notSpecified(let attribute): "\(attribute): not specified"
    case .number: "number"
    case .weightedNumber: "weighted number"
    case .perCent: "per cent"
    case .perCentOfRow: "per cent of row"
    case .perCentOfTable: "per cent of table"
    case .perCentOfChoices: "per cent of choices made"
    case .cumulativePerCent: "cumulative per cent"
    case .mean: "mean"
    case .median: "median"
    case .lowerQuartile: "lower quartile"
    case .upperQuartile: "upper quartile"
    case .smallest: "smallest"
    case .largest: "largest"
    case .sum: "sum"
    case .standardDeviation: "standard deviation"
    case .meanRank: "mean rank"
    case .timesRanked: "times ranked"
    case .perCentThatRanked: "per cent that ranked it"
    case .lowerLimit: "lower limit"
    case .upperLimit: "upper limit"
    case .higherThan: "higher than"
    case .percentagesOfBase(let label): "Percentages are of the base: \(label)."
    case .percentagesOfBaseBelow: "Percentages are of the base below each group of rows."
    case .percentagesOfOffered:
      "The percentage of a choice that some were not offered is of those who were."
    case .percentagesOfRow: "Percentages of row are of the units in the row."
    case .percentagesOfTable: "Percentages of table are of the base in all columns."
    case .percentagesOfChoices(let ranked):
      "Percentages of choices are of all choices made"
        + (ranked ? ", of a ranking of those ranked first." : ".")
    case .baseIsCondition:
      "The base is a condition: it may hold units that did not answer and leave out "
        + "others that did, so that base and answer states need not come to all."
    case .rowsLeaveOut(let variable):
      "Units that are in no row of “\(variable)” are in the base alone."
    case .zeroRowsLeftOut(let number):
      "Rows left out in which all counts are 0: \(number)."
    case .columnsLeaveOut(let variable):
      "Units that are in no column of “\(variable)” are in the total alone."
    case .columnsOverlap(let variable):
      "A unit may be in several columns of “\(variable)”, or in none, so that these need"
        + " not add up to the total."
    case .choicesOfInstances(let label):
      "A unit counts for each answer that was given of any of its “\(label)”."
    case .sumsOfInstances(let label):
      "The number of a unit is the sum over its “\(label)”."
    case .instancesAreUnits(let label):
      "Each of “\(label)” is a unit of this table, with the answers of the reply it belongs to."
    case .sharesAreWeighted: "Shares and means are weighted; numbers are of units, not weighted."
    case .confidence(let percent, let letters):
      "Limits and comparisons hold with a confidence of \(percent) per cent"
        + (letters ? "; letters name the columns that a figure is higher than." : ".")
    case .drawnFromStrata(let variables):
      "The sample was drawn from strata: “\(variables)”."
    case .drawnInClusters(let variable):
      "The sample was drawn in clusters: “\(variable)”."
    case .independence(let rows, let columns, let test):
      "“\(rows)” and “\(columns)”: \(test), by the test of independence with the correction of Rao and Scott."
    case .independenceUntold(let rows, let columns):
      "“\(rows)” and “\(columns)”: too few answers for a test of independence."
    case .suppressed: "hidden, since replies were given in confidence."
    case .changesMayBeMissing(let date):
      "Changes of Member States, their names and regional groups after \(text(.day(date))) may be missing."
    case .actionsMayBeMissing(let date):
      "Signatures and instruments after \(text(.day(date))) may be missing."
    case .smallBase(let least): "no percentage, since the base is below \(least)."
    case .rounded(let base, let addsUp):
      "Counts are rounded to multiples of \(base), and percentages and means are of rounded counts"
        + (addsUp.map { $0 ? "; they add up." : "; they do not all add up." } ?? ".")
    case .day(let date): "\(date.day) \(months[date.month - 1]) \(date.year)"
    case .percentOf(let percent, let counts): "\(percent) per cent (\(counts))"
    case .countOf(let count, let base): "\(count) of \(base)"
    case .weighted(let counts): "weighted; \(counts)"
    case .noShare(let counts, let weightless):
      "no share (\(counts)"
        + (weightless ? ", who weigh nothing)" : ")")
    case .exactly(let percent): "exactly \(percent) per cent"
    case .orMore(let percent): "\(percent) per cent or more"
    case .names(let names): names.joined(separator: ", ")
    case .namesInSentence(let names): Language.join(names, ", ", last: " and ")
    case .forExample(let names): "for example \(names)"
    case .nobody: "none"
    case .contents: "contents"
    case .notes: "notes"
    case .coverSheet: "cover"
    case .sheet: "sheet"
    case .table: "table"
    case .note: "note"
    case .sign: "shorthand"
    case .meaning: "meaning"
    case .group: "group"
    case .row: "row"
    case .backToContents: "back to the contents"
    case .noteMark(let number): "[note \(number)]"
    case .notesInSheet(let name): "Notes are explained in the sheet “\(name)”."
    case .oneTable: "This sheet contains one table."
    case .oneTableAndChart: "This sheet contains one table, and a chart of it below."
    case .notApplicableHere: "there is no such figure for this row"
    case .notAvailable: "not available: there is nobody, or too few, that the figure could be of"
    case .sheetsOfTables: "Each table has a sheet of its own; its title leads there."
    case .asAt(let day): "Replies received by \(text(.day(day)))"
    case .publisher(let name): "Published by \(name)"
    case .contact(let text): "Contact: \(text)"
    case .chartOf(let title): "Bar chart of the table: \(title)"
    case .responseAtAGlance: "response at a glance"
    case .responseOverTime: "response over time"
    case .tablesAndCharts: "tables and charts"
    case .statesAndAnswers: "States and their answers"
    case .skipToFigures: "skip to the figures"
    case .showOnly: "show only"
    case .showAll: "show all"
    case .showHint(let listed):
      "Tables and charts then have the total and the columns chosen"
        + showHint(listed)
    case .asTable: "as a table"
    case .close: "close"
    case .dotPlotOf(let title): "Dot plot of the table: \(title)"
    case .figuresBelow: "All figures are in the table below."
    case .state: "State"
    case .received: "received"
    case .repliedLate: "replied too late"
    case .date: "date"
    case .repliesByThen: "replies by then"
    case .statesByAnswer: "States by answer"
    case .findState: "find a State"
    case .statesFound(let count): "States: \(count)"
    case .unit: "unit"
    case .unitsAndAnswers: "units and their answers"
    case .unitsByAnswer: "units by answer"
    case .findUnit: "find a unit"
    case .unitsFound(let count): "Units: \(count)"
    case .answersOf(let name): "Answers: \(name)"
    case .question: "question"
    case .answer: "answer"
    case .textInFile(let name): "a text, which stands in \(name)"
    case .withoutAnswer: "no answer, not applicable, not asked or unclear"
    case .mapOfStates: "map of the States"
    case .mapHint:
      "Each State is a tile of one size, roughly where it lies. There are no borders, and "
        + "nothing is said of any."
    case .colourBy: "colour by"
    case .mapBy(let label): "Tile map of the States: \(label). The list below says the same."
    }
  }

  private static func showHint(_ listed: Phrase.Listed) -> String {
    switch listed {
    case .nobody: "."
    case .states:
      "; list and map the States that are in all groups chosen."
    case .units: "; the list has the units that are in all groups chosen."
    }
  }
}
