/// The reason a stage stops: one or more problems of one kind, each with its place.
///
/// The description is what data staff read: one line a problem, in the form
/// `path:line: error: [rule] what was found; what was expected. What to do`.
package struct RunError: Error, CustomStringConvertible, Equatable {
  /// What sort of reason it is; it decides the exit status (numbers of `sysexits.h`).
  package enum Kind: Int32, Sendable {
    case dataRejected = 65
    case inputMissing = 66
    case internalFault = 70
    case cannotWrite = 73
    case locked = 75
    case badDefinition = 78
  }

  /// One thing that is wrong, and where.
  package struct Problem: Sendable, Equatable, CustomStringConvertible {
    package let path: String
    package let line: Int?
    package let rule: String
    package let message: String

    package init(path: String, line: Int? = nil, rule: String, message: String) {
      self.path = path
      self.line = line
      self.rule = rule
      self.message = message
    }

    package var description: String {
      let place = line.map { "\(path):\($0)" } ?? path
      return "\(place): error: [\(rule)] \(message)"
    }
  }

  package let kind: Kind
  package let problems: [Problem]

  package init(_ kind: Kind, _ problems: [Problem]) {
    self.kind = kind
    self.problems = problems
  }

  package init(_ kind: Kind, path: String, line: Int? = nil, rule: String, _ message: String) {
    self.init(kind, [Problem(path: path, line: line, rule: rule, message: message)])
  }

  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
