/// What a placeholder of `report.md` may ask for.
package enum ReportKeyword: String, CaseIterable, Sendable {
  case number
  case figure
  case base
  case percent
  case quantifier
  case list
  case names
  case title
  case cutOff = "cut-off"
  case scale
  case mention

  /// Whether it is said of a cell, and an author may say it in words of their own.
  package var isAboutCell: Bool {
    switch self {
    case .number, .figure, .base, .percent, .quantifier, .list, .names: true
    case .title, .cutOff, .scale, .mention: false
    }
  }

  /// What there is to know of a placeholder.
  package struct Entry: Sendable {
    package let meaning: String
    package let example: String
    /// What the example gives where two of four States answered no; of several lines the first.
    package let gives: String
  }

  package var entry: Entry {
    switch self {
    case .number:
      Entry(
        meaning: "The count of a cell, in words below ten; in French and Spanish from two to nine, "
          + "elsewhere in figures, since words change with what is counted.",
        example: "{{number law/no}}",
        gives: "two")
    case .figure:
      Entry(
        meaning: "The count of a cell, in figures.", example: "{{figure law/no}}", gives: "2")
    case .base:
      Entry(
        meaning: "The base of a cell, likewise.", example: "{{base law/no}}",
        gives: "four")
    case .percent:
      Entry(
        meaning: "The percentage as its table prints it, with its base.",
        example: "{{percent law/no}}", gives: "50 per cent (2 of 4)")
    case .quantifier:
      Entry(
        meaning: "The word that the scale has for the share, with its base.",
        example: "{{quantifier law/no}}", gives: "half (2 of 4)")
    case .list:
      Entry(
        meaning: "The units behind a cell, separated by commas; the table must have the row under "
          + "`lists`.",
        example: "{{list law/no}}", gives: "Kenya, Russian Federation")
    case .names:
      Entry(
        meaning: "The units behind a cell as they stand in a sentence; likewise.",
        example: "{{names law/no}}", gives: "Kenya and the Russian Federation")
    case .title:
      Entry(
        meaning: "The title of the collection.", example: "{{title}}",
        gives: "Implementation of the Convention")
    case .cutOff:
      Entry(
        meaning: "The cut-off of the collection.", example: "{{cut-off}}", gives: "30 June 2024")
    case .scale:
      Entry(
        meaning: "The words for shares and what each means, as a list.", example: "{{scale}}",
        gives: "- “all”: exactly 100 per cent")
    case .mention:
      Entry(
        meaning: "The name of a State that has not replied and is named on purpose.",
        example: "{{mention Australia}}", gives: "Australia")
    }
  }
}
