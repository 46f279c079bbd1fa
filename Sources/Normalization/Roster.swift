import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// The submissions that the records of a roster make: of sources with a record for each unit and item, whose
/// records are the instances of one repeat.
///
/// Records of one unit and one day of receipt are of one submission, in whichever file they stand, and agree in
/// all that the key `by` names.
struct Roster {
  /// What a blank is called.
  static let blank: Int32 = 0

  var files: [RosterFile] = []
  /// The numbers of the files by those of their sources.
  var fileOfSource: [Int: Int] = [:]
  /// What texts are called, alike whatever their capitals and blanks; the blank is 0.
  var texts = TextNumbers()
  /// The numbers of the submissions, by what their records have in common.
  var keys = TextNumbers()
  /// What their records agree in, one submission after the other; -1 where it is not known yet.
  var commons: [Int32] = []
  /// The submissions that do not count, such as those of tests.
  var asides: Set<Int> = []
  /// Where the first record of each submission stands that counts.
  var first: [Standing?] = []
  /// What is unclear in their further records, by submission and question.
  private var doubts: [Int: [Int: [UnclearField]]] = [:]
  var refusals: [Standing: Objection] = [:]
  var again: Set<Standing> = []
  /// Which unit a text means, and as which names these were looked up.
  var units: UnitIndex

  /// - Parameter sources: Those of received files, as that of their submissions and that of the instances.
  /// - Throws: `badDefinition` where columns that the key `items` names are not there, or where it leaves
  ///   out what is asked of a submission.
  init(
    _ sources: [(submissions: PreparedSource, instances: PreparedSource)], form: Questionnaire,
    units: UnitIndex
  ) throws(RunError) {
    self.units = units
    _ = texts.number(adding: [])
    var differing: [Int: Objection] = [:]
    for (submissions, instances) in sources {
      try read(add(submissions, instances, form: form), &differing)
    }
    refuse(differing)
    try settle(twice(besides: []))
  }

  /// Reads the mended files.
  ///
  /// - Parameter replaced: The records that mended ones stand for.
  mutating func add(
    mended sources: [(submissions: PreparedSource, instances: PreparedSource)],
    form: Questionnaire, replacing replaced: Set<Standing>
  ) throws(RunError) {
    // What is left of the files as they came.
    var live = [Bool](repeating: false, count: count)
    forEachLive(besides: replaced) { standing in
      live[Int(files[Int(standing.file)].submissions[Int(standing.record) - 1])] = true
    }
    let width = files.first?.shared.count ?? 0
    for number in live.indices where !live[number] {
      for index in 0..<width { commons[number * width + index] = -1 }
    }
    var differing: [Int: Objection] = [:]
    let first = files.count
    for (submissions, instances) in sources {
      try read(add(submissions, instances, form: form), &differing)
    }
    refuse(differing, from: first)
    try settle(twice(besides: replaced), besides: replaced, from: first)
  }

  /// Lets go of what only further files would need.
  mutating func finish() {
    for index in files.indices { files[index].items = [] }
    (texts, keys, commons) = (TextNumbers(), TextNumbers(), [])
    units.forgetUnits()
  }

  var count: Int { first.count }

  func membership(of cursor: RecordCursor, in source: PreparedSource) -> Membership {
    guard let file = fileOfSource[source.entry.number] else {
      return .refused(.mendedCount(source.entry))
    }
    let standing = Standing(file: Int32(file), record: Int32(cursor.record))
    if let objection = refusals[standing] { return .refused(objection) }
    return again.contains(standing)
      ? .again : .member(Int(files[file].submissions[cursor.record - 1]))
  }

  func standing(of record: Int, in source: PreparedSource) -> Standing? {
    fileOfSource[source.entry.number].map { Standing(file: Int32($0), record: Int32(record)) }
  }

  /// Notes a record that counts: the first one of a submission stands for it.
  mutating func count(_ record: Int, of source: PreparedSource, in number: Int) {
    if first[number] == nil { first[number] = standing(of: record, in: source) }
  }

  /// Notes what is unclear in a record of a submission.
  mutating func doubt(
    _ fields: [UnclearField], of question: Question, at record: Int, of source: PreparedSource,
    in number: Int
  ) {
    if first[number] == standing(of: record, in: source) { return }
    doubts[number, default: [:]][question.index, default: []] += fields
  }

  /// What is unclear in the other records of a submission of an answer that all of them have.
  func doubts(of question: Question, at record: Int, of source: PreparedSource) -> [UnclearField] {
    submission(at: record, of: source).flatMap { doubts[$0]?[question.index] } ?? []
  }

  /// The source of submissions that a source of instances is at the same time.
  func submissions(beside source: PreparedSource) -> PreparedSource? {
    fileOfSource[source.entry.number].map { files[$0].ofSubmissions }
  }

  /// The submission that a record stands for.
  func submission(at record: Int, of source: PreparedSource) -> Int? {
    guard let standing = standing(of: record, in: source) else { return nil }
    let number = Int(files[Int(standing.file)].submissions[record - 1])
    return number >= 0 && first[number] == standing ? number : nil
  }

  /// How many submissions a file has.
  func submissions(in source: PreparedSource) -> Int {
    guard let file = fileOfSource[source.entry.number] else { return 0 }
    return first.count { $0?.file == Int32(file) }
  }
}
