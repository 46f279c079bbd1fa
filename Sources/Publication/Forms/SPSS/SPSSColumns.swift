import Basics
import Definition
import Interchange
import Questionnaire
import StatisticalFiles
import Tabular

/// The variables of a data file, and how the answers of a row become their values.
struct SPSSColumns {
  /// What is told of the unit of a row.
  struct Unit {
    let key: String
    let attributes: [Double?]
  }

  private struct Writing {
    enum Kind {
      case one([Double])
      case ticks, ranking, number, date, nothing
    }
    let kind: Kind
    let variables: Range<Int>
    let states: SPSSStates
    /// By code, when a choice is offered; empty where all are.
    let offers: [Condition?]
  }

  private(set) var variables: [SPSSVariable] = []
  private var writings: [Writing] = []
  private var sets: [(name: String, label: String, variables: Range<Int>)] = []
  private let definition: CollectionDefinition
  /// The collection, or for instances what it is to each of them.
  private let pipeline: PipelineDefinition
  private let isOfInstances: Bool
  private let attributes: [(attribute: Attribute, entry: VariableCatalog.Entry)]
  private let firstAttribute: Int
  /// The weight of each unit: its variable.
  private var weight: Int?

  /// - Parameter instances: The repeat whose instances are rows; nil for the submissions.
  init(_ definition: CollectionDefinition, _ extent: SPSSExtent, instances: InstanceView?) {
    self.definition = definition
    isOfInstances = instances != nil
    let pipeline = instances?.pipeline ?? definition.pipeline
    self.pipeline = pipeline
    attributes = definition.plan.catalog.attributes.filter { attribute, _ in
      if case .response = attribute { false } else { true }
    }
    var names = SPSSNames()
    var variables = [
      SPSSVariable(
        names.name(for: "submission"), "The number of the submission",
        kind: .number(decimals: 0))
    ]
    if isOfInstances {
      variables.append(
        SPSSVariable(
          names.name(for: "instance"), "Which instance of its submission it is",
          kind: .number(decimals: 0)))
    }
    variables += [
      SPSSVariable(
        names.name(for: "unit"), "The unit that sent it", kind: .text(width: extent.longestUnit)),
      SPSSVariable(
        names.name(for: "received"), "When it was received", kind: .moment, measure: .scale),
    ]
    firstAttribute = variables.count
    for entry in attributes.map(\.entry) {
      variables.append(
        SPSSVariable(
          names.name(for: entry.name), entry.label, kind: .number(decimals: 0),
          valueLabels: entry.codes.enumerated().map { (Double($0 + 1), $1.label) }))
    }
    // Questions before choices: a question keeps its name.
    let own = pipeline.form.questions.map { names.name(for: $0.name) }
    for question in pipeline.form.questions {
      let first = variables.count
      let name = own[question.index]
      let label = pipeline.label(of: question)
      let values = Self.values(of: question)
      let states = SPSSStates(below: values.min() ?? extent.least[question.index])
      let missing = states.labels(in: pipeline.spoken)
      let choices = (question.type.choices ?? []).map(pipeline.label)
      func add(
        _ name: String, _ label: String, as kind: SPSSVariable.Kind,
        measure: SPSSVariable.Measure, labels: [(value: Double, label: String)] = []
      ) {
        variables.append(
          SPSSVariable(
            name, label, kind: kind, measure: measure,
            valueLabels: labels + missing, missing: states.range))
      }
      var kind = Writing.Kind.nothing
      switch question.type {
      case .selectOne:
        kind = .one(values)
        add(
          name, label, as: .number(decimals: 0), measure: .nominal,
          labels: Array(zip(values, choices)).map { ($0, $1) })
      case .selectMultiple, .rank:
        let isRanking = if case .rank = question.type { true } else { false }
        kind = isRanking ? .ranking : .ticks
        for (choice, words) in zip(question.type.choices ?? [], choices) {
          add(
            names.name(for: "\(question.name)_\(choice.name)"), Self.label(label, of: words),
            as: .number(decimals: 0),
            measure: isRanking ? .ordinal : .nominal,
            labels: isRanking ? [] : [(1, words)])
        }
        // One variable is no set to SPSS.
        if !isRanking, variables.count > first + 1 {
          sets.append((name, label, first..<variables.count))
        }
      case .integer:
        kind = .number
        add(name, label, as: .number(decimals: 0), measure: .scale)
      case .decimal:
        kind = .number
        add(name, label, as: .number(decimals: 2), measure: .scale)
      case .date:
        kind = .date
        add(name, label, as: .date, measure: .scale)
      case .text: break
      }
      // A weight within the repeat is each instance's own, and no weight of submissions.
      if definition.plan.weights?.question?.name == question.name,
        isOfInstances || question.repeatName == nil
      {
        weight = first
      }
      writings.append(
        Writing(
          kind: kind, variables: first..<variables.count, states: states,
          offers: question.offers(in: pipeline.form)))
    }
    self.variables = variables
  }

  /// The codes of a question's choices: their names where all of these are whole numbers, else 1, 2 …
  private static func values(of question: Question) -> [Double] {
    guard case .selectOne(let list) = question.type else { return [] }
    let names = list.choices.map(\.name)
    let numbers = names.compactMap { name in
      Int(name).flatMap { String($0) == name && abs($0) < mostExact ? Double($0) : nil }
    }
    return numbers.count == names.count
      ? numbers : names.indices.map { Double($0 + 1) }
  }

  /// Up to here floating point has every whole number.
  private static let mostExact = 1 << 53

