package import Basics

/// The columns of `units.csv` that are no attributes.
package enum UnitColumn: String, DefinitionKey {
  case code, name
  case article = "article_en"
  case frenchArticle = "article_fr"
  case spanishArticle = "article_es"
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case source

  /// The columns with articles, by language code.
  static let articles: KeyValuePairs<String, UnitColumn> = [
    "en": .article, "fr": .frenchArticle, "es": .spanishArticle,
  ]

  /// What stands before the language in the heading of a column with names: `name_fr`.
  package static let namePrefix = "name_"

  package var entry: KeyEntry {
    switch self {
    case .code:
      KeyEntry(
        .text("a text"), .refused,
        "What the unit is known by, in `lists.csv`, `corrections.csv` and from one round to the next; "
          + "of a State its ISO 3166-1 alpha-3 code.",
        example: "geneva", readBy: [.normalize, .validate, .aggregate, .export])
    case .name:
      KeyEntry(
        .text("a text"), .words("the code"),
        "The name in any language; `name_en`, `name_fr` and so on are names in one. A unit beside "
          + "the States needs one.",
        example: "Office in Geneva", readBy: [.normalize, .export])
    case .article:
      KeyEntry(
        .text("a word"), .words("no article"),
        "The article that the English name takes in a sentence.", example: "the",
        readBy: [.export])
    case .frenchArticle:
      KeyEntry(
        .text("a word"), .words("no article"),
        "The article that the French name takes in a sentence. One that ends with an apostrophe "
          + "stands at the name without a blank.",
        example: "l'", readBy: [.export])
    case .spanishArticle:
      KeyEntry(
        .text("a word"), .words("no article"),
        "The article that the Spanish name takes in a sentence.", example: "el",
        readBy: [.export])
    case .validFrom:
      KeyEntry(
        .text("a date"), .words("from the beginning"), "The first day on which the line holds.",
        example: "2019-05-01", readBy: [.normalize, .validate, .aggregate, .export])
    case .validTo:
      KeyEntry(
        .text("a date"), .words("without end"),
        "The first day on which the line holds no more. What changes has a line for each time.",
        example: "2024-01-01", readBy: [.normalize, .validate, .aggregate, .export])
    case .source:
      KeyEntry(
        .text("a text"), .words("nobody says"), "Where it was taken from, for people.",
        example: "list of participants, 3 May 2024", readBy: [])
    }
  }
}
