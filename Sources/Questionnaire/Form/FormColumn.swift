package import Basics

/// The columns of `survey.csv` that are read here.
package enum SurveyColumn: String, DefinitionKey {
  case type, name, label, relevant, constraint, calculation
  case choiceFilter = "choice_filter"
  case required, article, since, until, units

  package var entry: KeyEntry {
    switch self {
    case .type:
      KeyEntry(
        .text("a type of XLSForm"), .refused, "What may be answered, and groups and repeats.",
        example: "select_one law", readBy: [.normalize, .validate, .aggregate, .export])
    case .name:
      KeyEntry(
        .text("a name"), .refused, "What the question is called in all other files.",
        example: "law", readBy: [.normalize, .validate, .aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"),
        "The wording. A column for each language has the code of the language in its heading, as "
          + "`label::English (en)`.",
        example: "Is there a law?", readBy: [.normalize, .export])
    case .relevant:
      KeyEntry(
        .text("a condition"), .words("it is asked of all"), "Whom the question is asked of.",
        example: "${party} = 'yes'", readBy: [.validate, .export])
    case .constraint:
      KeyEntry(
        .text("a condition"), .words("any answer may be"),
        "What must hold for an answer, which is `.`; where it does not, there is a finding.",
        example: ". != 'in_part' or ${party} = 'yes'", readBy: [.validate])
    case .calculation:
      KeyEntry(
        .text("an expression"), .words("the name stands for nothing"),
        "What a row of the type `calculate` stands for: its name may stand wherever a condition may name "
          + "a question, and in messages of rules. Where the row or its group is not `relevant`, it is a "
          + "blank. One that is not read here, such as one by `once()` or within a repeat that no table counts, is an error "
          + "where something rests on it, and otherwise left to the tool.",
        example: "if(${law} = 'yes', 2, 0)", readBy: [.validate, .aggregate, .export])
    case .choiceFilter:
      KeyEntry(
        .text("a condition"), .words("every choice is offered to whoever is asked"),
        "Which choices are offered to whom: a condition in which the columns of `choices.csv` stand by "
          + "their bare names. What was not offered is not *not chosen*: the percentages of such a "
          + "choice are of those who were offered it, and to choose it is a finding.",
        example: "region = ${region}", readBy: [.validate, .aggregate, .export])
    case .required:
      KeyEntry(
        .text("`yes` or nothing"), .words("it may be left blank"),
        "Whether no answer is a finding.", example: "yes", readBy: [.validate])
    case .article:
      KeyEntry(
        .text("a text"), .words("none"),
        "The provision the question is about, for those who read the form. It is not XLSForm's, and "
          + "neither are the columns below.",
        example: "Article 6", readBy: [])
    case .since:
      KeyEntry(
        .text("a date"), .words("from the first version on"),
        "The first version of the form that had the question.", example: "2004-01-01",
        readBy: [.normalize, .validate])
    case .until:
      KeyEntry(
        .text("a date"), .words("up to the last version"),
        "The last version of the form that had the question.", example: "2024-12-31",
        readBy: [.normalize, .validate])
    case .units:
      KeyEntry(
        .text("units, separated by `|`"), .words("numbers stand alone"),
        "Units that may stand beside a number, each with what one of it is in the unit of the "
          + "question, which is 1 unless it says so.",
        example: "kg|kilograms|t=1000", readBy: [.normalize])
    }
  }
}

/// The columns of `choices.csv` that are read here.
package enum ChoiceColumn: String, DefinitionKey {
  case list = "list_name"
  case name, label, synonyms, substantive, since, until

  package var entry: KeyEntry {
    switch self {
    case .list:
      KeyEntry(
        .text("a name without blanks"), .refused,
        "The list that the choice is of, as the types of questions name it.", example: "law",
        readBy: [.normalize, .validate, .aggregate, .export])
    case .name:
      KeyEntry(
        .text("a name"), .refused, "What the choice is called in all other files.",
        example: "in_part", readBy: [.normalize, .validate, .aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "The wording; a column for each language, as above.",
        example: "In part", readBy: [.normalize, .export])
    case .synonyms:
      KeyEntry(
        .text("texts, separated by `|`"), .words("none"),
        "Other texts that mean the choice. It is not XLSForm's.", example: "Partly|Partially",
        readBy: [.normalize])
    case .substantive:
      KeyEntry(
        .text("`yes`, `no` or nothing"), .means("yes"),
        "Whether the choice answers what was asked: `no` for *don't know*, *refused* and the like. "
          + "Those are counted in rows of their own below the base; they are no point of a scale, "
          + "have no part in means and in `top` and `bottom`, and are in a base only where the table "
          + "asks for it. It is not XLSForm's.",
        example: "no", readBy: [.validate, .aggregate, .export])
    case .since:
      KeyEntry(
        .text("a date"), .words("from the first version on"),
        "The first version of the form that offered the choice. Whoever filled in an earlier one was not "
          + "offered it; the question `form_version`, which is there where a choice has `since` or "
          + "`until`, says which version that was. It is not XLSForm's.",
        example: "2024-05-05", readBy: [.normalize, .validate, .aggregate, .export])
    case .until:
      KeyEntry(
        .text("a date"), .words("up to the last version"),
        "The last version of the form that offered the choice.", example: "2024-12-31",
        readBy: [.normalize, .validate, .aggregate, .export])
    }
  }
}
