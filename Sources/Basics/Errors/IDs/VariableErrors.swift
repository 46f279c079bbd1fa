extension ErrorID {
  /// Variables of the plan, their codes, and nets.
  package enum Variable: String, ErrorSubject {
    case bound
    case code
    case codeName = "code-name"
    case codeTwice = "code-twice"
    case doubtfulOpinion = "doubtful-opinion"
    case emptyBand = "empty-band"
    case mentions
    case net
    case netName = "net-name"
    case netTwice = "net-twice"
    case noCodes = "no-codes"
    case noNumber = "no-number"
    case noSource = "no-source"
    case value
    case variableBelow = "variable-below"
    case variableName = "variable-name"
    case variableTwice = "variable-twice"

    package static let title = "Variables, codes and nets"

    package var entry: ErrorEntry {
      switch self {
      case .bound:
        .author(
          "The bound of a band is no number or date.",
          do: "Write a number, or a date such as 2005-07-29.")
      case .code:
        .author(
          "A code has no condition, or more than one.",
          do: "Write one of `of` with codes, `from` and `below` for a band, and `where` with a "
            + "condition.")
      case .codeName:
        .author(
          "The name of a code has a sign in it that files cannot have.",
          do: "Give the code another name; what people read is its label.")
      case .codeTwice:
        .author(
          "A variable has two codes of one name.",
          do: "Rename one of the two.")
      case .doubtfulOpinion:
        .author(
          "A mean of a scale, its top or bottom, a band or a comparison is asked for, and a choice of it "
            + "seems to be no opinion, such as \"don't know\" with the code 99.",
          do: "Write `no` or `yes` in the column `substantive` of `choices.csv` beside the choice.")
      case .emptyBand:
        .author(
          "A band ends before it begins.",
          do: "Let `from` be less than `below`.")
      case .mentions:
        .author(
          "Several questions cannot be taken together as mentions of one thing: they have no choices, or choices "
            + "of one name that are not the same.",
          do: "Name questions that have one list of choices, or write `codes` with conditions.")
      case .net:
        .author(
          "A net does not say which codes it takes together.",
          do: "Write one of `of`, `top` and `bottom`.")
      case .netName:
        .author(
          "The name of a net has a sign in it that files cannot have.",
          do: "Give the net another name; what people read is its label.")
      case .netTwice:
        .author(
          "A variable has a row with the name of a net already.",
          do: "Give the net another name.")
      case .noCodes:
        .author(
          "A variable without choices stands where choices are needed.",
          do: "Take a closed question or an attribute, or make bands under `variables`.")
      case .noNumber:
        .author(
          "Bands are made of something that is no number, date or scale.",
          do: "Write `of` with its choices.")
      case .noSource:
        .author(
          "A variable does not say what its codes come from.",
          do: "Add `from` with a question, attribute or variable.")
      case .value:
        .author(
          "A number that is computed has codes as well, is the same for everybody, or is of several answers "
            + "of a repeat.",
          do:
            "Write `value` alone, with a question in it that is in no repeat; for bands add a variable "
            + "`from` it.")
      case .variableBelow:
        .author(
          "A variable follows from one that does not stand above it.",
          do: "Move that variable up; where they follow from each other, mend the circle.")
      case .variableName:
        .author(
          "The name of a variable has a sign in it that files and expressions cannot have.",
          do: "Give the variable another name; what people read is its label.")
      case .variableTwice:
        .author(
          "A question, attribute or variable has the name already.",
          do: "Give the variable another name.")
      }
    }
  }
}
