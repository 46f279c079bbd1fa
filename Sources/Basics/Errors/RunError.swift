/// The reason a stage stops: one or more problems of one kind, each with its position.
///
/// The description is what data staff read: one line a problem, in the form
/// `path:line: error: [id] what was found; what was expected. What to do`.
package struct RunError: Error, CustomStringConvertible, Equatable {
  /// What sort of reason it is; it decides the exit status.
  package enum Kind: Sendable {
    case wrongUsage, dataRejected, inputMissing, internalFault, cannotWrite, locked, badDefinition

    package var status: ExitStatus {
      switch self {
      case .wrongUsage: .usage
      case .dataRejected: .dataRejected
      case .inputMissing: .inputMissing
      case .internalFault: .internalFault
      case .cannotWrite: .cannotWrite
      case .locked: .locked
      case .badDefinition: .badDefinition
      }
    }
  }

  /// One thing that is wrong, and where.
  package struct Problem: Sendable, Equatable, CustomStringConvertible {
    package let path: String
    package let line: Int?
    package let id: ErrorID
    package let message: String
    /// What may be set to end the doubt that it is; none where it is no doubt.
    package let answers: [Answer]

    package init(
      path: String, line: Int? = nil, id: ErrorID, message: String, answers: [Answer] = []
    ) {
      self.path = path
      self.line = line
      self.id = id
      self.message = message
      self.answers = answers
    }

    package var description: String { description(as: "error") }

    /// - Parameter level: `error`, or `warning` where the run goes on.
    func description(as level: String) -> String {
      let position = line.map { "\(path):\($0)" } ?? path
      return "\(position): \(level): [\(id.name)] \(message)"
    }
  }

  package let kind: Kind
  package let problems: [Problem]

  /// - Parameter kind: One of the kinds that the catalogue has of each problem.
  package init(_ kind: Kind, _ problems: [Problem]) {
    assert(
      problems.allSatisfy { $0.id.entry.kinds.contains(kind) }, "no \(kind): \(problems)")
    self.kind = kind
    self.problems = problems
  }

  /// An error of the kind that the catalogue has of it.
  ///
  /// - Parameter kind: What the file decides, where it decides.
  package init(
    _ kind: Kind? = nil, path: String, line: Int? = nil, id: ErrorID, _ message: String,
    answers: [Answer] = []
  ) {
    self.init(
      kind ?? id.entry.kinds[0],
      [Problem(path: path, line: line, id: id, message: message, answers: answers)])
  }

  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
