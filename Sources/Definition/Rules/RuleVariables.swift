import Questionnaire

/// Everything that a rule of `rules.yaml` can name: the questions and attributes of `tables.yaml`,
/// the answers of the submission before, and facts about submissions.
package struct RuleVariables: Sendable {
  /// A fact about a submission or its unit that is neither question nor attribute; a question of the
  /// same name goes before it.
  package enum Fact: String, Sendable, CaseIterable {
    /// The day that the submission was received on.
    case received
    /// The cut-off of the collection.
    case cutOff = "cut_off"
    /// How many submissions the unit sent in time, and how many after the cut-off.
    case submissions
    case lateSubmissions = "late_submissions"
    /// The code of the State, or what the respondent is known by.
    case unit

    var kind: Variable.Kind {
      switch self {
      case .received, .cutOff: .date
      case .submissions, .lateSubmissions: .number
      case .unit: .text
      }
    }
  }

  /// What a variable stands for.
  package enum Meaning: Sendable, Equatable {
    case question(Int)
    case attribute(Int)
    /// The answer to a question in the submission before.
    case previous(Int)
    case fact(Fact)
  }

  package let catalog: VariableCatalog
  private let questions: Int

  /// The first unit with the same values, in the message of a `unique` rule and nowhere else: it is
  /// known only once all units were judged.
  static let otherUnit = "other_unit"

  /// XLSForm's word for an answer of the last submission: `${last-saved#q1}`.
  static let previously = "last-saved#"

  package init(_ catalog: VariableCatalog, questions: Int) {
    self.catalog = catalog
    self.questions = questions
  }

  package func meaning(of index: Int) -> Meaning {
    let entries = catalog.entries.count
    if index < questions { return .question(index) }
    if index < entries { return .attribute(index - questions) }
    if index < entries + questions { return .previous(index - entries) }
    return .fact(Fact.allCases[index - entries - questions])
  }

  /// What a name means in the rules of a scope; nil where it means nothing there.
  func variable(_ name: String, _ scope: Scope) -> Variable? {
    if case .group(let attribute) = scope {
      if name == attribute { return catalog[name]?.variable }
      return name == Fact.cutOff.rawValue ? variable(.cutOff) : nil
    }
    if let entry = catalog[name] { return entry.variable }
    if name.hasPrefix(Self.previously) {
      guard case .submissions = scope,
        let entry = catalog[String(name.dropFirst(Self.previously.count))],
        case .question(let index) = entry.origin
      else { return nil }
      return Variable(
        index: catalog.entries.count + index, kind: entry.variable.kind,
        nonSubstantive: entry.nonSubstantive, doubt: entry.variable.doubt)
    }
    return Fact(rawValue: name).flatMap { scope.facts.contains($0) ? variable($0) : nil }
  }

  func names(_ scope: Scope) -> [String] {
    let facts = scope.facts.map(\.rawValue)
    switch scope {
    case .group(let attribute): return facts + (attribute.map { [$0] } ?? [])
    case .submission, .unit: return catalog.names + facts
    case .submissions:
      return catalog.names + facts
        + catalog.names.prefix(questions).map { Self.previously + $0 }
    }
  }

  private func variable(_ fact: Fact) -> Variable {
    let index = Fact.allCases.firstIndex(of: fact) ?? 0
    return Variable(index: catalog.entries.count + questions + index, kind: fact.kind)
  }

  /// What an expression of a rule is about.
  enum Scope: Sendable {
    /// A submission that counts.
    case submission
    /// A submission of a unit, with the one before it.
    case submissions
    /// Any unit, whether it replied or not.
    case unit
    /// All units, or a group of them that have one code of an attribute.
    case group(by: String?)

    var facts: [Fact] {
      switch self {
      case .submission: [.received, .cutOff, .unit]
      case .submissions: [.received, .cutOff, .unit, .submissions, .lateSubmissions]
      case .unit: [.cutOff, .unit]
      case .group: [.cutOff]
      }
    }
  }
}
