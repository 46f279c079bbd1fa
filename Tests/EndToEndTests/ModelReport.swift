import Testing

/// What the analytical report of 2 September 2005 prints, taken from its text.
enum ModelReport {
  struct List: Sendable, CustomTestStringConvertible {
    let cell: String
    let count: Int
    let names: String
    var testDescription: String { cell }
  }

  /// Note 3. Names are separated by semicolons.
  static let note3 = [
    List(
      cell: "response/replied/party", count: 35,
      names: """
        Azerbaijan; Bahrain; Belarus; Belgium; Brazil; Canada; Costa Rica; Croatia; Cyprus; \
        El Salvador; Estonia; France; Guatemala; Jamaica; Latvia; Lithuania; Malta; Mexico; \
        Myanmar; Namibia; Netherlands; New Zealand; Nigeria; Peru; Philippines; Poland; Portugal; \
        Romania; Russian Federation; Slovakia; Slovenia; South Africa; Spain; Tunisia; Turkey
        """),
    List(
      cell: "response/replied/signatory", count: 11,
      names: """
        Austria; Czech Republic; Finland; Germany; Iceland; Republic of Moldova; Sweden; \
        Switzerland; United Kingdom of Great Britain and Northern Ireland; \
        United Republic of Tanzania; United States of America
        """),
    List(
      cell: "response/replied/non_signatory", count: 6,
      names: "Angola; China; Honduras; Kuwait; Malaysia; Maldives"),
    List(
      cell: "response/did_not_reply/party", count: 43,
      names: """
        Albania; Algeria; Argentina; Armenia; Australia; Benin; Bosnia and Herzegovina; Botswana; \
        Bulgaria; Burkina Faso; Cape Verde; Chile; Djibouti; Ecuador; Egypt; Gambia; Grenada; \
        Guinea; Kenya; Kyrgyzstan; Lao People's Democratic Republic; Lesotho; Liberia; \
        Libyan Arab Jamahiriya; Malawi; Mali; Mauritania; Mauritius; Monaco; Norway; Oman; Panama; \
        Saint Kitts and Nevis; Senegal; Serbia and Montenegro; Seychelles; Tajikistan; \
        the Former Yugoslav Republic of Macedonia; Turkmenistan; Ukraine; Uruguay; \
        Venezuela (Bolivarian Republic of); Zambia
        """),
  ]

  /// A statement of the report that names States: who answered what, read from its text.
  struct NamedStates: Sendable, CustomTestStringConvertible {
    /// The paragraph or note.
    let address: String
    let cell: String
    let codes: [String]
    var testDescription: String { "\(address): \(cell)" }
  }

