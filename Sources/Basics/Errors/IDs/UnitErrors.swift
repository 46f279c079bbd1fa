extension ErrorID {
  /// The collection's own units and their attributes.
  package enum Units: String, ErrorSubject {
    case attributeBand = "attribute-band"
    case attributeCode = "attribute-code"
    case attributeName = "attribute-name"
    case attributeValue = "attribute-value"
    case noAttributeColumn = "no-attribute-column"
    case noUnits = "no-units"
    case undeclaredColumn = "undeclared-column"
    case unitCode = "unit-code"
    case unitListedTwice = "unit-listed-twice"
    case unitName = "unit-name"
    case unitsOfRespondents = "units-of-respondents"

    package static let title = "`units.csv` and `attributes`"

    package var entry: ErrorEntry {
      switch self {
      case .attributeBand:
        .author(
          "The bands of an attribute overlap, are of numbers and of dates, or some codes have none.",
          do: "Give each code `from`, `below` or both, so that each value is in one band at most.")
      case .attributeCode:
        .author(
          "A name or value of an attribute cannot stand in tables and addresses, stands twice, or is "
            + "that of units of which `units.csv` says nothing.",
          do: "Write a short name of letters and digits, and what is to be printed as its `label`.")
      case .attributeName:
        .author(
          "An attribute has the name of something else: of an attribute that follows from registers "
            + "and replies, of a column of `units.csv`, or of another attribute.",
          do: "Give it another name, in `pipeline.yaml` and `units.csv`.")
      case .attributeValue:
        .author(
          "A value of an attribute that bands are made of is no number or date, or lies in no band.",
          do: "Correct it in `units.csv`, leave the field blank, or add a band.")
      case .noAttributeColumn:
        .author(
          "`units.csv` has no column for an attribute that `pipeline.yaml` declares.",
          do: "Add the column, or delete the attribute.")
      case .noUnits:
        .author(
          "No unit was to report: `units.csv` is not there, or none of its lines holds at the cut-off.",
          do: "Write the units into `units.csv`, or correct `valid_from` and `valid_to`.")
      case .undeclaredColumn:
        .author(
          "A column of `units.csv` is neither one of its own nor declared as an attribute.",
          do: "Declare it under `attributes` of `pipeline.yaml`, or take it out.")
      case .unitCode:
        .author(
          "A code in `units.csv` is blank, too long, or no text that a unit can be known by.",
          do: "Write what the unit is known by.")
      case .unitListedTwice:
        .author(
          "A unit stands twice in `units.csv` at the same time.",
          do: "Correct `valid_from` and `valid_to`, or delete one of the two lines.")
      case .unitName:
        .author(
          "A line of `units.csv` has a code that no State has and no name, or a name and a code of two "
            + "States.",
          do: "Correct the code or the name; States need no name.")
      case .unitsOfRespondents:
        .author(
          "There is a list of units, or an attribute of them, but the unit is the respondent.",
          do: "Write `unit: listed`, so that the units of the list are counted, or delete the list."
        )
      }
    }
  }
}
