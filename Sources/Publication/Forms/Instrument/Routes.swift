import Questionnaire

/// Which questions lead to which: what their `relevant` is about.
struct Routes {
  /// By the question that is led to, those that decide it, in the order of the form.
  private let deciding: [String: [Question]]
  /// By the question that decides, those that it leads to.
  private var led: [String: [Question]] = [:]

  init(_ questions: [Question]) {
    let known = Dictionary(
      questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    deciding = known.mapValues { question in
      let written = question.routing.flatMap { (try? Expression(parsing: $0))?.references ?? [] }
      // What the form calculates stands for the questions that it is worked out of.
      let names = Set(written + (question.relevant?.references ?? []))
      return names.compactMap { known[$0] }.sorted { $0.index < $1.index }
    }
    for question in questions {
      for other in deciding[question.name] ?? [] { led[other.name, default: []].append(question) }
    }
  }

  func deciding(_ question: Question) -> [Question] { deciding[question.name] ?? [] }

  func led(by question: Question) -> [Question] { led[question.name] ?? [] }
}
