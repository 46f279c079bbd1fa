import Foundation
import Testing
import _TestSupport

/// What every page of the repository promises: it can be read from link to link.
struct ManualTests {
  /// The pages, but for the draft reports, which are forms to be filled in.
  private static let pages =
    ["README.md", "CHANGELOG.md", ".github/SECURITY.md", "Input/README.md", "Output/README.md"]
    + ["Sources", "Tests", "Pipelines"].flatMap { Repository.files(below: $0, withSuffix: ".md") }
    .filter { !$0.hasSuffix("/report.md") }

  private static let manual = "Pipelines/README.md"

  /// The pages for those who do not read Swift.
  private static let pagesForDataStaff = pages.filter {
    $0 == "README.md" || ["Pipelines/", "Input/", "Output/"].contains(where: $0.hasPrefix)
  }

  @Test(arguments: pages)
  func noLinkIsDead(page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for link in try Self.links(in: page) where !link.contains("://") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? page : Self.path(String(parts[0]), from: folder)
      let path = "\(Repository.root)/\(target)"
      #expect(FileManager.default.fileExists(atPath: path), "\(page): no \(link)")
      guard parts.count == 2, FileManager.default.fileExists(atPath: path) else { continue }
      #expect(try Self.anchors(in: target).contains(String(parts[1])), "\(page): no \(link)")
    }
  }

  @Test(arguments: pagesForDataStaff)
  func noReaderIsSentToSwift(page: String) throws {
    let lines = try Repository.text(of: page).split(separator: "\n")
    #expect(lines.filter { $0.contains(/\w\.swift(?![.\w])/) } == [])
    // The first page alone says where the program itself lies.
    #expect(page == "README.md" || !lines.contains { $0.contains(/\bSources\//) })
  }

  @Test func everyGeneratedPageIsLinkedFromTheManual() throws {
    let generated = try Self.pages.filter {
      try Repository.text(of: $0).contains("This page is generated from")
    }
    #expect(generated.count >= 2)
    let links = try Self.links(in: Self.manual).map { Self.path($0, from: "Pipelines") }
    for page in generated {
      #expect(links.contains(page), "the manual has no link to \(page)")
    }
  }

  /// Each of the questions of data staff leads to the page that answers it.
  @Test func thirtyQuestionsHaveAnAnswer() throws {
    let text = try Repository.text(of: Self.manual)
    let questions = try #require(text.components(separatedBy: "## Thirty questions\n").last)
      .matches(of: /(?m)^(\d+)\. .+ \[[^\]]+\]\(#[^)]+\)$/)
    #expect(questions.map { String($0.output.1) } == (1...30).map { String($0) })
  }

  /// What stands between the brackets of links, outside of code.
  private static func links(in page: String) throws -> [String] {
    try prose(of: page).replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/)
      .map { String($0.output.1) }
  }

  /// The anchors of a page's headings, as GitHub makes them: small letters, blanks become hyphens,
  /// and of all other signs only `-` and `_` stay.
  private static func anchors(in page: String) throws -> Set<String> {
    var anchors: Set<String> = []
    for heading in try prose(of: page).matches(of: /(?m)^#+ (.+)$/) {
      let kept = heading.output.1.lowercased().filter {
        $0.isLetter || $0.isNumber || " -_".contains($0)
      }
      let anchor = String(kept.map { $0 == " " ? "-" : $0 })
      let isNew = anchors.insert(anchor).inserted
      if !isNew { anchors.insert("\(anchor)-1") }
    }
    return anchors
  }

  /// A page without its blocks of code.
  private static func prose(of page: String) throws -> String {
    try Repository.text(of: page).components(separatedBy: "\n```").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "\n")
  }

  /// A relative path as one from the root of the repository.
  private static func path(_ link: String, from folder: String) -> String {
    var parts = folder.split(separator: "/")
    for part in link.split(separator: "/") {
      if part == ".." {
        parts = parts.dropLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
