import Foundation
import Testing
import _TestSupport

/// What the pages tell people to type is there: verbs and variables of `make`, files, words of the
/// reference.
struct ManualCommandTests {
  private static let pages =
    ["README.md", ".github/SECURITY.md", "Input/README.md", "Output/README.md"]
    + ["Sources", "Tests", "Pipelines"].flatMap { Repository.files(below: $0, withSuffix: ".md") }
    .filter { !$0.hasSuffix("/report.md") }

  @Test(arguments: pages)
  func everyCommandOfMakeIsThere(page: String) throws {
    let makefile = try Repository.text(of: "Makefile")
    for match in try Repository.text(of: page).matches(
      of: /[`$] ?make ([a-z][a-z-]*)((?: [A-Z_]+=[^\s`]*)*)/)
    {
      let verb = match.output.1
      #expect(makefile.contains("\n\(verb):"), "\(page): there is no 'make \(verb)'")
      for word in match.output.2.split(separator: " ") {
        let variable = word.prefix { $0 != "=" }
        #expect(
          makefile.contains("$(\(variable))") || makefile.contains("$$\(variable)"),
          "\(page): 'make \(verb)' has no \(variable)")
      }
    }
  }

  /// A path in code that begins with a folder of the repository leads to a file or folder, but for
  /// names of a collection, which are the reader's own.
  @Test(arguments: pages)
  func everyFileIsThere(page: String) throws {
    let text = try Repository.text(of: page)
    for match in text.matches(
      of: /`((?:Sources|Tests|Pipelines|Input|Output)\/[A-Za-z0-9_.\/+-]*)`/)
    {
      let path = String(match.output.1)
      let own = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      if ["course", "x", "X"].contains(own) || path.hasPrefix("Output/") { continue }
      #expect(
        FileManager.default.fileExists(atPath: "\(Repository.root)/\(path)"),
        "\(page): there is no \(path)")
    }
  }

  /// Suites that pages tell people to run, and programs of the tests, are there. What an export is
  /// made after lies elsewhere.
  @Test(arguments: pages.filter { $0.split(separator: "/").dropLast().count < 3 })
  func everySuiteAndScriptIsThere(page: String) throws {
    let text = try Repository.text(of: page)
    let sources = Repository.files(below: "Tests", withSuffix: ".swift")
    for suite in text.matches(of: /--filter\s+['"]?(\w+)/).map(\.output.1) {
      #expect(sources.contains { $0.hasSuffix("/\(suite).swift") }, "\(page): no suite \(suite)")
    }
    let scripts = ["py", "sh", "c"].flatMap {
      Repository.files(below: "Tests", withSuffix: ".\($0)")
    }
    for match in text.matches(of: /[\w\/-]*\w\.(?:py|sh|c)\b/).map(\.output) {
      let name = match.split(separator: "/").last ?? ""
      #expect(scripts.contains { $0.hasSuffix("/\(name)") }, "\(page): no script \(match)")
    }
  }

  /// A question that names something in code leads to a section that says it.
  @Test func theSectionAnswersTheQuestion() throws {
    let manual = try Repository.text(of: "Pipelines/README.md")
    let parts = manual.components(separatedBy: "\n## Thirty questions\n")
    let questions = try #require(parts.last).split(separator: "\n")
    #expect(questions.count == 30)
    for question in questions {
      let anchor = try #require(question.firstMatch(of: /\]\(#([^)]+)\)$/)).output.1
      let section = try #require(Self.section(String(anchor), of: parts[0]), "\(question)")
      for word in question.matches(of: /`([^`]+)`/).map(\.output.1) {
        #expect(section.contains(word), "\(question): nothing on \(word) under \(anchor)")
      }
    }
  }

  /// The text from a heading to the next of its level or above.
  private static func section(_ anchor: String, of page: String) -> String? {
    var found: (level: Int, text: String)?
    for line in page.components(separatedBy: "\n") {
      let level = line.prefix { $0 == "#" }.count
      if let section = found {
        if level > 0 && level <= section.level { return section.text }
        found?.text += "\(line)\n"
      } else if level > 0, Self.anchor(of: line.dropFirst(level)) == anchor {
        found = (level, "\(line)\n")
      }
    }
    return found?.text
  }

  private static func anchor(of heading: Substring) -> String {
    let kept = heading.dropFirst().lowercased().filter {
      $0.isLetter || $0.isNumber || " -_".contains($0)
    }
    return String(kept.map { $0 == " " ? "-" : $0 })
  }
}
