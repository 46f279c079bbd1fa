package import Basics

/// The keys at the top of `pipeline.yaml`.
package enum PipelineKey: String, DefinitionKey {
  case title, publisher, contact, licence, agency
  case cutOff = "cut-off"
  case unit, register, attributes, language, sources, resubmissions
  case behindSkip = "behind-skip"
  case failOn = "fail-on"
  case findingsByUnit = "findings-by-unit"
  case rounding, spreadsheet, forms, quantifiers, disclosure

  package var entry: KeyEntry {
    switch self {
    case .title:
      KeyEntry(
        .text("a text"), .refused, "What the report is called.",
        example: "Implementation of the Convention", readBy: [.export])
    case .publisher:
      KeyEntry(
        .text("a text"), .words("nobody is named"),
        "Who publishes the figures: it stands on the cover of the workbook and in its properties.",
        example: "Conference of the Parties", readBy: [.export])
    case .contact:
      KeyEntry(
        .text("a text"), .words("nobody is named"),
        "Whom readers may ask: it stands on the cover of the workbook.",
        example: "statistics@example.org", readBy: [.export])
    case .licence:
      KeyEntry(
        .text("an identifier of SPDX, or an address"), .words("nothing is said of it"),
        "Under what licence the figures may be used: it stands in what describes them to other programs.",
        example: "CC-BY-4.0", readBy: [.export])
    case .agency:
      KeyEntry(
        .text("an identifier of SDMX"), .words("`RAPPORTEUR`, which no registry knows"),
        "What registries of SDMX know the publisher by: it maintains the data structure of the form `sdmx`.",
        example: "OECD.SDD", readBy: [.export])
    case .cutOff:
      KeyEntry(
        .text("a date"), .refused,
        "The day of the report. What arrives later is listed and not counted; States, their names, "
          + "groups and treaty actions are those of that day.",
        example: "2024-06-30", readBy: [.normalize, .validate, .aggregate, .export])
    case .unit:
      KeyEntry(
        .word(PipelineDefinition.Unit.self), .refused,
        "What the tables count: the States, with the units of `units.csv` where there are some; "
          + "whoever sent something; or the units of `units.csv` alone.",
        example: "state",
        readBy: [.normalize, .validate, .aggregate, .export])
    case .register:
      KeyEntry(
        .one(RegisterKey.self), .words("States have no status"),
        "What the registers say of the States, where the unit is the State.",
        example: "{treaty: untoc}")
    case .attributes:
      KeyEntry(
        .list(of: AttributeKey.self), .words("units have no others than those of the registers"),
        "What `units.csv` says of the units: each attribute is a column there, and a variable of tables "
          + "and rules.",
        example: "[{name: ldc, label: Least developed countries}]")
    case .language:
      KeyEntry(
        .text("a language code"), .means("en"),
        "The language of labels, of the names of States and of what tables and report say "
          + "themselves: one that the form has labels in. The program speaks en, fr, es, ru, zh and "
          + "ar; in another language its own words are English.",
        example: "en", readBy: [.export])
    case .sources:
      KeyEntry(
        SourceKey.group, .refused, "The exports and how each is read.",
        example: "[{file: replies.csv, unit: {column: State}, received: {column: Received}}]")
    case .resubmissions:
      KeyEntry(
        .word(PipelineDefinition.Resubmissions.self), .means("replace"),
        "What a later submission of a unit does to the earlier ones: it counts alone, or it takes "
          + "over their answers to what it leaves blank.",
        example: "merge", readBy: [.validate])
    case .behindSkip:
      KeyEntry(
        .word(PipelineDefinition.BehindSkip.self), .means("report"),
        "What becomes of an answer to which `relevant` does not lead, left behind when an answer before "
          + "it was changed, or given on paper: it counts and is reported; it counts and is not; or it "
          + "is left out, as *not applicable*, and listed as a settled finding.",
        example: "blank", readBy: [.validate, .export])
    case .failOn:
      KeyEntry(
        .word(PipelineDefinition.FailOn.self), .means("fatal"),
        "The severity of findings from which on a run ends with status 1.", example: "query",
        readBy: [.export])
    case .findingsByUnit:
      KeyEntry(
        .flag,
        .words("`yes` where units are States or of `units.csv`, or a table lists units, else `no`"),
        "Whether `findings-by-unit.csv` is published: how much was found of each unit, the worst first.",
        example: "yes", readBy: [.export])
    case .rounding:
      KeyEntry(
        .one(RoundingKey.self), .words("whole per cent"), "How figures are printed.",
        example: "{percent: 1}")
    case .spreadsheet:
      KeyEntry(
        .one(SpreadsheetKey.self), .words("as spreadsheets of the `language` expect"),
        "How the CSV of `tables/` and of the findings by rule and unit is written, for those who "
          + "open it in a spreadsheet.",
        example: "{separator: semicolon, decimal: comma}")
    case .forms:
      KeyEntry(
        .list(of: ExtraForm.self), .words("what is always published"),
        "Forms of what is published that are made besides: "
          + ExtraForm.allCases.map { "`\($0.rawValue)`, \($0.meaning)" }.joined(separator: "; ")
          + ".",
        example: "[datapackage, csvw]", readBy: [.export])
    case .quantifiers:
      KeyEntry(
        .list(of: QuantifierKey.self), .words("no words for shares"),
        "The words for shares. The first entry that holds gives the word, so the bounds fall from "
          + "entry to entry, and an `exactly` stands before an `at-least` that includes it.",
        example: "[{word: all, exactly: 100}, {word: some, at-least: 0.01}]")
    case .disclosure:
      KeyEntry(
        .one(DisclosureKey.self), .words("nothing is hidden"),
        "Says that the replies were given in confidence, so that small counts, and all from which "
          + "they could be worked out, are hidden. `disclosure: {threshold: 3}` is enough.",
        example: "{threshold: 5, interval: 5, percent-base: 10}")
    }
  }
}

