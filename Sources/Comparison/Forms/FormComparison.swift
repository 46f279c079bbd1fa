import Basics
import Definition
import Questionnaire

/// The difference between the questionnaires of two rounds.
struct FormComparison {
  let old: PipelineDefinition
  let new: PipelineDefinition
  /// In the order of the newer form, then what was dropped.
  private(set) var pairs: [QuestionPair] = []
  private let map: RoundMap
  /// The name in the newer form of each question of the older one that is in both.
  private var newNames: [String: String] = [:]
  private var problems: [RunError.Problem] = []

  /// - Throws: `badDefinition` with every name that stands for another wording now and is not
  ///   mapped.
  init(_ old: PipelineDefinition, _ new: PipelineDefinition, map: RoundMap) throws(RunError) {
    self.old = old
    self.new = new
    self.map = map
    let former = formerQuestions()
    for (question, origin) in zip(Self.asked(new), former) {
      if let origin { newNames[origin.name] = question.name }
    }
    for (question, origin) in zip(Self.asked(new), former) {
      pairs.append(pair(origin, question))
    }
    for question in Self.asked(old) where newNames[question.name] == nil {
      pairs.append(
        QuestionPair(
          old: question, new: nil, choices: onlyOld(question), differences: [.dropped], notes: [],
          breakNote: nil))
    }
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
  }

  /// The questions that respondents are asked: which version of the form it was is none.
  private static func asked(_ pipeline: PipelineDefinition) -> [Question] {
    pipeline.form.questions.filter { $0.name != Questionnaire.versionName }
  }

  /// What each question of the newer form was; a name that is mapped elsewhere is nobody's.
  private func formerQuestions() -> [Question?] {
    let mapped = Set(
      map.questions.values.compactMap { if case .name(let name) = $0 { name } else { nil } })
    return Self.asked(new).map { question in
      guard let name = map.formerName(of: question.name) else { return nil }
      return map.questions[question.name] == nil && mapped.contains(name) ? nil : old.form[name]
    }
  }

  private mutating func pair(_ origin: Question?, _ question: Question) -> QuestionPair {
    let note = map.breaks[question.name]
    guard let origin else {
      let choices = (question.type.choices ?? []).indices.map {
        QuestionPair.ChoicePair(old: nil, new: $0, differences: [.added])
      }
      return QuestionPair(
        old: nil, new: question, choices: choices, differences: [.added],
        notes: sameLabel(question),
        breakNote: note)
    }
    var differences: [Difference] = []
    var notes: [String] = []
    if !agree(origin.label, question.label) {
      differences.append(.reworded)
      if map.questions[question.name] == nil, !map.sameWording.contains(question.name) {
        report(origin, question)
      }
    }
    let choices = ChoicePairing(origin, question, map: map).pairs(old, new)
    if origin.type.choices != nil, question.type.choices != nil, !choices.notes.isEmpty {
      differences.append(.recoded)
      notes += choices.notes
    }
    let units = (origin.ownUnits, question.ownUnits)
    if Set(units.0).isDisjoint(with: units.1), !(units.0.isEmpty && units.1.isEmpty) {
      if !differences.contains(.recoded) { differences.append(.recoded) }
      notes.append("numbers were in \(Self.words(units.0)), are in \(Self.words(units.1))")
    }
    // A unit has the answers of all instances of a repeat, which is another type: what was asked counts.
    if origin.asked.word != question.asked.word {
      differences.append(.retyped)
      notes.append("\(origin.asked.word) became \(question.asked.word)")
    }
    let moves = moves(from: origin, to: question, choices: choices.pairs)
    if !moves.isEmpty {
      differences.append(.moved)
      notes += moves
    }
    let groups = (origin.groups.last.map(label), question.groups.last.map(label))
    if Wording(groups.0 ?? "") != Wording(groups.1 ?? "") {
      notes.append("stood under '\(groups.0 ?? "")', stands under '\(groups.1 ?? "")'")
    }
    if question.type == .text && origin.type == .text { notes.append("texts are not compared") }
    let repeated = RepeatedQuestion(question, in: new)
    if let repeated, origin.repeatName != nil {
      notes.append(
        repeated.isNumber
          ? "the number of a unit is the sum over its '\(repeated.repeatLabel)'"
          : "a unit counts for each answer that was given of any of its '\(repeated.repeatLabel)'")
    }
    let pair = QuestionPair(
      old: origin, new: question, choices: choices.pairs, differences: differences, notes: notes,
      breakNote: note,
      repeatLabel: repeated?.repeatLabel,
      hasSameUnit: units.0.isEmpty || units.1.isEmpty || !Set(units.0).isDisjoint(with: units.1))
    // Choices that are not checked against each other may be called what they will.
    if pair.comparable != nil { problems += choices.problems }
    return pair
  }