  /// The rows of the checklist that the text gives exactly, besides the response figures.
  static let namedStates = [
    NamedStates(address: "note 5", cell: "draft_law/yes", codes: ["MDV"]),
    NamedStates(
      address: "note 6", cell: "benefit_required/no", codes: ["CZE", "FIN", "NLD", "USA"]),
    NamedStates(
      address: "para. 18", cell: "negative_reason/to_be_developed", codes: ["CRI", "ZAF"]),
    NamedStates(
      address: "para. 18", cell: "negative_reason/elements_in_other_law",
      codes: ["JAM", "NGA", "TZA"]),
    NamedStates(address: "para. 18", cell: "negative_reason/rules_and_practices", codes: ["MDV"]),
    NamedStates(address: "para. 22", cell: "distinction_reason/no_distinction", codes: ["MMR"]),
    NamedStates(
      address: "para. 22", cell: "distinction_reason/general_trafficking_law", codes: ["SLV"]),
    NamedStates(
      address: "para. 22", cell: "distinction_reason/no_specific_law", codes: ["JAM", "MDV"]),
    NamedStates(address: "para. 25", cell: "residence_amendment/yes", codes: ["CZE"]),
    NamedStates(
      address: "para. 26", cell: "document_law/penal_or_immigration_law",
      codes: ["CAN", "SLV", "EST", "FIN", "PER", "SWE"]),
    NamedStates(address: "para. 26", cell: "document_preparatory/yes", codes: ["SWE"]),
    NamedStates(address: "note 7", cell: "attempt_smuggling/no", codes: ["CRI", "PER"]),
    NamedStates(address: "note 7", cell: "attempt_residence/yes", codes: ["CRI"]),
    NamedStates(address: "note 7", cell: "attempt_documents/yes", codes: ["CRI"]),
    NamedStates(address: "note 8", cell: "preparatory_acts/no", codes: ["CRI"]),
    NamedStates(address: "note 10", cell: "accomplice/no", codes: ["CRI"]),
    NamedStates(address: "note 11", cell: "organizing/no", codes: ["JAM"]),
    NamedStates(address: "note 12", cell: "legal_entities/yes", codes: ["TUR"]),
    NamedStates(
      address: "para. 34", cell: "aggravating_technique/general_penal_code", codes: ["FIN", "ISL"]),
    NamedStates(address: "para. 34", cell: "aggravating_reason/silent", codes: ["JAM", "NAM"]),
    NamedStates(address: "para. 34", cell: "aggravating_reason/not_comprehensive", codes: ["MDV"]),
    NamedStates(address: "para. 34", cell: "aggravating_reason/being_amended", codes: ["CZE"]),
    NamedStates(address: "para. 38", cell: "refugee_claim/yes", codes: ["CAN"]),
    NamedStates(
      address: "para. 42", cell: "needs_assistance/yes", codes: ["SLV", "JAM", "MDV", "NAM", "ZAF"]),
    NamedStates(address: "para. 42", cell: "questionnaire_help/yes", codes: ["NAM"]),
    NamedStates(
      address: "para. 42", cell: "assistance_needed/legislative_drafting", codes: ["JAM", "ZAF"]),
    NamedStates(
      address: "paras. 43-45", cell: "provides_assistance/yes",
      codes: ["CAN", "FRA", "DEU", "NZL", "PRT", "ESP", "TUN"]),
  ]

  /// A statement of which the text bears only a bound.
  struct Bound: Sendable, CustomTestStringConvertible {
    let address: String
    let cell: String
    /// The published figure or word, and what follows for the cell from the States named.
    let count: Int
    let base: Int
    let word: String?
    var testDescription: String { "\(address): \(cell)" }
  }

  /// Rows marked as bounds that the transcription can bear.
  static let bounds = [
    // "Most of the responding States": with six negatives named, at most 46 of 52.
    Bound(
      address: "para. 18", cell: "criminalized-of-respondents/no", count: 6, base: 52, word: nil),
    // "Only a few exceptions", four of them: 48 of 52, "Most".
    Bound(
      address: "para. 22", cell: "distinct_from_trafficking/yes", count: 48, base: 52, word: "most"),
    // "All States responding".
    Bound(
      address: "para. 26", cell: "documents-of-respondents/yes", count: 52, base: 52, word: "all"),
    // "Only Costa Rica": 51 of 52, never "all".
    Bound(address: "para. 30", cell: "accomplice/yes", count: 51, base: 52, word: "almost all"),
  ]

  /// Statements whose figures rest on replies that the text does not give: a word or a share of
  /// unnamed States. The answers stay unsettled, and no figure is published for them.
  static let notReproducible: [(address: String, question: String)] = [
    ("para. 11, copies of legislation", "legislation_attached"),
    ("para. 19, approximately 75 per cent", "as_defined"),
    ("para. 20, transnationality", "transnational_criteria"),
    ("para. 21, organized criminal group", "group_element"),
    ("para. 37, further aggravating circumstances", "further_aggravating"),
    ("para. 38, vast majority", "illegal_entry"),
    ("para. 42, several States", "lack_of_capacity"),
    ("para. 25, vast majority", "illegal_residence"),
  ]
}