/// The keys of `register`.
package enum RegisterKey: String, DefinitionKey {
  case treaty, incomplete

  package var entry: KeyEntry {
    switch self {
    case .treaty:
      KeyEntry(
        .text("a treaty of `registers/treaty-actions.csv`"), .words("States have no status"),
        "The treaty towards which the States have a status.", example: "untoc",
        readBy: [.validate, .aggregate, .export])
    case .incomplete:
      KeyEntry(
        .flag, .means("no"),
        "Whether a cut-off may be later than the day until which `registers/coverage.csv` says that the "
          + "States and their groups are known, or `registers/treaties.csv` all actions of the treaty. "
          + "Tables that may rest on them then say that later ones may be missing.",
        example: "yes", readBy: [.export])
    }
  }
}

/// The keys of each entry of `attributes`.
package enum AttributeKey: String, DefinitionKey {
  case name, label, codes

  package var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a name"), .refused, "The column of `units.csv`, by which tables and rules name it.",
        example: "ldc", readBy: [.validate, .aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "How tables print it.",
        example: "Least developed countries", readBy: [.export])
    case .codes:
      KeyEntry(
        .list(of: AttributeCodeKey.self),
        .words("the values that there are, in the order of the file"),
        "Its codes in the order of tables. Another value is refused; units without one stand in a code "
          + "of their own, `ldc_not_specified`, at the end.",
        example: "[{name: yes, label: Least developed}, {name: no, label: Others}]")
    }
  }
}

/// The keys of each code of an attribute.
package enum AttributeCodeKey: String, DefinitionKey {
  case name, label, from, below

  package var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a name"), .refused,
        "The value as `units.csv` has it; or any name, where `from` and `below` say which values it is.",
        example: "yes", readBy: [.validate, .aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "How tables print it.", example: "Least developed",
        readBy: [.export])
    case .from:
      KeyEntry(
        .text("a number or a date"), .words("the band has no beginning"),
        "The smallest number or earliest date of `units.csv` that is the code.", example: "50",
        readBy: [.validate, .aggregate, .export])
    case .below:
      KeyEntry(
        .text("a number or a date"), .words("the band has no end"),
        "The number or date at which the code has ended. Bands have no value in common, and a value in "
          + "none of them is refused.", example: "250",
        readBy: [.validate, .aggregate, .export])
    }
  }
}

/// The keys of `rounding`.
package enum RoundingKey: String, DefinitionKey {
  case percent
  case percentBase = "percent-base"

  package var entry: KeyEntry {
    switch self {
    case .percent:
      KeyEntry(
        .whole(0...6), .means("0"),
        "The decimals of printed percentages. A figure that rounding would make 0 or 100 gets as "
          + "many as it needs.",
        example: "1", readBy: [.export])
    case .percentBase:
      KeyEntry(
        .whole(1...1_000_000), .means("1"),
        "The smallest base that percentages are printed of, in units, weighted or not; of fewer, `[u]` "
          + "stands in their place. Counts are printed all the same.",
        example: "10", readBy: [.export])
    }
  }
}

/// The keys of `spreadsheet`.
package enum SpreadsheetKey: String, DefinitionKey {
  case separator, decimal

  package var entry: KeyEntry {
    switch self {
    case .separator:
      KeyEntry(
        .word(SpreadsheetLocale.Separator.self),
        .words("`semicolon` for fr, es and ru, else `comma`"),
        "What stands between fields.", example: "semicolon", readBy: [.export])
    case .decimal:
      KeyEntry(
        .word(SpreadsheetLocale.DecimalMark.self),
        .words("`comma` for fr, es and ru, else `point`"),
        "What stands before decimals; a comma only where fields are not separated by one.",
        example: "comma", readBy: [.export])
    }
  }
}

/// The keys of an entry of `quantifiers`.
package enum QuantifierKey: String, DefinitionKey {
  case word, exactly
  case atLeast = "at-least"

  package var entry: KeyEntry {
    switch self {
    case .word:
      KeyEntry(
        .text("a text"), .refused, "The word, each once.", example: "almost all",
        readBy: [.export])
    case .exactly:
      KeyEntry(
        .text("per cent, with at most two decimals"), .words("`at-least` is given"),
        "The share that the word is for.", example: "100", readBy: [.export])
    case .atLeast:
      KeyEntry(
        .text("per cent, with at most two decimals"), .words("`exactly` is given"),
        "The smallest share that the word is for. It is compared with the exact share: 51 of 52 is "
          + "never 100 per cent.",
        example: "90", readBy: [.export])
    }
  }
}
