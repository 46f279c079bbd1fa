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
  /// About records that count all the same.
  private(set) var findings: [Finding] = []
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
    _ all: [PreparedSource], _ pipeline: PipelineDefinition, of collection: CollectionFolders,
    counting counted: [String]
  ) throws(RunError) {
    let form = pipeline.form
    sources = all.filter { $0.definition.repetition != nil }
    guard !sources.isEmpty else { return }
    for name in counted {
      self.counted[name] = InstanceFields(
        form.questions.filter { $0.repeatName == name },
        sources: sources.filter { $0.definition.repetition?.name == name })
    }
    let unreadable = try QuarantinedRecord.read(
      from: "\(collection.folder(of: .ingest))/quarantine.csv")
    for source in sources {
      guard let repetition = source.definition.repetition,
        let parent = repetition.parentSource
      else { continue }
      let key = Repetition(name: repetition.name, parent: parent)
      guard joins[key] == nil else { continue }
      let units = source.definition.items == nil ? nil : try UnitIndex(collection, pipeline)
      let join = try RepeatJoin(
        repetition, sources: sources.filter { $0.definition.pattern == source.definition.pattern },
        parents: all.filter { $0.definition.pattern == parent && $0.definition.repetition == nil },
        form: form, unreadable: unreadable, counted: self.counted[repetition.name], units: units)
      joins[key] = join
      balance.records += join.balance.records
      balance.joined += join.balance.joined
      balance.quarantined += join.balance.quarantined
      balance.mended += join.balance.mended
      quarantined += join.quarantined
      findings += join.findings
      mended += join.mended
    }
  }

  /// What the instances of the cursor's record answer together.
  func answer(
    to question: Question, of source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    guard let join = join(question, source), join.asks(question), join.knows(source) else {
      return .notAsked
    }
    return join.answer(to: question, of: try join.number(of: source, cursor))
  }

  /// The instances of the cursor's record that tables count.
  func instances(
    of source: PreparedSource, _ cursor: RecordCursor
  ) throws(RunError) -> [RepeatInstance] {
    var instances: [RepeatInstance] = []
    for name in counted.keys {
      guard let join = joins[Repetition(name: name, parent: source.definition.pattern)] else {
        continue
      }
      instances += join.instances(of: try join.number(of: source, cursor))
    }
    return instances
  }

  /// Whether a record is to become a submission: of a roster the first of those does that are of one.
  func begins(_ record: Int, of source: PreparedSource) -> Bool {
    roster(source).map { $0.submission(at: record, of: source) != nil } ?? true
  }

  /// How many submissions the records of a roster make; nil where each record is a submission.
  func submissions(in source: PreparedSource) -> Int? {
    roster(source)?.submissions(in: source)
  }

  /// An answer of a submission with what is unclear of it in the further records that have it.
  func withDoubts(
    of answer: RecordAnswer, to question: Question, of source: PreparedSource,
    _ cursor: RecordCursor
  ) -> RecordAnswer {
    guard case .unclear(let fields) = answer, let roster = roster(source) else { return answer }
    return .unclear(fields + roster.doubts(of: question, at: cursor.record, of: source))
  }

  /// Tells an index of units which names were looked up before.
  func noteNames(in units: inout UnitIndex) {
    for join in joins.values {
      if let known = join.roster?.units { units.noteNames(of: known) }
    }
  }

  private func roster(_ source: PreparedSource) -> Roster? {
    guard let name = source.definition.items?.repeatName else { return nil }
    return joins[Repetition(name: name, parent: source.definition.pattern)]?.roster
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
