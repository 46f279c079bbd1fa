import Questionnaire

/// Which questions lead to which: what their `relevant` is about.
struct Routes {
  private let form: Questionnaire
  /// By the question that is led to, those that decide it, in the order of the form.
  private let deciding: [String: [Question]]
  /// By the question that decides, those that it leads to.
  private var led: [String: [Question]] = [:]

  /// - Parameter questions: Those of the form that were asked.
  init(_ questions: [Question], of form: Questionnaire) {
    self.form = form
    let known = Dictionary(
      questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    deciding = known.mapValues { question in
      // What the form calculates stands for the questions that it is worked out of.
      let names = Set(
        question.routing.flatMap(Self.names) + (question.relevant?.references ?? []))
      return names.compactMap { known[$0] }.sorted { $0.index < $1.index }
    }
    for question in questions {
      for other in deciding[question.name] ?? [] { led[other.name, default: []].append(question) }
    }
  }

  func deciding(_ question: Question) -> [Question] { deciding[question.name] ?? [] }

  func led(by question: Question) -> [Question] { led[question.name] ?? [] }

  /// All that must hold for a question to be asked, as it is written.
  func condition(of question: Question) -> String {
    let routing = question.routing
    let all =
      routing.count > 1 ? routing.map { "(\($0))" }.joined(separator: " and ") : routing.joined()
    return explained(all)
  }

  /// A condition with what the form calculates under the names that it has.
  func explained(_ condition: String) -> String {
    var calculated: [(name: String, calculation: String)] = []
    var open = Self.names(in: condition)
    while !open.isEmpty {
      let name = open.removeFirst()
      guard !calculated.contains(where: { $0.name == name }),
        let calculation = form.calculation(of: name)
      else { continue }
      calculated.append((name, calculation))
      open += Self.names(in: calculation)
    }
    return ([condition] + calculated.map { "${\($0.name)} is \($0.calculation)" }).joined(
      separator: "; ")
  }

  private static func names(in condition: String) -> [String] {
    (try? Expression(parsing: condition))?.references ?? []
  }
}
