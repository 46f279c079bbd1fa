import Basics
import Definition
import Questionnaire
import Register
import Tabulation

/// Works out the dimensions that the variables of a plan follow from.
struct DimensionReader {
  private(set) var dimensions: [Dimension] = []
  private let pipeline: PipelineDefinition
  private let plan: TablePlan
  private let replies: KnownReplies
  private let notAsked: Set<String>
  /// What the plan and the questionnaire hold answers against.
  private let conditions: [Condition]
  /// The value that each unit or organization has of the first dimension.
  private(set) var profileOfUnit: [String: Int] = [:]
  private static let states: [AnswerState] = [
    .noAnswer, .unclear, .notApplicable, .notAsked, .didNotReply,
  ]

  init(
    _ pipeline: PipelineDefinition, plan: TablePlan, replies: KnownReplies, notAsked: Set<String>
  ) {
    self.notAsked = notAsked
    self.pipeline = pipeline
    self.plan = plan
    self.replies = replies
    conditions =
      plan.conditions
      + pipeline.form.questions.flatMap { question in
        [question.condition(in: pipeline.form)].compactMap(\.self)
          + question.offers(in: pipeline.form).compactMap(\.self)
      }
  }

  mutating func read() {
    dimensions = [profiles(), response()]
    for entry in plan.catalog.entries {
      if case .question(let question) = entry.origin {
        dimensions.append(self.question(question, entry))
      }
    }
  }

  // MARK: - Values

  /// The combinations of attributes that there are among units and organizations.
  private mutating func profiles() -> Dimension {
    guard let register = pipeline.register else {
      return Dimension(values: [Dimension.Value()])
    }
    struct Profile: Hashable {
      let role: UnitRole
      let attributes: [Int: Int]
    }
    var known: [Profile: Int] = [:]
    let attributes = plan.catalog.attributes.filter { $0.attribute != .response }
    var values: [Dimension.Value] = []
    let others = register.otherParticipants(in: pipeline.treaty).map(\.iso3)
    for unit in register.units + others {
      var value = Dimension.Value(role: pipeline.role(of: unit))
      for (attribute, entry) in attributes {
        value.attributes[entry.variable.index] = attribute.code(
          of: unit, in: pipeline, names: entry.codes.map(\.name))
      }
      let key = Profile(role: value.role, attributes: value.attributes)
      let profile = known[key] ?? values.count
      profileOfUnit[unit] = profile
      if known.updateValue(profile, forKey: key) == nil { values.append(value) }
    }
    var dimension = Dimension(values: values)
    dimension.divide(by: dimension.set(where: \.role.isReporting))
    dimension.divide(by: dimension.set(where: \.role.isParticipant))
    return dimension
  }

  private func response() -> Dimension {
    var dimension = Dimension(
      values: [Dimension.Value(code: 0), Dimension.Value(code: 1)])
    dimension.divide(by: dimension.set { $0.code == 0 })
    return dimension
  }

  private func question(_ number: Int, _ entry: VariableCatalog.Entry) -> Dimension {
    let question = pipeline.form.questions[number]
    let answers: [Dimension.Value]
    switch entry.variable.kind {
    case .code, .ranking:
      answers = entry.codes.indices.map { Dimension.Value(state: .answered, code: $0) }
    case .codes:
      let mayBeEmpty = replies.mayBeEmpty(question, pipeline)
      answers = Self.combinations(of: entry.codes.count).filter { !$0.isEmpty || mayBeEmpty }
        .map { Dimension.Value(state: .answered, ticks: $0) }
    case .number, .date:
      answers = ranges(of: entry, question.type).map {
        Dimension.Value(state: .answered, number: $0)
      }
    case .text:
      let any = NumberRange(value: 0, text: "?")
      answers = [Dimension.Value(state: .answered, number: any)]
    }
    var dimension = asked(
      answers, isAlwaysApplicable: question.relevant == nil,
      isAskedOfAll: !notAsked.contains(question.name))
    if entry.isMultiple { dimension.mostTicks = Self.mostTicks(of: entry.codes.count) }
    return dimension
  }

  /// Answers, and the states of whoever has none.
  private func asked(
    _ answers: [Dimension.Value], isAlwaysApplicable: Bool, isAskedOfAll: Bool
  ) -> Dimension {
    let states = Self.states.filter {
      ($0 != .notApplicable || !isAlwaysApplicable) && ($0 != .notAsked || !isAskedOfAll)
    }
    var dimension = Dimension(
      values: answers + states.map { Dimension.Value(state: $0) })
    let silent = dimension.set { $0.state == .didNotReply }
    dimension.divide(
      among: AnswerState.allCases.map { state in dimension.set { $0.state == state } })
    dimension.divide(among: [dimension.set { $0.state?.isAsked ?? false }, silent])
    dimension.divide(among: [dimension.set { $0.state == .answered }, silent])
    dimension.divide(by: silent)
    return dimension
  }

