import Basics
import Definition
import Questionnaire
import Tabular

/// The submission of a unit that counts, with what it took over from earlier ones.
struct CountedSubmission: Sendable {
  var submission: Submission
  /// The earlier submissions that gave answers, by the index of the question.
  private(set) var origins: [Int: Submission] = [:]
  /// The unit's other submissions in time, the oldest first.
  fileprivate(set) var earlier: [Submission] = []
  /// The questions whose answers were left out, since the routing does not lead to them.
  var leftOut: [Question] = []
  /// The questions of which a correction was applied, by their index.
  var corrected: Set<Int> = []
  /// The questions whose answers an earlier submission keeps, since the routing of what was answered
  /// later does not lead to them.
  private(set) var leftBehind: [Question] = []
  /// How many came after the cut-off.
  fileprivate(set) var late = 0

  /// Whether any answer is an earlier submission's.
  var tookOver: Bool { !origins.isEmpty }

  /// Where the answer to a question was given.
  func origin(of question: Question) -> Submission {
    origins[question.index] ?? submission
  }

  /// Gives an answer that was taken over back to the submission that gave it.
  ///
  /// - Returns: Whether it was taken over and stands as it was given.
  mutating func leaveBehind(_ question: Question) -> Bool {
    guard origins[question.index] != nil, !corrected.contains(question.index) else { return false }
    leftBehind.append(question)
    return true
  }

  /// Notes the texts that rules rest on, in this submission and the earlier ones.
  mutating func note(_ texts: RuleTexts) {
    for question in texts.questions {
      submission.texts[question.index] = texts[origin(of: question), question]
      for index in earlier.indices {
        earlier[index].texts[question.index] = texts[earlier[index], question]
      }
    }
  }

  /// Takes over the answers of an earlier submission to questions that have none so far, and
  /// returns the names of these.
  ///
  /// A question that an earlier form asked was asked, even if no form had an answer.
  /// An answer to choices that only another version of the form had stays behind where the version
  /// cannot come with it.
  fileprivate mutating func takeOver(
    _ earlier: Submission, _ questions: [Question], with versioned: VersionedQuestions?
  ) -> [String] {
    var names: [String] = []
    for question in questions {
      let index = question.index
      let isAnswer = [.answered, .unclear].contains(earlier.state(index))
      let now = submission.state(index)
      if isAnswer, now == .noAnswer || now == .notAsked {
        guard versioned?.lets(&submission, takeOver: question, of: earlier) ?? true else {
          continue
        }
        origins[index] = earlier
        names.append(question.name)
      } else if now != .notAsked || earlier.state(index) != .noAnswer {
        continue
      }
      submission.fields.replace(index, with: Array(earlier.fields[index]))
    }
    return names
  }
}

/// Decides which of a unit's submissions counts, and what becomes of the others.
struct SubmissionChoice: Sendable {
  let pipeline: PipelineDefinition
  /// Those that respondents answer. Where a reply came from, and when, is a fact of each reply.
  private let questions: [Question]
  private let versioned: VersionedQuestions?
  init(pipeline: PipelineDefinition) {
    self.pipeline = pipeline
    let ofSources = pipeline.questionsOfSources
    questions = pipeline.form.questions.filter { !ofSources.contains($0.index) }
    versioned = VersionedQuestions(pipeline.form)
  }

