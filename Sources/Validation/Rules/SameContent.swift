import Basics
import Findings
import Interchange
import Questionnaire
import Tabular

extension Objection {
  /// - Parameter twin: The unit whose reply came first, in a file and on a line of it.
  static func sameContent(answers: Int, twin: String, file: String, line: Int) -> Objection {
    Objection(.sameContent, "all \(answers) answers are those of '\(twin)' (\(file):\(line))")
  }
}

/// Different units with the same answers: one reply sent twice under two names, or copied.
///
/// Only replies with enough informative answers are compared, since short or yes-and-no replies are
/// alike by chance: at least `fewestAnswers` to questions with more than three choices, or for a
/// number, a date or a text.
struct SameContent: Sendable {
  static let fewestAnswers = 5
  private static let mostOrdinaryChoices = 3

  private let informative: [Int]
  /// The questions that tell where a reply came from, and that nobody answered.
  private let fixed: Set<Int>

  init(_ form: Questionnaire, fixed: Set<Int> = []) {
    self.fixed = fixed
    informative = form.questions.filter {
      !fixed.contains($0.index)
        && $0.type.choices.map { $0.count > Self.mostOrdinaryChoices } ?? true
    }.map(\.index)
  }

  /// The fields that somebody answered.
  private func content(of submission: Submission) -> StageRow {
    var fields = submission.fields
    for question in fixed { fields.replace(question, with: AnswerField.noAnswer) }
    return fields
  }

  /// A digest of the answers, which are alike where it is; 0 for a submission with too few.
  func digest(of submission: Submission) -> UInt64 {
    guard informative.count >= Self.fewestAnswers else { return 0 }
    var answers = 0
    for question in informative where submission.state(question) == .answered {
      answers += 1
      if answers == Self.fewestAnswers {
        return content(of: submission).digest &+ submission.instances
      }
    }
    return 0
  }

  /// Reports the accepted submissions whose answers another unit gave as well.
  ///
  /// - Parameter instances: The folders with the instances of submissions, as they were normalized.
  ///
  /// Only eight bytes a submission are held; those that may be alike are read again.
  func findings(
    _ results: [PartitionResult], in folder: String, units: ReportingUnits, sources: [SourceEntry],
    instances: [String]
  ) throws(RunError) -> [Finding] {
    let repeated = Self.repeated(in: results)
    if repeated.isEmpty { return [] }
    var candidates: [UInt64: [Submission]] = [:]
    for result in results where result.digests.contains(where: repeated.contains) {
      var submissions = try Submission.read(from: "\(folder)/\(result.name).csv")
      for instances in instances {
        let path = "\(instances)/\(result.name).csv"
        guard FileSystem.exists(path) else { continue }
        Submission.note(
          Dictionary(grouping: try Submission.read(from: path), by: \.number), in: &submissions)
      }
      for submission in submissions {
        let digest = digest(of: submission)
        if repeated.contains(digest) { candidates[digest, default: []].append(submission) }
      }
    }
    let texts = try TextFilter.digests(
      in: folder, of: Set(candidates.values.joined().map(\.number)))
    var findings: [(Int, Finding)] = []
    for alike in candidates.values {
      let ordered = alike.sorted { $0.number < $1.number }
      for (index, submission) in ordered.enumerated() {
        guard
          let first = ordered[..<index].first(where: {
            content(of: $0) == content(of: submission) && $0.instances == submission.instances
              && texts[$0.number] == texts[submission.number]
          })
        else { continue }
        let answers = (0..<submission.fields.count).count {
          !fixed.contains($0) && submission.state($0) == .answered
        }
        let source = sources[submission.source - 1].file
        let twin = units.key(at: first.unit - 1)
        findings.append(
          (
            submission.number,
            Finding(
              .sameContent(
                answers: answers, twin: twin, file: sources[first.source - 1].file,
                line: first.position.line),
              at: Position(source: source, record: submission.position),
              unit: units.key(at: submission.unit - 1), submission: submission.number, value: twin)
          ))
      }
    }
    return findings.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The digests that stand there more than once.
  private static func repeated(in results: [PartitionResult]) -> Set<UInt64> {
    var digests: [UInt64] = []
    digests.reserveCapacity(results.reduce(0) { $0 + $1.digests.count })
    for result in results { digests += result.digests.lazy.filter { $0 != 0 } }
    digests.sort()
    return Set(zip(digests, digests.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
  }
}
