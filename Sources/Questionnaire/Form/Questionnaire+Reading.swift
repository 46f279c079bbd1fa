package import Basics
import Tabular

extension Questionnaire {
  /// Reads the form of a collection.
  ///
  /// `survey.csv` and `choices.csv` are the sheets of an XLSForm, with columns of our own besides:
  /// `SurveyColumn` and `ChoiceColumn` declare what is read. Other columns are left to the tools they
  /// are for.
  ///
  /// A question in a repeat is answered by all instances together, see
  /// `AnswerType.overInstances`; routing, `constraint` and `required` within a repeat are about one
  /// instance and are left to the tool, unless instances are counted: see `asked(ofEach:)`.
  ///
  /// - Parameter labelsAreRead: Whether any file may have labels of choices, so that two choices with
  ///   one would be one.
  /// - Throws: `badDefinition` with every problem found, each with its line.
  package init(folder: String, labelsAreRead: Bool = true) throws(RunError) {
    var reader = FormReader(
      survey: try CSVFile(path: "\(folder)/survey.csv", columns: SurveyColumn.self),
      choices: try CSVFile(path: "\(folder)/choices.csv", columns: ChoiceColumn.self),
      labelsAreRead: labelsAreRead)
    self = try reader.read()
  }
}

/// Builds a questionnaire from the two sheets, collecting every problem before it gives up.
struct FormReader {
  let survey: CSVFile
  let choices: CSVFile
  let labelsAreRead: Bool
  let sheet: ChoiceSheet
  var lists: [String: ChoiceList] = [:]
  /// The first line of each list in `choices.csv`.
  var listLines: [String: Int] = [:]
  private var questions: [Question] = []
  private var silentNames: Set<String> = []
  private var calculations: [FormCalculations.Row] = []
  private var groups: [OpenGroup] = []
  private var problems: [RunError.Problem] = []

  init(survey: CSVFile, choices: CSVFile, labelsAreRead: Bool) {
    self.survey = survey
    self.choices = choices
    self.labelsAreRead = labelsAreRead
    sheet = ChoiceSheet(choices)
  }

  mutating func read() throws(RunError) -> Questionnaire {
    lists = sheet.lists
    listLines = sheet.lines
    problems =
      SheetHeading.problems(in: survey) + SheetHeading.problems(in: choices) + sheet.problems
    let labels = LocalizedText.columns(named: SurveyColumn.label.rawValue, in: survey.header)
    for row in survey.rows {
      let label = LocalizedText(labels, in: row)
      readRow(row, label: label)
    }
    for group in groups {
      report(
        survey, line: group.line, id: .form(.openGroup),
        message: "this begin_\(group.word) has no end_\(group.word). Add one")
    }
    let (questionnaire, unresolved) = Questionnaire(
      path: survey.path, questions: questions, languages: labels.map(\.language),
      silentNames: silentNames,
      written: WrittenForm(questions: questions, calculations: calculations)
    ).calculating()
    problems += unresolved
    problems += FormCheck(questionnaire).problems()
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
    return questionnaire
  }

  private mutating func readRow(_ row: CSVFile.Row, label: LocalizedText) {
    guard let type = type(of: row) else { return }
    switch type {
    case .beginGroup, .beginRepeat:
      begin(row, label, isRepeat: type == .beginRepeat)
    case .endGroup, .endRepeat:
      end(row, isRepeat: type == .endRepeat)
    case .noAnswer:
      silentNames.insert(row[SurveyColumn.name])
    case .calculate:
      silentNames.insert(row[SurveyColumn.name])
      calculations.append(
        FormCalculations.Row(
          name: row[SurveyColumn.name], calculation: row[SurveyColumn.calculation],
          relevant: row[SurveyColumn.relevant], groups: groups.compactMap(\.condition),
          repeatName: groups.first(where: \.isRepeat)?.group.name, line: row.line))
    case .plain(let answer):
      add(row, label: label, type: answer)
    case .selectOne(let name, let orOther):
      if let list = list(name, orOther: orOther, row) {
        add(row, label: label, type: .selectOne(list))
      }
      if orOther { addOther(row) }
    case .selectMultiple(let name, let orOther):
      if let list = list(name, orOther: orOther, row) {
        add(row, label: label, type: .selectMultiple(list))
      }
      if orOther { addOther(row) }
    case .rank(let name):
      if let list = list(name, orOther: false, most: ChoiceList.mostRanks, row) {
        add(row, label: label, type: .rank(list))
      }
    }
  }

  private mutating func begin(_ row: CSVFile.Row, _ label: LocalizedText, isRepeat: Bool) {
    if isRepeat, let outer = groups.first(where: \.isRepeat) {
      report(
        survey, line: row.line, id: .form(.nestedRepeat),
        message:
          "repeat '\(row[SurveyColumn.name])' stands within repeat '\(outer.group.name)' of line \(outer.line); "
          + "expected no repeat in another. Leave its rows out of the survey sheet, and its file "
          + "out of the input folder")
    }
    if isRepeat, !DefinitionName.isName(row[SurveyColumn.name]) {
      report(
        survey, line: row.line, id: .form(.repeatName),
        message:
          "found '\(row[SurveyColumn.name])' as the name of a repeat; expected \(DefinitionName.expected)."
          + DefinitionName.hint(for: row[SurveyColumn.name]))
    }
    groups.append(
      OpenGroup(
        group: QuestionGroup(name: row[SurveyColumn.name], label: label),
        condition: expression(row, .relevant), routing: row[SurveyColumn.relevant],
        isRepeat: isRepeat, line: row.line))
  }

