import Basics
import Definition
import Testing
import _TestSupport

/// What a mistake in `tables.yaml` is told as, and the line it is told of.
struct PlanErrorTests {
  @Test(arguments: [
    (
      "tables: []", 1,
      "[no-tables] at 'tables': there is no table; expected at least one, as in '- each: closed'"
    ),
    (
      "tables:\n- rows: []", 2,
      "[no-rows] at 'tables[1]': there is no row variable; expected at least one"
    ),
    (
      "tables:\n- rows: attended\n  weighted: yes", 3,
      "[no-weights] at 'tables[1].weighted': the plan has no weights; expected a key 'weights' at the top"
    ),
    (
      "tables:\n- rows: attended\n  footnotes:\n  - {on: yess, text: A note.}", 4,
      "[unknown-anchor] at 'tables[1].footnotes[1].on': there is no row or column 'yess'; expected one of 11 names ('title', 'yes', 'no', '.base', '.no_answer', …). Did you mean 'yes'?"
    ),
    (
      "tables:\n- rows:\n  - attended\n  - attended", 4,
      "[row-twice] at 'tables[1].rows[2]': these rows stand there already; expected each variable once"
    ),
    (
      "sample: {confidence: 90}\ntables:\n- rows: attended\n  columns: [rating, channels]\n  statistics: [higher-than]",
      4,
      "[overlapping-columns] at 'tables[1].columns': a unit may stand in several columns of 'channels', so that they cannot be compared; expected variables of which a unit has one code. Take 'higher-than' out, or the variable"
    ),
    (
      "tables:\n- rows: {nest: [attended, attended]}", 2,
      "[nested-in-itself] at 'tables[1].rows.nest[2]': 'attended' stands twice; expected each variable once"
    ),
    (
      "tables:\n- rows: {nest: [attended]}", 2,
      "[nest] at 'tables[1].rows': expected at least two variables, the outermost first"
    ),
    (
      "tables:\n- rows: {nest: [sessions, attended]}", 2,
      "[no-codes] at 'tables[1].rows': 'sessions' has no choices, so nothing can stand within it; expected a closed question or an attribute. Make bands of it under 'variables'"
    ),
    (
      "tables:\n- rows: {nested: [attended, rating]}", 2,
      "[unknown-key] at 'tables[1].rows.nested': key 'nested' is not known here; expected nest. Did you mean 'nest'?"
    ),
  ])
  func tables(plan: String, line: Int, message: String) throws {
    try expect(plan, line, message)
  }

  @Test(arguments: [
    (
      "rows: response\n  base: answered",
      "'response' is no question, so nobody was asked it; expected population, respondents or a condition"
    ),
    (
      "rows: [attended, response]\n  base: asked",
      "'response' is no question, so nobody was asked it; expected population, respondents or a condition. Without 'base' each question has those who answered it, and each attribute all"
    ),
  ])
  func basesOfQuestionsForAttributes(keys: String, message: String) throws {
    try expect("tables:\n- \(keys)", 3, "[base] at 'tables[1].base': \(message)")
  }

  @Test(arguments: [
    (
      "{name: a b, of: [yes]}",
      "[net-name] at 'tables[1].nets[1].name': 'a b' is no name; expected letters, digits"
    ),
    (
      "{name: yes, of: [yes]}",
      "[net-twice] at 'tables[1].nets[1].name': 'attended' has a row 'yes' already; give the net another name"
    ),
    (
      "{name: some}",
      "[net] at 'tables[1].nets[1]': expected one of 'of', 'top' and 'bottom', as in 'of: [yes, in_part]'"
    ),
    (
      "{name: some, of: [yes], top: 1}",
      "[net] at 'tables[1].nets[1]': expected one of 'of', 'top' and 'bottom', as in 'of: [yes, in_part]'"
    ),
    (
      "{name: some, of: []}",
      "[net] at 'tables[1].nets[1].of': the net has no codes; expected at least one"
    ),
    (
      "{name: some, top: 1}",
      "[not-a-scale] at 'tables[1].nets[1].top': the choices of 'attended' are no numbers, so none is the highest; expected 'of' with their names"
    ),
    (
      "{name: some, of: [yess]}",
      "[unknown-choice] at 'tables[1].nets[1].of[1]': 'yess' is no choice of 'attended'; expected 'yes', 'no'. Did you mean 'yes'?"
    ),
    (
      "{name: some, of: [no, no]}",
      "[unknown-choice] at 'tables[1].nets[1].of[2]': 'no' is named twice; expected 'yes', 'no'."
    ),
    (
      "{name: some, of: [yes], lable: Some}",
      "[unknown-key] at 'tables[1].nets[1].lable': key 'lable' is not known here; expected"
    ),
  ])
  func nets(net: String, message: String) throws {
    try expect("tables:\n- rows: attended\n  nets:\n  - \(net)", 4, message)
  }

