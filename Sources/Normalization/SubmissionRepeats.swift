import Basics
import Definition
import Findings
import Interchange
import Questionnaire

/// The repeats of the submissions of one source, joined to their records.
struct SubmissionRepeats: Sendable {
  private let source: PreparedSource
  private let joins: [Join]
  /// Where each question of the form stands: the number of its join, and its position there; -1 for one that
  /// is not asked in any.
  private let standings: [(join: Int, position: Int)]
  /// The one of a roster, if the records are one.
  private let rosterJoin: Join?

  /// A repeat that is joined, and how records of the source find their instances. A class, since copies of all
  /// its lists for each record would cost more than what is done with them.
  private final class Join: Sendable {
    let repeated: RepeatJoin
    let keys: KeyedParents.Keys

    init(_ repeated: RepeatJoin, keys: KeyedParents.Keys) {
      self.repeated = repeated
      self.keys = keys
    }

    /// Not inlined, since the lists are copied where this object is let go of.
    @inline(never)
    func answer(toQuestionAt position: Int, of number: Int?) -> RecordAnswer {
      repeated.answer(toQuestionAt: position, of: number)
    }

    @inline(never)
    func submission(at cursor: RecordCursor, of source: PreparedSource) -> Int? {
      repeated.submission(at: cursor, of: source, by: keys)
    }

    @inline(never)
    func submission(at record: Int, of source: PreparedSource) -> Int? {
      repeated.submission(at: record, of: source)
    }

    @inline(never)
    func objection(
      toMended cursor: RecordCursor, insteadOf record: Int, of file: String
    ) -> Objection? {
      repeated.objection(toMended: cursor, by: keys, insteadOf: record, of: file)
    }

    @inline(never)
    func instances(of number: Int?) -> [RepeatInstance] { repeated.instances(of: number) }
  }

  init(_ source: PreparedSource, joins: [RepeatJoin], form: Questionnaire) {
    self.source = source
    let joined = joins.compactMap { join in
      join.keys(ofSubmissions: source).map { Join(join, keys: $0) }
    }
    self.joins = joined
    standings = form.questions.map { question in
      for (index, join) in joined.enumerated() {
        if let position = join.repeated.position(of: question) { return (index, position) }
      }
      return (-1, 0)
    }
    rosterJoin = self.joins.first { $0.repeated.roster != nil }
  }

  /// Whether a record is to become a submission: of a roster the first of those does that are of one.
  func begins(_ record: Int) -> Bool {
    rosterJoin.map { $0.submission(at: record, of: source) != nil } ?? true
  }

  /// The numbers of the cursor's record, one for each repeat; nil where it has no instances there.
  func numbers(of cursor: RecordCursor) -> [Int?] {
    joins.map { $0.submission(at: cursor, of: source) }
  }

  /// Why a mended record cannot stand for the one in whose place it is.
  func objection(toMended cursor: RecordCursor, _ originals: MendingLog.Originals) -> Objection? {
    let record = originals.records[cursor.record - 1].record
    return joins.lazy.compactMap {
      $0.objection(toMended: cursor, insteadOf: record, of: originals.file)
    }.first
  }

  /// What the instances of a record answer together.
  ///
  /// - Parameter question: Its index in the form.
  func answer(toQuestionAt question: Int, of numbers: [Int?]) -> RecordAnswer {
    let standing = standings[question]
    guard standing.join >= 0 else { return .notAsked }
    return joins[standing.join].answer(
      toQuestionAt: standing.position, of: numbers[standing.join])
  }

  /// The instances of a record that tables count.
  func instances(of numbers: [Int?]) -> [RepeatInstance] {
    zip(joins, numbers).flatMap { $0.instances(of: $1) }
  }

  /// An answer of a submission with what is unclear of it in the further records that have it.
  func withDoubts(
    of answer: RecordAnswer, to question: Question, at record: Int
  ) -> RecordAnswer {
    guard case .unclear(let fields) = answer, let roster = rosterJoin?.repeated.roster else {
      return answer
    }
    return .unclear(fields + roster.doubts(of: question, at: record, of: source))
  }
}
