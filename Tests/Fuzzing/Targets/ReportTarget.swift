import Basics
import Definition
@testable import ReportProse
import _TestSupport

/// The draft report: any text is filled in or refused.
struct ReportTarget {
  private let small: SmallFigures
  private let figures: ReportFigures
  private let file: ScratchFile

  init() throws {
    small = try SmallFigures()
    figures = ReportFigures(
      pipeline: small.definition.pipeline, plan: small.definition.plan, released: small.released)
    file = try ScratchFile(small.collection.path("report.md"))
  }

  func run(_ bytes: [UInt8]) {
    file.write(bytes)
    do throws(RunError) {
      let prose = try ReportTemplate(path: file.path).filled(figures).text
      let hasPlaceholder = bytes.indices.dropLast().contains {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "{")
      }
      let read = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
      check(hasPlaceholder || prose.utf8.elementsEqual(read), "mere prose is changed to '\(prose)'")
    } catch {
      checkRefusal(error)
      let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
      // Other line ends than these are counted too, so the lines of ASCII are held only.
      check(
        bytes.contains { $0 >= 0x80 || $0 == 0x0B || $0 == 0x0C }
          || error.problems.allSatisfy { ($0.line ?? 1) <= lines }, "no such line: \(error)")
    }
  }
}
