import Basics
import Interchange
import Tabular

/// What judging the submissions of one partition gave.
struct PartitionResult: Sendable {
  /// What is told of a submission that does not count.
  struct Receipt: Sendable {
    let number: Int
    let received: String
    let source: Int
    let position: RecordPosition

    init(_ submission: Submission) {
      number = submission.number
      received = submission.received.text
      source = submission.source
      position = submission.position
    }
  }

  struct Superseded: Sendable {
    /// Why it does not count as it is.
    enum Reason: Sendable {
      /// The other one is the same record, mended.
      case mended
      /// The other one took over the answers to these questions.
      case merged([String])
      case later
    }

    let receipt: Receipt
    let by: Receipt
    let unit: String
    var reason: Reason
    let likeness: Likeness
  }

  /// How like the one that counts a superseded submission is.
  struct Likeness: Sendable {
    /// Whether the answers are the same but for free texts, which stand elsewhere.
    let isSameInCodes: Bool
    /// How many questions both answered by a free text, which is to be compared where it may decide something.
    let sharedTexts: Int
    /// Whether nobody can tell which one is the later one.
    let isOrderOpen: Bool
    /// Whether the two have different answers to a question, which is more than that one leaves out what the
    /// other has; or other instances of a repeat, which are merged with none.
    let contradicts: Bool
  }

  /// Two submissions of open order that contradict each other, of which a third one took over answers.
  struct Contradiction: Sendable {
    let receipt: Receipt
    /// The one whose answers count.
    let giver: Receipt
    let unit: String
    /// Whether they do by what they chose, or else how many texts are to be compared.
    let isInCodes: Bool
    let sharedTexts: Int
  }

  struct Late: Sendable {
    let receipt: Receipt
    /// The one that counts instead, if the unit sent one in time.
    let by: Receipt?
    let unit: String
  }

  let name: String
  var superseded: [Superseded] = []
  var contradictions: [Contradiction] = []
  var late: [Late] = []
  /// The file with the findings; nil where there are none.
  var findings: String?
  var corrected: [AppliedCorrection] = []
  var refused: [RefusedCorrection] = []
  /// The answers of earlier submissions that the counting one took over: whose number they count
  /// under.
  var given: [AnswerID: Int] = [:]
  /// The texts that do not count, since the routing does not lead to them.
  var leftOut: [AnswerID] = []
  /// What the declared rules came to, and the values that no other unit may have.
  var tallies: DeclaredTallies
  var values: UniqueValues.Written?
  /// The numbers of the accepted submissions, in four bytes each: there may be millions.
  var accepted: [UInt32] = []
  /// A digest of the answers of each accepted submission; 0 where they are too few to tell it from
  /// others.
  var digests: [UInt64] = []
  /// The units that have such a submission, in its order, and those of which all came too late.
  var replied: [UInt32] = []
  var tooLate: [Int] = []
  /// On which days how many of the accepted submissions were received.
  var days: [CalendarDate: Int] = [:]

  /// Makes room for so many units and no more: there may be millions.
  mutating func reserve(units: Int) {
    accepted.reserveCapacity(units)
    digests.reserveCapacity(units)
    replied.reserveCapacity(units)
  }

  /// Says that an answer of an earlier submission was not taken over after all.
  mutating func leaveBehind(_ question: String, of earlier: Int) {
    given[.init(submission: earlier, question: question)] = nil
    for index in superseded.indices.reversed() where superseded[index].receipt.number == earlier {
      guard case .merged(let names) = superseded[index].reason else { return }
      let others = names.filter { $0 != question }
      superseded[index].reason = others.isEmpty ? .later : .merged(others)
      return
    }
  }
}

/// The answer to one question in one submission.
struct AnswerID: Hashable, Sendable {
  let submission: Int
  let question: String
}
