package import Basics

/// The keys of an earlier round in `rounds.yaml`, which no stage reads: comparisons do.
package enum RoundKey: String, DefinitionKey {
  case questions, choices
  case sameWording = "same-wording"
  case varyingWords = "varying-words"
  case breaks

  package var entry: KeyEntry {
    switch self {
    case .questions:
      KeyEntry(
        .text("questions, each with its former name"), .words("all have the names they had"),
        "What a question was called; `null` where it is new, though its name is not.",
        example: "{law: legislation, delegates: null}", readBy: [])
    case .choices:
      KeyEntry(
        .text("questions, each with choices and their former names"),
        .words("all have the names they had"), "What the choices of a question were called.",
        example: "{law: {in_part: partly}}", readBy: [])
    case .sameWording:
      KeyEntry(
        .text("a list of questions, and of choices as `question/choice`"), .words("none"),
        "What asks or says the same in other words.", example: "[law, law/yes]", readBy: [])
    case .varyingWords:
      KeyEntry(
        .text("a list of regular expressions"), .words("none"),
        "Words that may differ where the same is asked, such as the year: two that have the form of one "
          + "of these count as one word. A word is compared in small letters and without punctuation.",
        example: #"["20[0-9][0-9]"]"#, readBy: [])
    case .breaks:
      KeyEntry(
        .list(of: BreakKey.self), .words("none"),
        "Questions whose answers are not comparable with those of the earlier round, and why.",
        example: "[{question: law, note: asked of parties alone since 2012}]")
    }
  }
}

/// The keys of an item of `breaks`.
package enum BreakKey: String, DefinitionKey {
  case question, note

  package var entry: KeyEntry {
    switch self {
    case .question:
      KeyEntry(
        .text("a question"), .refused, "The question, by its name now.", example: "law", readBy: [])
    case .note:
      KeyEntry(
        .text("a text"), .refused, "What broke the series.",
        example: "asked of parties alone since 2012", readBy: [])
    }
  }
}
