import Basics

/// The keys of a table.
enum TableKey: String, DefinitionKey {
  case template = "for"
  case id, each, unit, title, note, rows, nets, columns
  case columnOrder = "total"
  case base
  case baseLabel = "base-label"
  case filter = "where"
  case population, statistics, weighted, lists, language, examples, states, order, last, layout,
    decimals
  case shares
  case zeroRows = "zero-rows"
  case basePercent = "base-percent"
  case independence, chart, footnotes

  /// Instances have a road of their own from where they are met.
  static let instances: Set<Stage> = [.normalize, .validate, .aggregate, .export]
  private static let counted: Set<Stage> = [.aggregate, .export]
  private static let printed: Set<Stage> = [.export]

  var entry: KeyEntry {
    switch self {
    case .template: TemplateKey.entry(readBy: Self.instances)
    case .id:
      KeyEntry(
        .text("a name"), .words("that of its row variable"),
        "The name of the table in files and in `report.md`.", example: "law_by_group",
        readBy: Self.counted)
    case .each:
      KeyEntry(
        .text("`closed`, or a list of questions"), .words("one table of `rows`"),
        "One table for each of several row variables: `closed` for all questions with choices, with `unit` "
          + "those of the repeat (which `closed` without it then leaves out), or their names. Stands in place of `id`, `title` and `rows`.",
        example: "closed", readBy: Self.counted)
    case .unit:
      KeyEntry(
        .text("the name of a repeat"), .words("the reporting units"),
        "What is counted: each instance of the repeat, such as each person of a household, with the answers "
          + "of its submission; see below.",
        example: "laws", readBy: Self.instances)
    case .title:
      KeyEntry(
        .text("a text"), .words("the labels of the row variables"), "The title, in plain words.",
        example: "Whether there is a law", readBy: Self.printed, linesPrintedBy: Self.printed)
    case .note:
      KeyEntry(
        .text("a text"), .words("none"),
        "A note under the title; it may have the placeholders of `report.md`.",
        example: "Laws in force at the cut-off.", readBy: Self.printed, linesPrintedBy: Self.printed
      )
    case .rows:
      KeyEntry(
        .either("a variable, or a list of them", .one(NestKey.self)),
        .words("must be given, or `each`"),
        "A question, an attribute or a derived variable. A list stacks several. `{nest: [a, b]}` "
          + "puts the rows of `b` within each code of `a`, with a base each.",
        example: "[law, {nest: [regional_group, law]}]", readBy: Self.counted)
    case .nets:
      KeyEntry(
        .list(of: NetKey.self), .words("none"),
        "Codes of the row variable taken together, see below.",
        example: "[{name: some, of: [yes, in_part]}]")
    case .columns:
      KeyEntry(
        .either("a list of variables", .list(of: NestKey.self)), .words("the total alone"),
        "The banner: the total, then the codes of each variable of the list; `{nest: [a, b]}` "
          + "crosses variables. Columns are headed with the labels of their variables, too, unless "
          + "all are attributes.",
        example: "[status, {nest: [status, regional_group]}]", readBy: Self.counted)
    case .columnOrder:
      KeyEntry(
        .word(TableReader.TotalPosition.self), .means("first"), "Where the total column stands.",
        example: "last", readBy: Self.counted)
    case .base:
      KeyEntry(
        .text(
          "`population`, `respondents`, `asked`, `answered`, `substantive` or a condition"),
        .words(
          "`answered` for questions, `substantive` where some of their choices are no opinion, "
            + "`population` for the rest"),
        "What percentages are of. `substantive` is of those who answered with an opinion; with "
          + "`answered` the others are in it too. What follows from attributes alone counts as an attribute. Where "
          + "rows of questions and of attributes are stacked each has its own base by default, and "
          + "neither `asked`, `answered` nor `substantive` fits all. Choices that a base leaves out have "
          + "rows below it, with their numbers and no percentages. Units that did not answer are never in it "
          + "unless it says so: a condition includes all that it holds for, whether they answered or "
          + "not.",
        example: "respondents", readBy: Self.counted)
    case .baseLabel:
      KeyEntry(
        .text("a text"),
        .words("the base in words, with the condition of `where` as it is written"),
        "How the base is printed.", example: "States that answered this question",
        readBy: Self.printed, linesPrintedBy: Self.printed)
    case .filter:
      KeyEntry(
        .text("a condition"), .words("all units"),
        "Count only units for which this condition holds. Choices that it leaves out have no rows.",
        example: "${delegates} > 3",
        readBy: Self.counted)
    case .population:
      KeyEntry(
        .word(Table.Population.self), .means("units"),
        "The reporting units, or whom the treaty admits: see `registers/treaty-admissions.csv`.",
        example: "participants", readBy: Self.counted)
    case .statistics:
      KeyEntry(
        .text("a list of statistics"),
        .words("`count` and `percent`; of numbers `count`, `mean`, `minimum` and `maximum`"),
        "What is given of each cell, see below.", example: "[count, percent, row-percent]",
        readBy: Self.counted)
    case .weighted:
      KeyEntry(
        .flag, .words("`yes`, but `no` where its base has units that did not reply"),
        "Whether the weights count in this table.", example: "no", readBy: Self.counted)
    case .lists:
      KeyEntry(
        .text("a list of rows, or `all`"), .words("none"),
        "The rows whose units are listed by name, or `all` that are answers.", example: "[yes]",
        readBy: Self.counted)
    case .language:
      KeyEntry(
        .text("a language of the register"), .words("that of the pipeline"),
        "The language of names in its lists.", example: "fr", readBy: Self.printed)
    case .examples:
      KeyEntry(
        .whole(1...1000), .words("lists are complete"),
        "How many names a list in prose has at most. Where there are more it says *for example*; "
          + "`lists.csv` is always complete.",
        example: "5", readBy: Self.printed)
    case .states:
      KeyEntry(
        .flag, .words("`yes` for tables of questions"),
        "Whether rows say how many did not answer and why.", example: "no", readBy: Self.counted)
    case .order:
      KeyEntry(
        .word(Table.Order.self), .means("code"),
        "The codes as the questionnaire has them, by label, or the most frequent first: by the "
          + "number of units, or by their weights in a weighted table of which no number of units "
          + "stands before the percentages. A net is one of them, with its codes in the same order "
          + "after it.",
        example: "count", readBy: Self.printed)
    case .last:
      KeyEntry(
        .text("a list of rows"), .words("none"),
        "Rows that stay at the end whatever the order, codes of a net at the end of it: by id, or "
          + "by code in all blocks. The choices of a matrix are ordered by all its questions "
          + "together.",
        example: "[no]", readBy: Self.printed)
    case .layout:
      KeyEntry(
        .word(Table.Layout.self), .means("list"),
        "In a `matrix` there is a line for each of several questions, with the choices they share "
          + "across, and then no `columns`; or, where all are numbers, with their number and what "
          + "`statistics` has of them, in each column. It has no rows for those who did not answer; and "
          + "a base or condition that leaves out a choice leaves it out of all questions.",
        example: "matrix", readBy: Self.printed)
    case .decimals:
      KeyEntry(
        .either("0 to 6, or a group of keys", .one(DecimalsKey.self)),
        .words("`rounding` of `pipeline.yaml`, and 2 for others"),
        "The decimals of percentages, as `1`; or of these and of means and the like, see below.",
        example: "{percent: 1, other: 2}", readBy: Self.printed)
    case .shares:
      KeyEntry(
        .word(TableReader.Shares.self), .means("exact"),
        "With `add-up` printed percentages of a `select_one` are rounded so that they add up to 100 "
          + "(by the largest remainder; of equal ones the larger share first, then what is printed "
          + "first), with more decimals for the whole table where something would be printed as 0 or "
          + "less than all as 100; `cells.csv` keeps the full figures.",
        example: "add-up", readBy: Self.printed)
    case .zeroRows:
      KeyEntry(
        .flag, .means("yes"),
        "Whether rows of answers are printed that no unit of any column has. With `no` the table says "
          + "how many it leaves out; a row with a footnote stays, and `cells.csv` has all.",
        example: "no", readBy: Self.printed)
    case .basePercent:
      KeyEntry(
        .flag, .means("no"),
        "Whether the base is shown as 100 per cent, as a row of the total is, also where printed "
          + "percentages come to another sum or a unit may have several choices. A matrix has no such row.",
        example: "yes", readBy: Self.printed)
    case .independence:
      KeyEntry(
        .flag, .means("no"),
        "Whether the table says if its rows hang together with each variable of the banner by more than chance: "
          + "Pearson's chi-square, corrected for weights and strata and told as an F (Rao and Scott 1984), with "
          + "the probability of so large a one where they do not. It stands in a note, and in `tests.csv`. Needs "
          + "`sample`, and variables of which a unit has one code.",
        example: "yes", readBy: Self.printed)
    case .chart:
      KeyEntry(
        .flag,
        .words(
          "in the page wherever there is something to draw, in the workbook for up to eight rows"),
        "Whether the page and the workbook have a chart of the table. With `yes` the workbook has "
          + "one of up to \(TableReader.mostBars) rows; it shows shares of one variable, so that a table of "
          + "several, a matrix and a table of numbers cannot have it. `cells.csv` and `tables/` are "
          + "the same with and without.",
        example: "no", readBy: Self.printed)
    case .footnotes:
      KeyEntry(
        .list(of: FootnoteKey.self), .words("none"), "Notes below the table, see below.",
        example: "[{on: in_part, text: A law that covers part of the offences.}]")
    }
  }
}