  private mutating func end(_ row: CSVFile.Row, isRepeat: Bool) {
    let word = isRepeat ? "repeat" : "group"
    guard let group = groups.popLast() else {
      report(
        survey, line: row.line, id: .form(.noGroup),
        message: "this end_\(word) has no begin_\(word) before it")
      return
    }
    if group.isRepeat != isRepeat {
      report(
        survey, line: row.line, id: .form(.noGroup),
        message:
          "this end_\(word) stands where the begin_\(group.word) of line \(group.line) ends; "
          + "expected end_\(group.word)")
    }
  }

  /// The type of a row; nil for an empty row, and for one whose type is reported.
  private mutating func type(of row: CSVFile.Row) -> QuestionType? {
    guard !row[SurveyColumn.type].allSatisfy(\.isWhitespace) else {
      if !row[SurveyColumn.name].isEmpty {
        report(
          survey, line: row.line, id: .form(.noType),
          message:
            "'\(row[SurveyColumn.name])' has no type; expected one such as text or select_one yes_no"
        )
      }
      return nil
    }
    do throws(QuestionType.FieldError) {
      return try QuestionType(row[SurveyColumn.type])
    } catch {
      report(survey, line: row.line, id: error.id, message: error.message)
      return nil
    }
  }

  private mutating func add(_ row: CSVFile.Row, label: LocalizedText, type: AnswerType) {
    append(
      name: row[SurveyColumn.name], type: type, label: label, own: expression(row, .relevant),
      routing: row[SurveyColumn.relevant],
      constraint: expression(row, .constraint),
      isRequired: ["yes", "true", "true()"].contains(row[SurveyColumn.required].lowercased()),
      row: row)
  }

  /// The text question that `or_other` brings along, named as KoboToolbox and ODK name it.
  private mutating func addOther(_ row: CSVFile.Row) {
    let routing = "selected(${\(row[SurveyColumn.name])}, 'other')"
    let parsed = try? Expression(parsing: routing)
    append(
      name: "\(row[SurveyColumn.name])_other", type: .text, label: LocalizedText([]), own: parsed,
      routing: routing,
      constraint: nil, isRequired: false, row: row)
  }

  private mutating func append(
    name: String, type: AnswerType, label: LocalizedText, own: Expression?, routing: String,
    constraint: Expression?, isRequired: Bool, row: CSVFile.Row
  ) {
    if name.isEmpty {
      report(
        survey, line: row.line, id: .form(.noName),
        message: "this question has no name; expected one")
      return
    }
    guard DefinitionName.isName(name) else {
      report(
        survey, line: row.line, id: .form(.questionName),
        message: "found '\(name)' as the name of a question; expected "
          + "\(DefinitionName.expected).\(DefinitionName.hint(for: name))")
      return
    }
    if let earlier = questions.first(where: { $0.name == name }) {
      report(
        survey, line: row.line, id: .form(.questionTwice),
        message:
          "question '\(name)' stands on line \(earlier.line) already; expected each name once")
      return
    }
    problems +=
      VersionDays(
        since: row[SurveyColumn.since], until: row[SurveyColumn.until], path: survey.path,
        line: row.line
      ).problems
    let repeatIndex = groups.firstIndex(where: \.isRepeat)
    guard let answer = repeatIndex == nil ? type : type.overInstances else {
      report(
        survey, line: row.line, id: .form(.rankInRepeat),
        message:
          "rank question '\(name)' stands in a repeat; expected it outside: several rankings have no "
          + "order in common. Leave it out of the survey sheet")
      return
    }
    // Within a repeat they are about one instance, and the answer here is that of all together.
    let outer = repeatIndex.map { groups[...$0] } ?? groups[...]
    let inner = repeatIndex.map { groups[($0 + 1)...] } ?? []
    let conditions = outer.compactMap(\.condition)
    let (offers, problem) = offers(row, of: type)
    let isOutside = repeatIndex == nil
    if isOutside { problems += [problem].compactMap(\.self) }
    let demands = InstanceDemands(
      relevant: Expression.all((inner.map(\.condition) + [own]).compactMap(\.self)),
      constraint: constraint, offers: offers, isRequired: isRequired, problem: problem)
    questions.append(
      Question(
        index: questions.count, name: name, type: answer, asked: type,
        repeatName: repeatIndex.map { groups[$0].group.name }, label: label,
        groups: groups.map(\.group),
        routing: (groups.map(\.routing) + [routing]).filter { !$0.allSatisfy(\.isWhitespace) },
        relevant: Expression.all(conditions + (isOutside ? [own] : []).compactMap(\.self)),
        constraint: isOutside ? demands.constraint : nil,
        offers: isOutside ? demands.offers : nil,
        isRequired: isOutside && isRequired,
        instance: isOutside ? nil : demands,
        units: units(row, of: type), article: row[SurveyColumn.article],
        since: row[SurveyColumn.since],
        until: row[SurveyColumn.until], line: row.line))
  }

  private mutating func expression(_ row: CSVFile.Row, _ column: SurveyColumn) -> Expression? {
    let text = row[column]
    if text.allSatisfy(\.isWhitespace) { return nil }
    do throws(Expression.SyntaxError) {
      return try Expression(parsing: text)
    } catch {
      problems.append(problem(error, in: column, of: row))
      return nil
    }
  }

  func problem(
    _ error: Expression.SyntaxError, in column: SurveyColumn, of row: CSVFile.Row
  ) -> RunError.Problem {
    RunError.Problem(
      path: survey.path, line: row.line, id: .expression(.expression),
      message:
        "column '\(column.rawValue)' of '\(row[SurveyColumn.name])': \(error.message)\n    \(row[column])\n    "
        + String(repeating: " ", count: error.column - 1) + "^")
  }

  mutating func report(
    _ file: CSVFile, line: Int, id: ErrorID, message: String
  ) {
    problems.append(RunError.Problem(path: file.path, line: line, id: id, message: message))
  }
}
