extension ErrorID {
  /// The questionnaire, an XLSForm.
  package enum Form: String, ErrorSubject {
    case choiceName = "choice-name"
    case choiceTwice = "choice-twice"
    case extraWords = "extra-words"
    case heading
    case listName = "list-name"
    case longList = "long-list"
    case missingList = "missing-list"
    case nestedRepeat = "nested-repeat"
    case noGroup = "no-group"
    case noList = "no-list"
    case noName = "no-name"
    case noSurvey = "no-survey"
    case noType = "no-type"
    case noVersion = "no-version"
    case openGroup = "open-group"
    case questionName = "question-name"
    case questionTwice = "question-twice"
    case rankInRepeat = "rank-in-repeat"
    case repeatName = "repeat-name"
    case reservedName = "reserved-name"
    case routingCycle = "routing-cycle"
    case substantive
    case textTwice = "text-twice"
    case toolForm = "tool-form"
    case units
    case unknownType = "unknown-type"

    package static let title = "The questionnaire (XLSForm)"

    package var entry: ErrorEntry {
      switch self {
      case .choiceName:
        .author(
          "The name of a choice has a sign in it that files and expressions cannot have.",
          do: "Give the choice another name; what people read is its label.")
      case .choiceTwice:
        .author(
          "A list has two choices of one name.",
          do: "Rename one of the two.")
      case .extraWords:
        .author(
          "Words stand after a question type or a placeholder that nobody would read.",
          do: "Delete them; the name of a choice list has no blanks.")
      case .heading:
        .author(
          "A column of a sheet has a heading that XLSForm does not know but nearly does.",
          do: "Write the heading that the message proposes.")
      case .listName:
        .author(
          "A choice has no name of a list, or one with blanks.",
          do: "Write the name of its list, without blanks.")
      case .longList:
        .author(
          "A list has more choices than can be counted or ranked.",
          do: "Ask for a text, or ask two questions.")
      case .missingList:
        .author(
          "A question uses a choice list that is not there.",
          do: "Add the list to the choices, or write the name of one that is there.")
      case .nestedRepeat:
        .author(
          "A repeat stands within a repeat.",
          do: "Leave its rows out of the survey sheet, and its file out of the input folder.")
      case .noGroup:
        .author(
          "The end of a group or repeat does not fit its beginning.",
          do: "Write the end that belongs to the group that is open.")
      case .noList:
        .author(
          "A choice question names no list.",
          do: "Write the name of its list after the type, as in `select_one yes_no`.")
      case .noName:
        .author(
          "A question has no name.",
          do: "Give it one.")
      case .noSurvey:
        .author(
          "The workbook of a form has no sheet `survey`.",
          do: "Take a workbook with the sheets of an XLSForm.")
      case .noType:
        .author(
          "A question has no type.",
          do: "Write one such as `text` or `select_one yes_no`.")
      case .noVersion:
        .author(
          "A question or choice was in no version of the form, since it ended before it began.",
          do: "Correct `since` or `until`.")
      case .openGroup:
        .author(
          "A group or repeat is begun and never ended.",
          do: "Add its end.")
      case .questionName:
        .author(
          "The name of a question has a sign in it that files and expressions cannot have.",
          do: "Give the question another name; what people read is its label.")
      case .questionTwice:
        .author(
          "Two questions have one name.",
          do: "Rename one of the two.")
      case .rankInRepeat:
        .author(
          "A ranking is asked in a repeat, where several rankings have no order in common.",
          do: "Leave it out of the survey sheet.")
      case .repeatName:
        .author(
          "The name of a repeat has a sign in it that files and expressions cannot have.",
          do: "Give the repeat another name.")
      case .reservedName:
        .author(
          "A question has the name of an attribute of the units.",
          do: "Rename the question.")
      case .routingCycle:
        .author(
          "The routing of a question depends on itself.",
          do: "Ask one of the questions in the circle without condition.")
      case .substantive:
        .author(
          "The column `substantive` of the choices has something else than yes or no, or a list "
            + "has no choice that answers what was asked.",
          do: "Write `no` for choices such as *don't know*, and nothing for the others.")
      case .textTwice:
        .author(
          "Two choices of a list have one text, so that a field that has it could mean either.",
          do: "Give one of them another label, delete the synonym, or merge the two.")
      case .toolForm:
        .author(
          "The questionnaire is to be made into an XLSForm, and a row is nothing that survey tools take.",
          do: "Write the row as the message expects, or leave `xlsform` out.")
      case .units:
        .author(
          "The units of a number are not written as they can be, or stand at a question that "
            + "asks for none.",
          do: "Write them as the message expects, or delete them.")
      case .unknownType:
        .author(
          "A question has a type that has no tables here.",
          do: "Write a type that the message names.")
      }
    }
  }
}
