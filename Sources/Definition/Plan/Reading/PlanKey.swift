import Basics
import Questionnaire

/// A key of `tables.yaml` that says itself what it means, so that the reader and the reference page
/// cannot differ.
protocol PlanKey: RawRepresentable<String>, CaseIterable, Sendable {
  var meaning: String { get }
}

extension DefinitionNode {
  func allowOnly<Key: PlanKey>(_ keys: Key.Type) throws(RunError) {
    try allowOnly(keys.allCases.map(\.rawValue))
  }

  subscript(_ key: some PlanKey) -> DefinitionNode? { self[key.rawValue] }

  func required(_ key: some PlanKey) throws(RunError) -> DefinitionNode {
    try required(key.rawValue)
  }
}

/// The keys at the top of `tables.yaml`.
enum PlanTopKey: String, PlanKey {
  case variables, weights, sample, tables

  var meaning: String {
    switch self {
    case .variables: "Variables that follow from others, see below."
    case .weights: "What each unit counts for, see below. Without it every unit counts for one."
    case .sample:
      "Says that the replies are a random sample, so that there are confidence intervals and "
        + "comparisons of columns, see below. A questionnaire to everybody has none: who did not "
        + "reply did not do so at random."
    case .tables: "The tables, in the order of print."
    }
  }
}

/// The keys of a table.
enum TableKey: String, PlanKey {
  case id, each, title, note, rows, nets, columns
  case columnOrder = "total"
  case base
  case baseLabel = "base-label"
  case filter = "where"
  case population, statistics, weighted, lists, language, examples, states, order, last, layout,
    decimals
  case shares, footnotes

  var meaning: String {
    switch self {
    case .id:
      "The name of the table in files and in `report.md`; else that of its row variable."
    case .each:
      "One table for each of several row variables: `closed` for all questions with choices, or "
        + "their names. Stands in place of `id`, `title` and `rows`."
    case .title: "The title, in plain words; else the label of the row variable."
    case .note: "A note under the title; it may have the placeholders of `report.md`."
    case .rows:
      "A question, an attribute or a derived variable. A list stacks several. `{nest: [a, b]}` "
        + "puts the rows of `b` within each code of `a`, with a base each."
    case .nets: "Codes of the row variable taken together, see below."
    case .columns:
      "The banner: the total, then the codes of each variable of the list; `{nest: [a, b]}` "
        + "crosses variables. Columns are headed with the labels of their variables, too, unless all "
        + "are attributes."
    case .columnOrder: "`first` (as usual) or `last`: where the total column stands."
    case .base:
      "What percentages are of: `population` (as usual for attributes and what follows from them), "
        + "`respondents`, `asked`, `answered` (as usual for questions) or a condition. Where rows of "
        + "both are stacked each has its usual base, and neither `asked` nor `answered` fits all. Units that did not answer are never in it unless it says so: a "
        + "condition takes in whoever it holds for, whether they answered or not."
    case .baseLabel:
      "How the base is printed; else in words, with the condition of `where` as it is written."
    case .filter: "Count only units for which this condition holds."
    case .population:
      "`units`, or `participants`: the units, and the organizations and other States in the treaty."
    case .statistics: "What is given of each cell, see below."
    case .weighted:
      "`no` leaves the weights out of this table, as is usual where its base has units that did not "
        + "reply."
    case .lists: "The rows whose units are listed by name, or `all` that are answers."
    case .language:
      "The language of names in its lists, where it is not that of the pipeline: one of the "
        + "register's, as `fr`."
    case .examples:
      "How many names a list in prose has at most. Where there are more it says *for example*; "
        + "without the key lists are complete. `lists.csv` always is."
    case .states:
      "Whether rows say how many did not answer and why; as usual for tables of questions."
    case .order:
      "The codes by `code` (as the questionnaire has them), `label` or `count`, the most frequent "
        + "first: by the number of units, or by their weights in a weighted table of which no number "
        + "of units stands before the percentages. A net is one of them, with its codes in the same "
        + "order after it."
    case .last:
      "Rows that stay at the end whatever the order, codes of a net at the end of it: by id, or by "
        + "code in all blocks. The choices of "
        + "a matrix are ordered by all its questions together."
    case .layout:
      "`list`, or `matrix`: a line for each of several questions, with the choices they share "
        + "across. It has no rows for those who did not answer, and no columns to compare."
    case .decimals:
      "Of percentages, as `1`; or `{percent: 1, other: 2}`, the other being means and the like."
    case .shares:
      "`add-up`: printed percentages of a `select_one` are rounded so that they add up to 100 (by "
        + "the largest remainder), with more decimals for the whole table where something would be "
        + "printed as 0 or less than all as 100; `cells.csv` keeps the full figures."
    case .footnotes: "Notes below the table, see below."
    }
  }
}