/// The keys of a net.
enum NetKey: String, DefinitionKey {
  case name, label, of, top, bottom

  var entry: KeyEntry {
    switch self {
    case .name:
      KeyEntry(
        .text("a name"), .refused, "The name of the row.", example: "some",
        readBy: [.aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "How tables print it.", example: "Yes or in part",
        readBy: [.export])
    case .of:
      KeyEntry(
        .text("a list of codes"), .words("`top` or `bottom` is given"),
        "The codes that are counted together: a unit with several of them counts once. They follow "
          + "the net as *of which*, wherever the questionnaire has them; a code of several nets "
          + "follows the first.",
        example: "[yes, in_part]", readBy: [.aggregate, .export])
    case .top:
      KeyEntry(
        .text("a whole number from 1 to the points of the scale"),
        .words("`of` or `bottom` is given"),
        "So many of the highest points of a scale.", example: "2", readBy: [.aggregate, .export])
    case .bottom:
      KeyEntry(
        .text("a whole number from 1 to the points of the scale"),
        .words("`of` or `top` is given"),
        "So many of the lowest points of a scale.", example: "2", readBy: [.aggregate, .export])
    }
  }
}

/// The key that crosses variables, in `rows` and `columns`.
enum NestKey: String, DefinitionKey {
  case nest