  /// The latest submission before the cut-off counts; of two of one moment, the later record, and of two whose
  /// order is open the one that `Timestamp.seconds` puts last. A
  /// mended one stands for the one it mends. With `resubmissions: merge` the latest takes over the
  /// answers of the earlier ones to what it leaves blank, those of the latest of them first.
  func choose(
    among submissions: ArraySlice<Submission>, unit: String, _ result: inout PartitionResult
  ) -> CountedSubmission? {
    if submissions.count == 1, let only = submissions.first, only.received.day <= pipeline.cutOff {
      return CountedSubmission(submission: only)
    }
    var inTime: [Submission] = []
    var late: [Submission] = []
    for submission in setAsideMended(submissions, unit: unit, &result) {
      if submission.received.day <= pipeline.cutOff {
        inTime.append(submission)
      } else {
        late.append(submission)
      }
    }
    if inTime.count > 1 {
      inTime.sort { ($0.received.seconds, $0.order) < ($1.received.seconds, $1.order) }
    }
    let latest = inTime.popLast()
    for submission in late {
      result.late.append(
        .init(receipt: .init(submission), by: latest.map { .init($0) }, unit: unit))
    }
    guard let latest else { return nil }
    var counted = CountedSubmission(submission: latest)
    counted.earlier = inTime
    counted.late = late.count
    for (index, earlier) in inTime.enumerated().reversed() {
      var names: [String] = []
      // Of two that others outlast, too, it may be open whose answer is taken over.
      for giver in inTime[(index + 1)...]
      where pipeline.resubmissions == .merge && earlier.received.isOrderOpen(to: giver.received) {
        let isGiven = { [counted] in counted.origin(of: $0).number == giver.number }
        result.contradictions.append(
          .init(
            receipt: .init(earlier), giver: .init(giver), unit: unit,
            isInCodes: contradicts(earlier, giver, where: isGiven),
            sharedTexts: sharedTexts(earlier, giver, where: isGiven)))
      }
      if pipeline.resubmissions == .merge {
        names = counted.takeOver(earlier, questions, with: versioned)
        for name in names {
          result.given[.init(submission: earlier.number, question: name)] = latest.number
        }
      }
      result.superseded.append(
        .init(
          receipt: .init(earlier), by: .init(latest), unit: unit,
          reason: names.isEmpty ? .later : .merged(names),
          likeness: likeness(of: earlier, to: latest)))
    }
    return counted
  }

  /// Lists the submissions that a mended one stands for, and returns the others.
  private func setAsideMended(
    _ submissions: ArraySlice<Submission>, unit: String, _ result: inout PartitionResult
  ) -> ArraySlice<Submission> {
    guard submissions.count > 1 else { return submissions }
    var last: [Int: Submission] = [:]
    for submission in submissions where submission.number > last[submission.order]?.number ?? 0 {
      last[submission.order] = submission
    }
    let others = submissions.filter { submission in
      guard let mended = last[submission.order], mended.number != submission.number else {
        return true
      }
      result.superseded.append(
        .init(
          receipt: .init(submission), by: .init(mended), unit: unit, reason: .mended,
          likeness: likeness(of: submission, to: mended)))
      return false
    }
    return others[...]
  }

  private func likeness(
    of earlier: Submission, to latest: Submission
  ) -> PartitionResult.Likeness {
    let isSame =
      questions.allSatisfy { earlier.fields[$0.index] == latest.fields[$0.index] }
      && earlier.instances == latest.instances
    let isOpen = earlier.received.isOrderOpen(to: latest.received)
    return .init(
      isSameInCodes: isSame,
      sharedTexts: isSame || isOpen ? sharedTexts(earlier, latest) : 0,
      isOrderOpen: isOpen,
      contradicts: earlier.instances != latest.instances
        || !isSame && contradicts(earlier, latest))
  }

  /// How many questions two submissions answered by a free text.
  private func sharedTexts(
    _ one: Submission, _ other: Submission, where isAsked: (Question) -> Bool = { _ in true }
  ) -> Int {
    questions.count { question in
      question.type == .text && one.state(question.index) == .answered
        && other.state(question.index) == .answered && isAsked(question)
    }
  }

  /// Whether two submissions have different answers to a question; one may leave out what the other has.
  ///
  /// - Parameter isAsked: Which questions are looked at.
  private func contradicts(
    _ one: Submission, _ other: Submission, where isAsked: (Question) -> Bool = { _ in true }
  ) -> Bool {
    questions.contains { question in
      let index = question.index
      return one.state(index) == .answered && other.state(index) == .answered
        && one.fields[index] != other.fields[index] && isAsked(question)
    }
  }
}
