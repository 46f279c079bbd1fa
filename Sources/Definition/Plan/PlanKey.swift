import Basics

/// The keys at the top of `tables.yaml`.
enum PlanKey: String, DefinitionKey {
  case variables, weights, sample, tables

  var entry: KeyEntry {
    switch self {
    case .variables:
      KeyEntry(
        .list(of: VariableKey.self), .words("none"),
        "Variables that follow from others, see below.",
        example: "[{name: size, from: delegates, codes: [{name: small, below: 4}]}]")
    case .weights:
      KeyEntry(
        .one(WeightKey.self), .words("every unit counts for one"),
        "What each unit counts for, see below.", example: "{question: weight}")
    case .sample:
      KeyEntry(
        .one(SampleKey.self), .words("the replies are no sample"),
        "Says that the replies are a random sample, so that there are confidence intervals and "
          + "comparisons of columns, see below. A questionnaire to everybody has none: who did not "
          + "reply did not do so at random.",
        example: "{population: register}")
    case .tables:
      KeyEntry(
        .list(of: TableKey.self), .refused, "The tables, in the order of print.",
        example: "[{rows: law}, {each: [delegates, measures]}]")
    }
  }
}

/// The keys of a derived variable.
enum VariableKey: String, DefinitionKey {
  case template = "for"
  case name, label, unit, from, codes, overlapping, mentions, value

  var entry: KeyEntry {
    switch self {
    case .template: TemplateKey.entry(readBy: TableKey.instances)
    case .name:
      KeyEntry(
        .text("a name"), .refused, "How tables and conditions name it.", example: "size",
        readBy: [.aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "How tables print it.",
        example: "Size of the delegation", readBy: [.export])
    case .unit:
      KeyEntry(
        .text("the name of a repeat"), .words("whatever a table counts"),
        "That only tables of the instances of this repeat have it, so that it may hold several of its "
          + "questions against one another.",
        example: "laws", readBy: TableKey.instances)
    case .from:
      KeyEntry(
        .text("a question, an attribute or a variable"), .words("every code has a condition"),
        "The variable it comes from.", example: "delegates", readBy: [.aggregate, .export])
    case .codes:
      KeyEntry(
        .list(of: CodeKey.self), .words("there is a `value`, or `mentions`"),
        "Its codes, in order.",
        example: "[{name: small, below: 4}, {name: large, from: 4}]")
    case .overlapping:
      KeyEntry(
        .flag, .means("no"),
        "Whether a unit has every code that holds; otherwise it has the first that does.",
        example: "yes", readBy: [.aggregate, .export])
    case .mentions:
      KeyEntry(
        .text("a list of questions"), .words("there are `codes`, or a `value`"),
        "Questions that ask for one thing several times, such as the first, second and third problem. Its "
          + "codes are their choices; whoever made one in any of them has it, once.",
        example: "[measures, way]", readBy: [.aggregate, .export])
    case .value:
      KeyEntry(
        .text("an expression"), .words("there are `codes`, or `mentions`"),
        "What its number is, computed of answers: sums, differences, shares, scores, days between dates.",
        example: "\"${delegates} * ${weight}\"", readBy: [.aggregate, .export])
    }
  }
}

/// The keys of a code of a derived variable.
enum CodeKey: String, DefinitionKey {
  case template = "for"
  case name, label, of, from, below
  case condition = "where"
  case substantive