  var entry: KeyEntry {
    switch self {
    case .nest:
      KeyEntry(
        .text("a list of variables"), .refused, "The variables, the outermost first.",
        example: "[regional_group, law]", readBy: [.aggregate, .export])
    }
  }
}

/// The keys of `decimals`.
enum DecimalsKey: String, DefinitionKey {
  case percent, other

  var entry: KeyEntry {
    switch self {
    case .percent:
      KeyEntry(
        .whole(0...6), .words("`rounding` of `pipeline.yaml`"), "The decimals of percentages.",
        example: "1", readBy: [.export])
    case .other:
      KeyEntry(
        .whole(0...6), .means("2"), "The decimals of means and other figures that are no counts.",
        example: "2", readBy: [.export])
    }
  }
}

/// The keys of a footnote.
enum FootnoteKey: String, DefinitionKey {
  case anchor = "on"
  case row, column, text

  var entry: KeyEntry {
    switch self {
    case .anchor:
      KeyEntry(
        .text("`title`, or the id of a row or column"), .words("`row` or `column` is given"),
        "What it is about; in a matrix a code or `.base`.", example: "in_part", readBy: [.export])
    case .row:
      KeyEntry(
        .text("the id of a row"), .words("`on` or `column` is given"),
        "In place of `on`, where a column has the same id.", example: "in_part", readBy: [.export])
    case .column:
      KeyEntry(
        .text("the id of a column"), .words("`on` or `row` is given"),
        "In place of `on`, where a row has the same id.", example: ".total", readBy: [.export])
    case .text:
      KeyEntry(
        .text("a text"), .refused, "The note; it may have the placeholders of `report.md`.",
        example: "A law that covers part of the offences.", readBy: [.export],
        linesPrintedBy: [.export])
    }
  }
}
