import Basics
import Testing

struct RunErrorTests {
  @Test func oneLineAProblem() {
    let error = RunError(
      .badDefinition,
      [
        .init(path: "a/survey.csv", line: 3, id: .form(.unknownType), message: "first"),
        .init(path: "a/choices.csv", id: .yaml(.empty), message: "second"),
      ])
    #expect(
      error.description
        == "a/survey.csv:3: error: [unknown-type] first\na/choices.csv: error: [empty] second")
  }

  /// The numbers of `sysexits.h`.
  private static let statuses: [(RunError.Kind, Int32)] = [
    (.dataRejected, 65), (.inputMissing, 66), (.internalFault, 70), (.cannotWrite, 73),
    (.locked, 75), (.badDefinition, 78),
  ]

  @Test(arguments: statuses)
  func exitStatus(kind: RunError.Kind, status: Int32) {
    #expect(kind.status.rawValue == status)
  }
}