  /// The question and the choice, of which the choice is kept whole where there is not room for both.
  private static func label(_ question: String, of choice: String) -> String {
    let room = SPSSVariable.longestLabel - choice.utf8.count - 2
    return SPSSVariable.cut(question, to: max(room, 0)) + ": " + choice
  }

  static func number(_ field: ArraySlice<UInt8>) -> Double? {
    Double(String(decoding: field, as: UTF8.self))
  }

  func unit(_ entry: UnitEntry) -> Unit {
    Unit(
      key: SPSSVariable.cut(entry.key, to: SPSSVariable.longestText),
      attributes: attributes.map { attribute, variable in
        attribute.code(
          of: entry.key, in: pipeline, names: variable.codes.map(\.name)
        ).map { Double($0 + 1) }
      })
  }

  // MARK: - A row

  func write(
    _ reader: StageTableReader, submission: Int, instance: Int, unit: Unit, to file: SPSSFile
  ) throws(RunError) {
    try file.beginRow()
    try file.set(Double(submission), at: 0)
    if isOfInstances { try file.set(Double(instance), at: 1) }
    try file.set(unit.key, at: firstAttribute - 2)
    // As it was written, without the offset from UTC behind it.
    if let received = Timestamp(
      String(reader.text(SubmissionLayout.Fixed.received.rawValue).prefix(19)))
    {
      try file.set(Self.seconds(received.seconds), at: firstAttribute - 1)
    } else {
      try file.leaveOpen(firstAttribute - 1)
    }
    for (index, value) in unit.attributes.enumerated() {
      if let value {
        try file.set(value, at: firstAttribute + index)
      } else {
        try file.leaveOpen(firstAttribute + index)
      }
    }
    for (question, writing) in writings.enumerated() {
      try write(reader.bytes(SubmissionLayout.column(of: question)), writing, to: file)
      try leaveOut(notOffered: writing, of: question, in: reader, to: file)
    }
    try file.endRow()
  }

  /// Writes for a choice that was neither made nor offered that it was not asked, as bases of tables have it;
  /// where an unclear answer leaves that open, that it is unclear.
  private func leaveOut(
    notOffered writing: Writing, of question: Int, in reader: StageTableReader, to file: SPSSFile
  ) throws(RunError) {
    let answers = RowAnswers(reader: reader, form: pipeline.form)
    guard writing.variables.count == writing.offers.count, !answers.isUnclear(question),
      answers.isAnswered(question)
    else { return }
    for (code, offer) in writing.offers.enumerated() {
      guard let offer, !answers.isSelected(code, of: question) else { continue }
      switch offer.truth(for: answers) {
      case true?: continue
      case false?:
        try file.set(
          writing.states.value(of: .notAsked) ?? 0, at: writing.variables.lowerBound + code)
      case nil:
        try file.set(
          writing.states.value(of: .unclear) ?? 0, at: writing.variables.lowerBound + code)
      }
    }
  }

  private func write(
    _ field: ArraySlice<UInt8>, _ writing: Writing, to file: SPSSFile
  ) throws(RunError) {
    let state = AnswerField.state(field.last ?? AnswerField.noAnswer)
    guard state == .answered else {
      for variable in writing.variables {
        try file.set(writing.states.value(of: state) ?? 0, at: variable)
      }
      return
    }
    let first = writing.variables.lowerBound
    switch writing.kind {
    case .nothing: return
    case .one(let values):
      if let code = AnswerField.code(field), values.indices.contains(code) {
        try file.set(values[code], at: first)
      } else {
        try file.leaveOpen(first)
      }
    case .ticks:
      for (code, byte) in field.enumerated() {
        try file.set(byte == AnswerField.unticked ? 0 : 1, at: first + code)
      }
    case .ranking:
      for (code, byte) in field.enumerated() {
        // A nought would be a rank above the first in every mean.
        if byte == AnswerField.unticked {
          try file.leaveOpen(first + code)
        } else {
          try file.set(Double(byte - UInt8(ascii: "a") + 1), at: first + code)
        }
      }
    case .number:
      if let number = Self.number(field) {
        try file.set(number, at: first)
      } else {
        try file.leaveOpen(first)
      }
    case .date:
      if let day = CalendarDate(iso: String(decoding: field, as: UTF8.self)) {
        try file.set(Self.seconds(day.dayNumber * 86_400), at: first)
      } else {
        try file.leaveOpen(first)
      }
    }
  }

  /// Seconds since 14 October 1582, which SPSS counts from.
  private static func seconds(_ seconds: Int) -> Double {
    Double(seconds - epoch * 86_400)
  }

  private static let epoch = CalendarDate(iso: "1582-10-14")?.dayNumber ?? 0

  // MARK: - Syntax

  /// The sets of several choices and the weight, which the data file cannot have.
  func syntax(of file: String, _ title: String) -> String {
    var lines = [
      "* \(Self.comment(title)).", "GET FILE=\(Self.quoted(file)).",
    ]
    for (name, label, range) in sets {
      let label = SPSSVariable.cut(label, to: 120)
      let set = SPSSVariable.cut(name, to: SPSSVariable.longestName - 1)
      lines += [
        "MRSETS", "  /MDGROUP NAME=$\(set) LABEL=\(Self.quoted(label))",
        "   CATEGORYLABELS=VARLABELS VARIABLES=",
      ]
      lines += variables[range].map { "   \($0.name)" }
      lines.append("   VALUE=1.")
    }
    if let weight {
      if definition.plan.weights?.strata.isEmpty == false {
        lines.append("* The tables are weighted by strata besides.")
      }
      lines.append("WEIGHT BY \(variables[weight].name).")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A comment ends with a point at the end of a line.
  private static func comment(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "." ? " " : $0 })
  }

  private static func quoted(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return "'"
      + line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
