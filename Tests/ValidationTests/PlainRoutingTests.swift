import Definition
import Findings
import Interchange
import Questionnaire
import Testing
import _TestSupport

@testable import Validation

/// The fast road and the plain one, over random forms and answers: the same comes of both.
struct PlainRoutingTests {
  private static let lists = ["yes_no": 2, "many": 30, "topic": 4]

  private static func choices() -> String {
    "list_name,name,label\n"
      + lists.sorted { $0.key < $1.key }.flatMap { list, count in
        (0..<count).map { "\(list),c\($0),C\($0)\n" }
      }.joined()
  }

  private static let types = [
    "select_one yes_no", "select_one many", "select_multiple topic", "integer", "text",
  ]

  private static func condition(
    of types: [String], depth: Int, _ random: inout SplitMix64
  ) -> String {
    if depth > 0, Int.random(in: 0..<3, using: &random) > 0 {
      let (left, right) = (
        condition(of: types, depth: depth - 1, &random),
        condition(of: types, depth: depth - 1, &random)
      )
      return [
        "(\(left) and \(right))", "(\(left) or \(right))", "not(\(left))",
      ].randomElement(using: &random) ?? left
    }
    let index = Int.random(in: types.indices, using: &random)
    let code = Int.random(in: 0..<2, using: &random)
    switch types[index] {
    case "select_one yes_no", "select_one many":
      return "${q\(index)} \(Bool.random(using: &random) ? "=" : "!=") 'c\(code)'"
    case "select_multiple topic": return "selected(${q\(index)}, 'c\(code + 1)')"
    case "integer": return "${q\(index)} > 3"
    default: return "${q\(index)} != ''"
    }
  }

  private static func answer(to type: String, _ random: inout SplitMix64) -> String {
    let mark = [".", ".", "?", "~", "", "", "", ""].randomElement(using: &random) ?? ""
    guard mark.isEmpty else { return mark }
    switch type {
    case "select_one yes_no": return Bool.random(using: &random) ? "a" : "b"
    case "select_one many": return ["aa", "ab", "bd"].randomElement(using: &random) ?? "aa"
    case "select_multiple topic":
      return (0..<4).map { code in
        Bool.random(using: &random) ? "_" : ["a", "b", "c", "d"][code]
      }.joined()
    case "integer": return String(Int.random(in: 0...9, using: &random))
    default: return "t"
    }
  }

  @Test(arguments: 1...40)
  func theSameComesOfBoth(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var types: [String] = []
    var survey = "type,name,relevant,required,constraint\n"
    for index in 0..<12 {
      let type = Self.types.randomElement(using: &random) ?? Self.types[0]
      let isFree = types.isEmpty || Int.random(in: 0..<4, using: &random) == 0
      let relevant = isFree ? "" : Self.condition(of: types, depth: 3, &random)
      let required = Bool.random(using: &random) ? "yes" : ""
      survey += "\(type),q\(index),\"\(relevant)\",\(required),\n"
      types.append(type)
    }
    let workdir = try Workdir()
    try workdir.write(survey, to: "survey.csv")
    try workdir.write(Self.choices(), to: "choices.csv")
    let form = try Questionnaire(folder: workdir.path)
    for behindSkip in PipelineDefinition.BehindSkip.allCases {
      let roads = try [true, false].map {
        try FormRules(form, behindSkip: behindSkip, judgedApart: [4], isPlain: $0)
      }
      for _ in 0..<40 {
        let answers = types.map { Self.answer(to: $0, &random) }.joined(separator: " ")
        let outcomes = try roads.map { rules in
          var counted = CountedSubmission(submission: try submission(1, answers))
          let findings = rules.judge(&counted, unit: "ada") {
            Position(source: "replies.csv", record: $0.position)
          }.map { "\($0.rule) \($0.question) \($0.severity): \($0.message)" }
          return (
            findings, fields(counted.submission), counted.leftOut.map(\.name)
          )
        }
        #expect(outcomes[0] == outcomes[1], "\(survey)\n\(answers)")
      }
    }
  }
}