/// The keys of a derived variable.
enum VariableKey: String, PlanKey {
  case name, label, from, codes, overlapping

  var meaning: String {
    switch self {
    case .name: "How tables and conditions name it."
    case .label: "How tables print it."
    case .from: "The variable it comes from; not where every code has a condition."
    case .codes: "Its codes, in order."
    case .overlapping:
      "`yes` lets a unit have every code that holds; otherwise it has the first that does."
    }
  }
}

/// The keys of a code of a derived variable.
enum CodeKey: String, PlanKey {
  case name, label, of, from, below
  case condition = "where"

  var meaning: String {
    switch self {
    case .name: "The name of the code."
    case .label: "Its label; else the name."
    case .of: "Codes of the variable it comes from: a recode."
    case .from: "The smallest number or earliest date of a band."
    case .below: "The number or date at which a band has ended."
    case .condition: "The condition for which a unit has the code."
    }
  }
}

/// The keys of a net.
enum NetKey: String, PlanKey {
  case name, label, of, top, bottom

  var meaning: String {
    switch self {
    case .name: "The name of the row."
    case .label: "Its label; else the name."
    case .of:
      "The codes that are counted together: a unit with several of them counts once. They follow "
        + "the net as *of which*, wherever the questionnaire has them; a code of several nets follows "
        + "the first."
    case .top: "So many of the highest points of a scale, as `top: 2`, in place of `of`."
    case .bottom: "So many of the lowest points of a scale."
    }
  }
}

/// The keys of a footnote.
enum FootnoteKey: String, PlanKey {
  case anchor = "on"
  case row, column, text

  var meaning: String {
    switch self {
    case .anchor:
      "What it is about: `title`, or the id of a row or column; in a matrix a code or `.base`."
    case .row: "In place of `on`, where a column has the same id."
    case .column: "In place of `on`, where a row has the same id."
    case .text: "The note; it may have the placeholders of `report.md`."
    }
  }
}

/// The keys of `weights`.
enum WeightKey: String, PlanKey {
  case question
  case strata = "post-stratify"
  case totals

  var meaning: String {
    switch self {
    case .question: "A number question that holds each unit's own weight."
    case .strata:
      "Variables whose codes together make the strata: the units that replied stand for all "
        + "units of their stratum, those that did not reply included."
    case .totals:
      "How many units each stratum has, as `{north: 1200, south: 800}`, for one variable; else the "
        + "units of the register are counted."
    }
  }
}

/// The keys of `sample`.
enum SampleKey: String, PlanKey {
  case confidence, population, adjust

  var meaning: String {
    switch self {
    case .confidence:
      "Of intervals and comparisons, in per cent; 95 unless said otherwise."
    case .population:
      "How many units the sample was drawn from, for the finite population correction; `register` "
        + "for all units of the register. Without it there is no correction."
    case .adjust:
      "`bonferroni` (as usual) divides the error of comparisons by their number; `none` does not."
    }
  }
}