  @Test(arguments: [
    (
      "- rows: attended\n  title: \"{{title}} in all\"", 3,
      "[placeholder] at 'tables[1].title': '{{' stands here, but only 'note', 'footnotes' and report.md have placeholders; expected plain words"
    ),
    (
      "- rows: attended\n  base-label: \"\"", 3,
      "[empty-text] at 'tables[1].base-label': nothing stands here; expected some words, or no key"
    ),
    (
      "- rows: attended\n- {id: Attended, rows: attended}", 3,
      "[table-twice] at 'tables[2]': 'attended' and 'Attended' would be one file where capitals do not count; expected another 'id'"
    ),
    (
      "- {id: \(String(repeating: "a", count: 201)), rows: attended}", 2,
      "[table-id] at 'tables[1].id': the id 'aaaaaaaaaaaaaaaaaaaa…' of a table has 201 bytes and would be the name of a file; expected at most 200. Give the table a shorter 'id'"
    ),
    (
      "- rows: sessions\n  nets: [{name: most, top: 1}]", 3,
      "[no-codes] at 'tables[1].nets': 'sessions' has no choices that could be taken together"
    ),
    (
      "- rows: attended\n  columns: attended\n  footnotes: [{on: yes, text: Which?}]", 4,
      "[ambiguous-anchor] at 'tables[1].footnotes[1].on': 'yes' is the name of more than one of title, row and column; expected 'row' or 'column' in place of 'on'"
    ),
    (
      "- rows: attended\n  footnotes: [{column: yes, text: Which?}]", 3,
      "[unknown-anchor] at 'tables[1].footnotes[1].column': there is no column 'yes'; expected '.total'."
    ),
    (
      "- rows: attended\n  footnotes: [{text: Which?}]", 3,
      "[footnote] at 'tables[1].footnotes[1]': expected what the note is about, 'on', or 'row' or 'column'; one of these"
    ),
    (
      "- rows: [attended]\n  layout: matrix\n  states: yes", 4,
      "[matrix] at 'tables[1].states': a matrix has no rows for those who did not answer; expected 'no', or no key"
    ),
    (
      "- rows: [attended]\n  layout: matrix\n  footnotes: [{on: .no_answer, text: Few.}]", 4,
      "[unknown-anchor] at 'tables[1].footnotes[1].on': there is no row or column '.no_answer'; expected 'title', 'yes', 'no', '.base'."
    ),
  ])
  func whatAReaderWouldNotSee(plan: String, line: Int, message: String) throws {
    try expect("tables:\n\(plan)", line, message)
  }

  /// A variable that follows from a later one, by its codes or by a condition, or from itself.
  @Test(arguments: [
    ("- {name: a, from: b, codes: [{name: x, of: [y]}]}", "from", "b"),
    ("- {name: a, codes: [{name: x, where: \"${b} = 'y'\"}]}", "codes[1].where", "b"),
    ("- {name: a, from: a, codes: [{name: x, of: [x]}]}", "from", "a"),
  ])
  func variablesFromLaterOnes(variable: String, place: String, later: String) throws {
    try expect(
      "variables:\n\(variable)\n- {name: b, from: attended, codes: [{name: y, of: [yes]}]}\n"
        + "tables:\n- rows: a", 2,
      "[variable-below] at 'variables[1].\(place)': the variable '\(later)' does not stand above; expected questions, attributes and variables from before, since none can follow from itself. Move '\(later)' up where it is no circle"
    )
  }

