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

  private let form: Questionnaire
  private var joins: [Repetition: RepeatJoin] = [:]
  /// The repeats whose instances tables count, with how their answers are written.
  private(set) var counted: [String: InstanceFields] = [:]

  /// - Parameter counted: The repeats whose instances tables count.
  init(
    _ all: [PreparedSource], _ pipeline: PipelineDefinition, of collection: CollectionFolders,
    counting counted: [String]
  ) throws(RunError) {
    form = pipeline.form
    sources = all.filter { $0.definition.repetition != nil }
    guard !sources.isEmpty else { return }
    var fields: [String: InstanceFields] = [:]
    for name in Set(sources.compactMap(\.definition.repetition?.name)) {
      fields[name] = InstanceFields(
        form.questions.filter { $0.repeatName == name },
        sources: sources.filter { $0.definition.repetition?.name == name })
    }
    self.counted = fields.filter { counted.contains($0.key) }
    let unreadable = try QuarantinedRecord.read(
      from: "\(collection.folder(of: .ingest))/quarantine.csv")
    for source in sources {
      guard let repetition = source.definition.repetition,
        let parent = repetition.parentSource, let fields = fields[repetition.name]
      else { continue }
      let key = Repetition(name: repetition.name, parent: parent)
      guard joins[key] == nil else { continue }
      let own = sources.filter { $0.definition.pattern == source.definition.pattern }
      // Of records that were mended it is asked which ones they stand for, and so what counts.
      let needsUnits =
        source.definition.items != nil || own.contains { $0.entry.isMended }
      let join = try RepeatJoin(
        repetition, sources: own,
        parents: all.filter { $0.definition.pattern == parent && $0.definition.repetition == nil },
        form: form, unreadable: unreadable, fields: fields,
        isCounted: counted.contains(repetition.name),
        units: needsUnits ? try UnitIndex(collection, pipeline) : nil)
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

  /// The repeats of a source of submissions.
  func repeats(of source: PreparedSource) -> SubmissionRepeats {
    SubmissionRepeats(
      source,
      joins: joins.filter { $0.key.parent == source.definition.pattern }
        .sorted { $0.key.name < $1.key.name }.map(\.value), form: form)
  }

  /// How many submissions the records of a roster make; nil where each record is a submission.
  func submissions(in source: PreparedSource) -> Int? {
    roster(source)?.submissions(in: source)
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
      || (join(question, source)?.position(of: question) != nil)
  }

  /// The longest sum of a number question.
  func width(of question: Question) -> Int {
    joins.values.map { $0.width(of: question) }.max() ?? 1
  }

  private func join(_ question: Question, _ source: PreparedSource) -> RepeatJoin? {
    question.repeatName.flatMap { joins[Repetition(name: $0, parent: source.definition.pattern)] }
  }
}