  /// - Returns: nil where every combination of ticks is a value.
  private static func mostTicks(of choices: Int) -> Int? {
    choices > 30 ? 2 : choices > 14 ? 3 : choices > VariableCatalog.mostCombined ? 4 : nil
  }

  /// Every combination of ticks; of many choices those of two to four: a plan that asks for
  /// more at once is refused by `TableRelations`.
  static func combinations(of choices: Int) -> [Set<Int>] {
    guard let most = mostTicks(of: choices) else {
      return (0..<(1 << choices)).map { bits in
        Set((0..<choices).filter { bits & (1 << $0) != 0 })
      }
    }
    var sets: [Set<Int>] = [[]]
    var longest: [[Int]] = [[]]
    for _ in 0..<most {
      longest = longest.flatMap { set in ((set.last ?? -1) + 1..<choices).map { set + [$0] } }
      sets += longest.map { Set($0) }
    }
    return sets
  }

  /// Numbers that the plan cannot tell from others: what it names, and what lies right beside.
  private func ranges(of entry: VariableCatalog.Entry, _ type: AnswerType) -> [NumberRange] {
    let (bands, texts) = plan.catalog.bounds(of: entry, in: conditions)
    if type == .date {
      let dates = bands.compactMap { CalendarDate(digits: $0) }
      let days = (dates + texts.compactMap { CalendarDate(iso: $0) }).flatMap { date in
        (-1...1).compactMap { CalendarDate(daysAfterYearOne: date.daysAfterYearOne + $0) }
      }
      return (days.isEmpty ? [CalendarDate(year: 2000, month: 1, day: 1)].compactMap { $0 } : days)
        .reduced().map { NumberRange(value: $0.digits, text: $0.description) }
    }
    let bounds = bands.map(\.rational) + texts.compactMap { Rational($0) }
    let numbers = bounds.flatMap { ExactDecimal.beside($0, areWhole: type == .integer) }
    return (numbers.isEmpty ? ExactDecimal.beside(0, areWhole: type == .integer) : numbers)
      .reduced().map { NumberRange(value: $0, text: $0.description) }
  }
}

extension TablePlan {
  /// The conditions that bear on who is counted.
  var conditions: [Condition] {
    let ofTables = tables.flatMap { table -> [Condition?] in
      if case .condition(let condition) = table.base { return [table.filter, condition] }
      return [table.filter]
    }
    return ofTables.compactMap { $0 }
      + catalog.derived.flatMap(\.rules).compactMap { rule in
        if case .condition(let condition) = rule { condition } else { nil }
      }
  }
}

extension Question {
  /// For whom it applies; nil where that is everybody.
  func condition(in form: Questionnaire) -> Condition? {
    // The form has been checked: its conditions can be bound.
    try? relevant?.bound(to: form, current: nil)
  }
}

extension VariableCatalog {
  /// The numbers or dates that a variable is checked against: those of bands, as derived variables
  /// have them, and those of conditions, as they are written.
  func bounds(
    of entry: Entry, in conditions: [Condition]
  ) -> (bands: [ExactDecimal], texts: [String]) {
    let variable = entry.variable.index
    var bands: [ExactDecimal] = []
    for derived in derived where derived.source == variable {
      for case .range(let from, let below) in derived.rules {
        bands += [from, below].compactMap { $0 }
      }
    }
    let texts = conditions.flatMap { $0.uses[variable] ?? [] }.compactMap { use -> String? in
      if case .comparison(let text) = use { text } else { nil }
    }
    return (bands, texts)
  }
}

extension CalendarDate {
  /// The days after 1 January of the year 1, which is 306 days after 1 March of the year 0.
  fileprivate var daysAfterYearOne: Int { dayNumber - 306 }
}

extension ExactDecimal {
  /// The numbers that answers can have right below a bound, at it and right above it.
  fileprivate static func beside(_ bound: Rational, areWhole: Bool) -> [ExactDecimal] {
    let whole = bound.magnitude.floor
    let digits = whole == 0 ? 0 : String(whole).utf8.count
    // The digits before the point leave room for so many decimals.
    let step =
      areWhole ? 1 : Rational(1, over: one(scale: Swift.max(0, mostDigits - digits)))
    let below = Rational((bound / step).floor) * step
    return [below - step, below, below + step, below + step + step]
      .compactMap { ExactDecimal(exactly: $0) }
  }
}

extension Sequence where Element: Comparable & Hashable {
  /// Each once, in order.
  fileprivate func reduced() -> [Element] { Set(self).sorted() }
}
