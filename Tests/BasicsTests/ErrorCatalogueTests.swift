import Basics
import Testing
import _TestSupport

/// The catalogue of errors: nothing in it is without words, and nothing is thrown that is not in it.
struct ErrorCatalogueTests {
  private static let all = ErrorID.subjects.flatMap(\.ids)
  private static let folder = "Sources/Basics/Errors/"

  /// Every `.subject(.name)` of the sources outside of the catalogue.
  private static let used = Set(
    Repository.files(below: "Sources", withSuffix: ".swift").filter { !$0.hasPrefix(folder) }
      .flatMap { path in
        ((try? Repository.text(of: path)) ?? "").matches(of: /(\w+)\(\.(\w+)\)/)
          .map { "\($0.output.1).\($0.output.2)" }
      })

  @Test func everySubjectIsListed() {
    let files = Repository.files(below: "\(Self.folder)IDs", withSuffix: ".swift")
    #expect(files.count == ErrorID.subjects.count)
  }

  @Test func noTwoHaveOneName() {
    let names = Dictionary(grouping: Self.all, by: \.name)
    #expect(names.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test(arguments: all)
  func isMetSomewhere(id: ErrorID) throws {
    let parts = try #require("\(id)".wholeMatch(of: /(\w+)\(.*\.(\w+)\)/))
    #expect(Self.used.contains("\(parts.output.1).\(parts.output.2)"), "nothing throws \(id.name)")
  }

  @Test(arguments: all)
  func saysWhatItIsAndWhatToDo(id: ErrorID) {
    #expect(id.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(id.name)")
    for sentence in [id.entry.meaning, id.entry.advice] {
      #expect(
        sentence.count > 8 && sentence.hasSuffix(".") && sentence.first?.isLowercase == false,
        "\(id.name): \(sentence)")
    }
  }

  /// What is not theirs to mend, nobody is told to mend.
  @Test func faultsOfTheProgramAreApart() {
    let ours = Self.all.filter { $0.entry.kinds.contains(.internalFault) }
    #expect(ours.allSatisfy { if case .fault = $0 { $0.entry.kinds.count == 1 } else { false } })
    #expect(ours.count == ErrorID.OwnFault.allCases.count)
  }

  /// The Makefile words four errors itself.
  @Test func errorsOfMakeAreInTheCatalogue() throws {
    let names = Set(Self.all.map(\.name))
    let made = try Repository.text(of: "Makefile").matches(of: /error: \[([a-z0-9-]+)\]/)
    #expect(made.count == 4)
    #expect(made.allSatisfy { names.contains(String($0.output.1)) })
  }
}
