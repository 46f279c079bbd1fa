/// What a rule means, for the people who read what it found.
package struct RuleText: Sendable {
  /// One sentence: when it reports.
  package let reports: String
  /// What looks alike and is not reported.
  package let leavesAlone: String
  package let advice: String

  package init(reports: String, leavesAlone: String = "", advice: String) {
    self.reports = reports
    self.leavesAlone = leavesAlone
    self.advice = advice
  }
}

extension Rule {
  private static let mend =
    "Mend the record in `quarantine/records/` and put the file into `Input/<collection>/mended/`."
  private static let mendOrSettle =
    "Mend the record, or settle the name in `crosswalk.csv`."

  package var text: RuleText {
    switch self {
    case .missingSource:
      RuleText(
        reports: "A source of `pipeline.yaml` has no file in the input folder.",
        leavesAlone: "A pattern that at least one file matches.",
        advice: "Put the export there, or delete the source.")
    case .unreadFile:
      RuleText(
        reports: "A file in the input folder is of no source.",
        leavesAlone: "Mended files under the name of a source's file.",
        advice: "Add a source for it, or move it out of the folder.")
    case .strayQuote:
      RuleText(
        reports: "A quote stands inside a cell, or a quoted cell is followed by text.",
        leavesAlone: "Quoted cells with each inner quote doubled.",
        advice: Self.mend)
    case .openQuote:
      RuleText(
        reports: "A quote is opened and never closed.",
        leavesAlone: "Quoted cells that go over several lines.",
        advice: Self.mend)
    case .zeroByte:
      RuleText(
        reports: "A zero byte stands in a record.",
        leavesAlone: "Those of a file in UTF-16, which are halves of its characters.",
        advice: Self.mend)
    case .fieldCount:
      RuleText(
        reports: "A record has more or fewer cells than the header has columns.",
        leavesAlone: "Blank cells beyond the last column, and blank records.",
        advice: Self.mend)
    case .undecodable:
      RuleText(
        reports: "A byte of a record is none of the source's encoding.",
        leavesAlone: "A header that does not decode, which stops the run.",
        advice: Self.mend)
    case .swallowedRecords:
      RuleText(
        reports: "A quoted cell holds lines with as many cells as the header has.",
        leavesAlone: "Cells over several lines of prose.",
        advice: "Look at the line in a text editor: a quote may have been opened and closed later.")
    case .repeatedHeader:
      RuleText(
        reports: "The header of a source stands among its records once more; it is not counted.",
        leavesAlone: "A header of one column, and the header of each mended file.",
        advice: "Two exports may have been joined: look whether the records below came twice.")
    case .unmappedColumn:
      RuleText(
        reports: "A column of a source is no question and not under `ignore`.",
        leavesAlone: "Columns that `pipeline.yaml` names, and those only a survey tool needs.",
        advice: "Map it under `columns` of the source, or ignore it.")
    case .questionNotInSource:
      RuleText(
        reports: "No column of a source is a question; it counts as not asked.",
        leavesAlone: "Questions that the source's `version` does not have.",
        advice: "Map its column under `columns` of the source, or declare its `version`.")
    case .undecidedDate:
      RuleText(
        reports: "The day a record was received on cannot be told.",
        leavesAlone: "ISO dates, and others in the `date-order` of the source.",
        advice: "Mend the date, or declare `date-order` of the source.")
    case .unknownUnit:
      RuleText(
        reports: "A record does not say who it is from, or names no State.",
        leavesAlone: "Names of the registers in any spelling, and those in `crosswalk.csv`.",
        advice: Self.mendOrSettle)
    case .ambiguousUnit:
      RuleText(
        reports: "A name means more than one State.",
        leavesAlone: "Names that only one State has at the cut-off.",
        advice: Self.mendOrSettle)
    case .formerName:
      RuleText(
        reports: "A name was that of a State, but not at the cut-off.",
        leavesAlone: "Names that held at the cut-off and do not today.",
        advice: Self.mendOrSettle)
    case .stateNotYet:
      RuleText(
        reports: "A State became a Member State only after the cut-off.",
        leavesAlone: "States that joined on the day itself.",
        advice: Self.mendOrSettle)
    case .stateNoLonger:
      RuleText(
        reports: "A State was no Member State any more at the cut-off.",
        leavesAlone: "States that ceased to exist later.",
        advice: Self.mendOrSettle)
    case .noState:
      RuleText(
        reports:
          "A record is from an organization or a State that is no Member State, or from nobody as "
          + "`crosswalk.csv` says.",
        leavesAlone:
          "Member States, whatever they are called. What the crosswalk says is *settled*.",
        advice: Self.mendOrSettle)
    case .unusedCrosswalkLine:
      RuleText(
        reports: "No record needed a line of `crosswalk.csv`.",
        leavesAlone: "Lines that at least one record needed.",
        advice: "Delete the line, or write the name as the source has it.")
    case .unclearAnswer:
      RuleText(
        reports:
          "An answer is not of its question's list or type, or its ticks or ranks contradict "
          + "one another.",
        leavesAlone: "Blanks; labels, names and synonyms of choices in any case and language.",
        advice: "Mend the record, add the text to `synonyms` in `choices.csv`, or correct the "
          + "answer in `corrections.csv`.")
    case .blankKey:
      RuleText(
        reports: "A record of a repeat has no key of its submission.",
        leavesAlone: "Keys with blanks around them.",
        advice: Self.mend)
    case .noParent:
      RuleText(
        reports: "A record of a repeat has the key of no submission.",
        leavesAlone: "Submissions without records in the repeat.",
        advice: "Put the export with its submission into the input folder, or mend the key.")
    case .parentTwice:
      RuleText(
        reports: "A record of a repeat has a key that several submissions have.",
        leavesAlone: "A key that several submissions have and no record of the repeat.",
        advice: "Declare a key under `repeat` that no two submissions share.")
    case .instanceTwice:
      RuleText(
        reports: "A record of a repeat stands twice.",
        leavesAlone: "Records with equal answers and keys of their own.",
        advice: "Delete the record, or mend its key.")
    case .mendedCount:
      RuleText(
        reports: "A mended file of a repeat has more or fewer records than were set aside.",
        leavesAlone: "Records that are still wrong, each in its place.",
        advice: "Keep all records of `quarantine/records/` in their order.")
    case .requiredAnswer:
      RuleText(
        reports: "A question that the form requires was left blank.",
        leavesAlone: "Questions that do not apply or were not asked, and unclear answers.",
        advice: "Ask the respondent.")
    case .routingBroken:
      RuleText(
        reports: "A question is answered to which `relevant` does not lead. The answer counts.",
        leavesAlone: "Unclear answers, which are reported already.",
        advice: "Ask the respondent; correct one of the answers in `corrections.csv`.")
    case .constraintBroken:
      RuleText(
        reports: "An answer breaks the `constraint` of its question.",
        leavesAlone: "Blanks and unclear answers.",
        advice: "Ask the respondent; correct the answer in `corrections.csv`.")
    case .unusedCorrection:
      RuleText(
        reports: "A line of `corrections.csv` is about a unit without a submission that counts.",
        leavesAlone: "Units that replied in time.",
        advice: "Delete the line, or look for the unit in `late.csv` and the quarantine.")
    case .staleCorrection:
      RuleText(
        reports: "A line of `corrections.csv` found something else there than its `from`.",
        leavesAlone: "Unclear answers that `from` names as received, or by `?`.",
        advice: "Delete the line, or set `from` to what is there.")
    case .doubleCorrection:
      RuleText(
        reports: "A line of `corrections.csv` is about an answer that one before it has changed.",
        leavesAlone: "Lines after one for the same answer, where `from` is what that one made.",
        advice: "Delete one of the two.")
    case .contradictingDuplicates:
      RuleText(
        reports: "Two records of one unit, source and moment say different things.",
        leavesAlone: "Records that are alike in all answers and texts, and mended ones.",
        advice: "Ask the respondent which one holds; the one further down counts.")
    case .sameContent:
      RuleText(
        reports: "Two units gave the same answers, five of them telling ones or more: a number, a "
          + "date, a text, or one of more than three choices.",
        leavesAlone: "Replies with fewer such answers, which are alike by chance.",
        advice: "Ask both whether one reply was sent in twice.")
    case .wordNotInScale:
      RuleText(
        reports: "A text says of a cell what is no word of the collection's scale.",
        leavesAlone: "Words of the scale in a longer phrase, in any case.",
        advice: "Write the word that the message gives, or change the scale under `quantifiers`.")
    case .wordNotBorneOut:
      RuleText(
        reports: "A text says a word of the scale of a cell whose share has another.",
        leavesAlone: "The word that the scale gives to the share.",
        advice: "Write the word that the message gives.")
    case .numberNotBorneOut:
      RuleText(
        reports: "A number, base or percentage in a text is not that of its cell.",
        leavesAlone: "Numbers in words, and percentages rounded to the decimals they have.",
        advice: "Write the figure that the message gives.")
    case .twoWordsOneCell:
      RuleText(
        reports: "Two words of the scale are said of one cell.",
        leavesAlone: "The same word said again.",
        advice: "Say the same of one figure everywhere.")
    case .listNamesOthers:
      RuleText(
        reports: "A list names a State that is not behind its cell.",
        leavesAlone: "Other names of a State that is.",
        advice: "Take the name out, or look at the answer.")
    case .listIncomplete:
      RuleText(
        reports: "A list leaves out a State behind its cell.",
        leavesAlone: "Lists with words such as \"for example\".",
        advice: "Name all, or write \"for example\" before the names.")
    case .namedWithoutReply:
      RuleText(
        reports: "A text names a State that has not replied in time.",
        leavesAlone: "Names inside `{{mention …}}`.",
        advice: "Take the name out, or write `{{mention …}}` where it is named on purpose.")
    case .missingNote:
      RuleText(
        reports: "A text refers to a note that is not there.",
        leavesAlone: "Notes of another text, as in \"note 4 of the Convention\".",
        advice: "Add the note, or refer to the right one.")
    case .noteOnAnotherSubject:
      RuleText(
        reports: "A text refers to a note that speaks of other questions than the place.",
        leavesAlone: "Notes and places without figures.",
        advice: "Refer to the note that is meant.")
    }
  }
}