  @Test func formWithoutClosedQuestions() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "type,name,label\ninteger,sessions,How many?\n", to: "Pipelines/small/survey.csv")
    try collection.workdir.write(
      "tables:\n- each: closed\n", to: "Pipelines/small/tables.yaml")
    let folders = folders(collection)
    let error = #expect(throws: RunError.self) {
      _ = try TablePlan(folders, try PipelineDefinition(folders))
    }
    #expect(
      error?.description.hasSuffix(
        "tables.yaml:2: error: [no-closed-question] at 'tables[1].each': the form has no question with choices; expected the names of questions"
      ) == true, "\(error?.description ?? "")")
  }

  @Test func netOfMorePointsThanTheScaleHas() throws {
    try expect(
      "tables:\n- rows: rating\n  nets:\n  - {name: best, top: 4}", 4,
      "[not-a-number] at 'tables[1].nets[1].top': '4' stands here; expected a whole number from 1 to 3"
    )
  }

  @Test(arguments: [
    (
      "attended", "[count, count]",
      "[statistic-twice] at 'tables[1].statistics[2]': 'count' stands twice; expected it once"
    ),
    (
      "attended", "[]",
      "[no-statistics] at 'tables[1].statistics': there is no statistic; expected some of count, percent,"
    ),
    ("attended", "[cuont]", "[unknown-word]"),
    (
      "attended", "[ranked]",
      "[statistic] at 'tables[1].statistics[1]': 'attended' is no ranking; expected count, percent or a question of type rank"
    ),
    (
      "attended", "[lower-limit]",
      "[no-sample] at 'tables[1].statistics[1]': 'lower-limit' is of samples; replies to a questionnaire that went to everybody are none. Expected a key 'sample' at the top if these are a random sample"
    ),
    (
      "attended", "[weighted-count]",
      "[no-weights] at 'tables[1].statistics[1]': the plan has no weights; expected a key 'weights' at the top"
    ),
  ])
  func statistics(rows: String, statistics: String, message: String) throws {
    try expect("tables:\n- rows: \(rows)\n  statistics: \(statistics)", 3, message)
  }

  @Test func datesHaveNoLimits() throws {
    try expect(
      "sample: {confidence: 90}\ntables:\n- rows: day\n  statistics: [lower-limit]", 4,
      "[statistic] at 'tables[1].statistics[1]': a date has no lower-limit; expected minimum, maximum"
    )
  }

  @Test(arguments: [
    (
      "last: [yess]",
      "[unknown-row] at 'tables[1].last': the table has no row 'yess'; expected one of 9 names"
    ),
    ("order: alphabet", "[unknown-word] at 'tables[1].order'"),
    (
      "decimals: 7",
      "[not-a-number] at 'tables[1].decimals': '7' stands here; expected a whole number from 0 to 6"
    ),
    ("decimals: {percents: 1}", "[unknown-key] at 'tables[1].decimals.percents'"),
    ("shares: add", "[unknown-word] at 'tables[1].shares'"),
    ("total: middle", "[unknown-word] at 'tables[1].total'"),
    (
      "columns: [rating]\n  layout: matrix",
      "[matrix] at 'tables[1].layout': a matrix has the choices across; expected no 'columns'. Narrow it by 'where'"
    ),
  ])
  func style(keys: String, message: String) throws {
    let line = 3 + keys.split(separator: "\n").count - 1
    try expect("tables:\n- rows: attended\n  \(keys)", line, message)
  }

  @Test func listOfChoicesMade() throws {
    try expect(
      "tables:\n- rows: channels\n  statistics: [response-percent]\n  lists: [.responses]", 4,
      "[listed-choices] at 'tables[1].lists': '.responses' counts choices, of which a unit may have made several; expected rows of units"
    )
  }

  @Test func matrixOfSeveralChoiceLists() throws {
    try expect(
      "tables:\n- rows: [attended, rating]\n  layout: matrix", 3,
      "[matrix] at 'tables[1].layout': 'rating' does not have the choices of 'attended'; expected questions of one choice list"
    )
  }

  @Test func sharesThatNeedNotAddUp() throws {
    try expect(
      "tables:\n- rows: channels\n  shares: add-up", 3,
      "[shares] at 'tables[1].shares': the shares of 'channels' need not add up to 100; expected variables of which a unit has one code"
    )
  }

  /// Two blocks of one variable, nested in codes of the same names.
  @Test func blocksThatCannotBeToldApart() throws {
    try expect(
      "variables:\n- {name: late, codes: [{name: yes, where: '${sessions} > 3'}]}\n"
        + "tables:\n- rows: [{nest: [attended, rating]}, {nest: [late, rating]}]", 4,
      "[row-twice] at 'tables[1]': two rows would be 'rating:yes:1'; expected each once. "
        + "Give the codes of one variable other names under 'variables', or make two tables")
  }
}

