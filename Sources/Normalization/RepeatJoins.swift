import Basics
import Definition
import Interchange
import Questionnaire

/// The repeats of all sources, joined to their submissions.
///
/// What the instances answer is held in memory, and the keys of the submissions; the submissions
/// themselves are not.
struct RepeatJoins {
  private(set) var balance = RepeatBalance()
  private(set) var quarantined: [QuarantinedRecord] = []
  /// The rows of `mended.csv`.
  private(set) var mended: [[String]] = []
  /// The sources of instances.
  let sources: [PreparedSource]

  /// The repeat of a source of submissions.
  private struct Repetition: Hashable {
    let name: String
    let parent: String
  }

  private var joins: [Repetition: RepeatJoin] = [:]
  /// The repeats whose instances tables count, with how their answers are written.
  private(set) var counted: [String: InstanceFields] = [:]

  /// - Parameter counted: The repeats whose instances tables count.
  init(
    _ all: [PreparedSource], form: Questionnaire, ingested: String, counting counted: [String]
  ) throws(RunError) {
    sources = all.filter { $0.definition.repetition != nil }
    guard !sources.isEmpty else { return }
    for name in counted {
      self.counted[name] = InstanceFields(
        form.questions.filter { $0.repeatName == name },
        sources: sources.filter { $0.definition.repetition?.name == name })
    }
    let unreadable = try QuarantinedRecord.read(from: "\(ingested)/quarantine.csv")
    for source in sources {
      guard let repetition = source.definition.repetition,
        let parent = repetition.parentSource
      else { continue }
      let key = Repetition(name: repetition.name, parent: parent)
      guard joins[key] == nil else { continue }
      let join = try RepeatJoin(
        repetition, sources: sources.filter { $0.definition.pattern == source.definition.pattern },
        parents: all.filter { $0.definition.pattern == parent }, form: form,
        unreadable: unreadable, counted: self.counted[repetition.name])
      joins[key] = join
      balance.records += join.balance.records
      balance.joined += join.balance.joined
      balance.quarantined += join.balance.quarantined
      balance.mended += join.balance.mended
      quarantined += join.quarantined
      mended += join.mended
    }
  }

  /// What the instances of the cursor's record answer together.
  func answer(
    to question: Question, of source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    guard let join = join(question, source), join.asks(question),
      let column = source.mapping.keys[join.repetition.parentColumn]
    else { return .notAsked }
    return join.answer(to: question, key: RepeatJoin.key(try source.text(cursor, column)))
  }

  /// The instances of the cursor's record that tables count.
  func instances(
    of source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> [RepeatInstance] {
    var instances: [RepeatInstance] = []
    for name in counted.keys {
      guard let join = joins[Repetition(name: name, parent: source.definition.pattern)],
        let column = source.mapping.keys[join.repetition.parentColumn]
      else { continue }
      instances += join.instances(key: RepeatJoin.key(try source.text(cursor, column)))
    }
    return instances
  }

  /// Whether a source, or the instances that belong to it, has a question.
  func asks(_ question: Question, _ source: PreparedSource) -> Bool {
    source.mapping.questions[question.index] != .none
      || (join(question, source)?.asks(question) ?? false)
  }

  /// The longest sum of a number question.
  func width(of question: Question) -> Int {
    joins.values.map { $0.width(of: question) }.max() ?? 1
  }

  private func join(_ question: Question, _ source: PreparedSource) -> RepeatJoin? {
    question.repeatName.flatMap { joins[Repetition(name: $0, parent: source.definition.pattern)] }
  }
}