  /// What lets others answer a question or choose one of its choices than before, in words.
  private func moves(
    from origin: Question, to question: Question, choices: [QuestionPair.ChoicePair]
  ) -> [String] {
    var notes: [String] = []
    if renamed(origin.relevant) != question.relevant {
      notes.append("asked under another condition")
    } else if (old.behindSkip == .blank) != (new.behindSkip == .blank), restsOnSkips(question) {
      notes.append(
        "answers behind a skip: '\(PipelineKey.behindSkip.rawValue)' was '\(old.behindSkip.rawValue)', is "
          + "'\(new.behindSkip.rawValue)'")
    }
    if (origin.repeatName == nil) != (question.repeatName == nil) {
      notes.append("only one round asks it of each instance of a repeat")
    }
    let offers = (origin.offers?.expressions, question.offers?.expressions)
    let names = choices.compactMap { pair -> String? in
      guard let before = pair.old, let after = pair.new else { return nil }
      let isSame = renamed(offers.0?[before] ?? nil) == (offers.1?[after] ?? nil)
      return isSame ? nil : question.type.choices?[after].name
    }
    if !names.isEmpty {
      notes.append("choices offered under another condition: \(names.joined(separator: ", "))")
    }
    return notes
  }

  /// Whether an answer behind a skip decides something about a question: one of its own, or one by which its choices
  /// are offered.
  private func restsOnSkips(_ question: Question) -> Bool {
    let offers = question.offers(in: new.form).compactMap(\.self)
    return question.relevant != nil
      || offers.contains { $0.uses.keys.contains { new.form.questions[$0].relevant != nil } }
  }

  /// What an added question asks that a dropped one asked, unless `rounds.yaml` says that it is new.
  private func sameLabel(_ question: Question) -> [String] {
    guard map.questions[question.name] == nil else { return [] }
    let dropped = Self.asked(old).filter {
      newNames[$0.name] == nil && agree($0.label, question.label)
    }
    return dropped.map {
      "asks what '\($0.name)' asked, which was dropped: if it is the same question, give "
        + "'\(question.name): \($0.name)' under 'questions' in \(RoundMap.fileName)"
    }
  }

  /// Names of one unit, in words.
  private static func words(_ units: [TextKey]) -> String {
    units.isEmpty ? "no declared unit" : units.map { "'\($0.text)'" }.joined(separator: " or ")
  }

  private func label(_ group: QuestionGroup) -> String {
    group.label.text(in: new.language) ?? ""
  }

  private func onlyOld(_ question: Question) -> [QuestionPair.ChoicePair] {
    (question.type.choices ?? []).indices.map {
      QuestionPair.ChoicePair(old: $0, new: nil, differences: [.dropped])
    }
  }

  /// A condition of the older form in the names of the newer one.
  private func renamed(_ condition: Expression?) -> Expression? {
    condition?.renamed(
      question: { $0 == Questionnaire.versionName ? $0 : newNames[$0] ?? "\($0), dropped" },
      choice: { question, choice in
        let origins = newNames[question].flatMap { map.choices[$0] } ?? [:]
        if let name = origins.first(where: { $0.value == .name(choice) })?.key { return name }
        return origins[choice] == nil ? choice : "\(choice), dropped"
      })
  }

  private func agree(_ before: LocalizedText, _ after: LocalizedText) -> Bool {
    Wording.agree(
      before, in: old.language, after, in: new.language, varying: map.varyingWords)
  }

  private mutating func report(_ before: Question, _ after: Question) {
    problems.append(
      RunError.Problem(
        path: new.form.path, line: after.line, id: .round(.reusedName),
        message:
          "question '\(after.name)' asks '\(new.label(of: after))', but "
          + "'\(old.label(of: before))' at \(old.form.path):\(before.line); expected one wording "
          + "for one name. In \(RoundMap.fileName) give what it was under 'questions' (null where "
          + "it is new), or list it under 'same-wording' where both ask the same; 'varying-words' is for "
          + "what changes in many, such as the year"))
  }
}

extension Question {
  /// The names of the unit that its numbers are kept in.
  fileprivate var ownUnits: [TextKey] {
    units.filter { $0.factor == 1 }.map(\.text)
  }
}