extension PlanErrorTests {
  private static let code = "codes: [{name: a, from: 1}]"

  @Test(arguments: [
    (
      "{name: a b, from: sessions, \(code)}",
      "[variable-name] at 'variables[1].name': 'a b' is no name; expected letters, digits"
    ),
    (
      "{name: rating, from: sessions, \(code)}",
      "[variable-twice] at 'variables[1].name': there is a question, attribute or variable 'rating' already; expected another name"
    ),
    (
      "{name: x, from: sesions, \(code)}",
      "[unknown-column] at 'variables[1].from': there is no question or attribute 'sesions'. Did you mean 'sessions'?"
    ),
    (
      "{name: x, from: sessions, codes: []}",
      "[no-codes] at 'variables[1]': the variable has no codes; expected at least one"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a, from: 1}, {name: a, below: 1}]}",
      "[code-twice] at 'variables[1].codes[2]': the code 'a' stands twice; expected each once"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a b, from: 1}]}",
      "[code-name] at 'variables[1].codes[1].name': 'a b' is no name; expected letters, digits"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a}]}",
      "[code] at 'variables[1].codes[1]': expected what makes a unit have the code: 'of' with codes, 'from' and 'below' for a band, or 'where' with a condition; one of these"
    ),
    (
      "{name: x, from: attended, codes: [{name: a, of: [yes], from: 1}]}",
      "[code] at 'variables[1].codes[1]': expected what makes a unit have the code"
    ),
    (
      "{name: x, \(code)}",
      "[no-source] at 'variables[1]': expected 'from' with the variable that the codes come from"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a, of: [yes]}]}",
      "[no-codes] at 'variables[1].codes[1]': 'sessions' has no choices; expected 'from' and 'below'"
    ),
    (
      "{name: x, from: attended, codes: [{name: a, of: [yess]}]}",
      "[unknown-choice] at 'variables[1].codes[1].of[1]': 'yess' is no choice of 'attended'; expected 'yes', 'no'. Did you mean 'yes'?"
    ),
    (
      "{name: x, from: attended, \(code)}",
      "[no-number] at 'variables[1].codes[1]': 'attended' is no number, date or scale; expected 'of' with its choices"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a, from: 4, below: 4}]}",
      "[empty-band] at 'variables[1].codes[1]': the band ends before it begins; expected 'from' below 'below'"
    ),
    (
      "{name: x, from: sessions, codes: [{name: a, from: many}]}",
      "[bound] at 'variables[1].codes[1].from': 'many' stands here; expected a number"
    ),
    (
      "{name: x, from: day, codes: [{name: a, below: 3}]}",
      "[bound] at 'variables[1].codes[1].below': '3' stands here; expected a date such as 2005-07-29"
    ),
    (
      "{name: x, from: sessions, overlapping: perhaps, \(code)}",
      "[not-a-flag] at 'variables[1].overlapping': 'perhaps' stands here; expected yes or no"
    ),
  ])
  func variables(variable: String, message: String) throws {
    try expect("variables:\n- \(variable)\ntables:\n- rows: attended", 2, message)
  }

  @Test(arguments: [
    (
      "weights: {totals: {a: 1}}",
      "[weights] at 'weights': there is nothing to weight by; expected 'question' or 'post-stratify'"
    ),
    (
      "weights: {question: attended}",
      "[weights] at 'weights.question': 'attended' is no number; expected a question of type decimal"
    ),
    (
      "weights: {post-stratify: [channels]}",
      "[weights] at 'weights.post-stratify[1]': 'channels' does not put every unit in one stratum; expected an attribute or a variable of which a unit has one code"
    ),
    (
      "weights: {post-stratify: [attended]}",
      "[weights] at 'weights.post-stratify': the register does not know how many units have each answer; expected 'totals', as in 'totals: {north: 1200, south: 800}'"
    ),
    (
      "weights: {post-stratify: [attended, rating], totals: {yes: 1, no: 2}}",
      "[weights] at 'weights.totals': totals are of the codes of one variable; expected one in 'post-stratify'"
    ),
    ("weights: {post-stratify: [attended], totals: {yes: 1}}", "[missing-key] at 'weights.totals'"),
    (
      "sample: {confidence: 100}",
      "[confidence] at 'sample.confidence': '100' stands here; expected per cent from 50 to below 100"
    ),
    (
      "sample: {population: all}",
      "[sample-population] at 'sample.population': 'all' stands here; expected how many units the sample was drawn from; this collection has no register"
    ),
    (
      "sample: {population: register}",
      "[sample-population] at 'sample.population': 'register' stands here; expected how many units the sample was drawn from; this collection has no register"
    ),
    ("sample: {adjust: holm}", "[unknown-word] at 'sample.adjust'"),
  ])
  func weightsAndSamples(keys: String, message: String) throws {
    try expect("\(keys)\ntables:\n- rows: attended", 1, message)
  }

  /// Weights and samples are of units that replied.
  @Test(arguments: [
    (
      "base: population\n  weighted: yes", 6,
      "[weighted-base] at 'tables[1].weighted': the base has units that did not reply, which weigh nothing; expected 'base: respondents', or another of units that replied alone. Or take 'weighted' out, so that every unit counts for one"
    ),
    ("base: \"${response} != 'replied'\"\n  weighted: yes", 6, "[weighted-base]"),
    ("base: \"${attended} != 'yes'\"\n  weighted: yes", 6, "[weighted-base]"),
    (
      "base: population\n  statistics: [weighted-count]", 6,
      "[weighted-base] at 'tables[1].statistics[1]': the base has units that did not reply, which weigh nothing; expected 'base: respondents', or another of units that replied alone. Or take 'weighted-count' out"
    ),
    (
      "base: population\n  statistics: [count, upper-limit]", 6,
      "[sample-base] at 'tables[1].statistics[2]': 'upper-limit' is of units that were sampled, and the base has units that did not reply; expected 'base: respondents', or another of units that replied alone. Or take the statistic out"
    ),
  ])
  func baseWithUnitsThatDidNotReply(keys: String, line: Int, message: String) throws {
    let plan = "weights: {question: sessions}\nsample: {confidence: 95}\ntables:\n- rows: attended"
    try expect("\(plan)\n  \(keys)", line, message)
  }

  /// A condition that asks for an answer holds for nobody who sent none.
  @Test(arguments: [
    "respondents", "answered", "\"${attended} = 'yes'\"",
    "\"${response} = 'replied' and ${attended} != 'yes'\"",
  ])
  func baseOfUnitsThatReplied(base: String) throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "weights: {question: sessions}\ntables:\n- rows: attended\n  base: \(base)\n",
      to: "Pipelines/small/tables.yaml")
    let folders = folders(collection)
    let plan = try TablePlan(folders, try PipelineDefinition(folders))
    #expect(plan.tables.map(\.isWeighted) == [true])
  }

  @Test func registerFactsAreNoEstimates() throws {
    try expect(
      "sample: {confidence: 95}\ntables:\n- rows: response\n  base: respondents\n  statistics: [lower-limit]",
      5,
      "[no-estimate] at 'tables[1].statistics[1]': 'response' is known of every unit, replied or not, so that there is nothing to estimate; expected rows of answers. Take 'lower-limit' out"
    )
  }

  /// - Parameter message: How the error begins, after path and line.
  private func expect(_ plan: String, _ line: Int, _ message: String) throws {
    let collection = try SmallCollection()
    try collection.workdir.write(plan + "\n", to: "Pipelines/small/tables.yaml")
    let folders = folders(collection)
    let error = #expect(throws: RunError.self) {
      _ = try TablePlan(folders, try PipelineDefinition(folders))
    }
    #expect(error?.kind == .badDefinition)
    let text = error?.description ?? ""
    let start = "\(collection.path("tables.yaml")):\(line): error: \(message)"
    #expect(text.hasPrefix(start), "\(text)")
  }
}