  var entry: KeyEntry {
    switch self {
    case .template: TemplateKey.entry(readBy: [.aggregate, .export])
    case .name:
      KeyEntry(
        .text("a name"), .refused, "The name of the code.", example: "small",
        readBy: [.aggregate, .export])
    case .label:
      KeyEntry(
        .text("a text"), .words("the name"), "How tables print it.", example: "One to three",
        readBy: [.export])
    case .of:
      KeyEntry(
        .text("a list of codes"), .words("a band or a condition is given"),
        "Codes of the variable it comes from: a recode.", example: "[party, signatory]",
        readBy: [.aggregate, .export])
    case .from:
      KeyEntry(
        .text("a number or a date"), .words("the band has no beginning"),
        "The smallest number or earliest date of a band.", example: "4",
        readBy: [.aggregate, .export])
    case .below:
      KeyEntry(
        .text("a number or a date"), .words("the band has no end"),
        "The number or date at which a band has ended.", example: "4",
        readBy: [.aggregate, .export])
    case .condition:
      KeyEntry(
        .text("a condition"), .words("`of` or a band is given"),
        "The condition for which a unit has the code.", example: "${delegates} > 3",
        readBy: [.aggregate, .export])
    case .substantive:
      KeyEntry(
        .flag, .words("`yes`, but `no` where all choices in `of` are no opinion"),
        "Whether the code is an opinion, as the column `substantive` of `choices.csv` says of choices. "
          + "Choices that are none and that no code is made of are kept as codes at the end.",
        example: "no", readBy: [.aggregate, .export])
    }
  }
}

/// The keys of `weights`.
enum WeightKey: String, DefinitionKey {
  case question
  case strata = "post-stratify"
  case rake, totals

  var entry: KeyEntry {
    switch self {
    case .question:
      KeyEntry(
        .text("a number question"), .words("every unit has the same weight"),
        "The question that holds each unit's own weight.", example: "weight",
        readBy: [.aggregate, .export])
    case .strata:
      KeyEntry(
        .text("a list of variables"), .words("no post-stratification"),
        "Variables whose codes together make the strata: the units that replied stand for all "
          + "units of their stratum, those that did not reply included.",
        example: "[regional_group]", readBy: [.aggregate, .export])
    case .rake:
      KeyEntry(
        .text("a list of variables"), .words("no raking"),
        "Variables of each of which it is known how many units have each code, and not of their combinations: "
          + "weights are fitted to all of them at once (iterative proportional fitting), or the run stops.",
        example: "[regional_group, status]", readBy: [.aggregate, .export])
    case .totals:
      KeyEntry(
        .text("codes, each with a number"), .words("the units of the register are counted"),
        "How many units each stratum has, for one variable; with `rake` such a group for each: "
          + "`{sex: {f: 520, m: 480}, area: {town: 700, village: 300}}`.",
        example: "{yes: 30, in_part: 20, no: 50}", readBy: [.aggregate, .export])
    }
  }
}

/// The keys of `sample`.
enum SampleKey: String, DefinitionKey {
  case confidence, strata, clusters, population, adjust

  var entry: KeyEntry {
    switch self {
    case .confidence:
      KeyEntry(
        .text("per cent from 50 to below 100"), .means("95"),
        "The confidence of intervals and comparisons.", example: "90", readBy: [.export])
    case .strata:
      KeyEntry(
        .text("a list of variables"), .words("all units are one stratum"),
        "Variables whose codes together make the strata from each of which a number was drawn. What strata "
          + "differ in is then no chance, so that limits are narrower.",
        example: "[regional_group]", readBy: [.aggregate, .export])
    case .clusters:
      KeyEntry(
        .text("a variable, or an integer question"), .words("units were drawn one by one"),
        "What names the cluster of a unit, such as the village or school: clusters were drawn first, and "
          + "units within them. Units of a cluster are alike, so that limits are wider.",
        example: "delegates", readBy: [.aggregate, .export])
    case .population:
      KeyEntry(
        .text("a whole number, or `register`"), .words("no correction"),
        "How many units the sample was drawn from, for the finite population correction; `register` "
          + "for all units of the register. With `strata` how many each has: `{north: 1200, south: 800}`. "
          + "With `clusters` how many of these there are, and not of units.",
        example: "register", readBy: [.export])
    case .adjust:
      KeyEntry(
        .word(Sample.Adjustment.self), .means("bonferroni"),
        "Whether the error of comparisons is divided by their number.", example: "none",
        readBy: [.export])
    }
  }
}
