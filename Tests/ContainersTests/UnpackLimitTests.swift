import Basics
import Foundation
import Testing
import _TestSupport

@testable import Containers

/// Containers that unpack to more than anybody wants, as `Tests/Torture/hostile.py` makes them.
struct UnpackLimitTests {
  private let workdir: Workdir

  init() throws {
    workdir = try Workdir()
  }

  /// Makes a file by an expression in Python, and unpacks it to a megabyte at most.
  private func unpack(_ expression: String, megabytes: Int = 1) throws -> RunError? {
    let made = try CommandRun(
      "python3",
      [
        "-B", "-c",
        "import sys, gzip; sys.path.insert(0, '\(Repository.root)/Tests/Torture'); "
          + "from hostile import *; open('file', 'wb').write(\(expression))",
      ], in: workdir.path)
    try #require(made.status == 0, "\(made.error)")
    do throws(RunError) {
      _ = try Container.unpack(
        SteadyFile(path: "\(workdir.path)/file"), .init(), megabytes: megabytes,
        to: "\(workdir.path)/text")
      return nil
    } catch {
      return error
    }
  }

  /// A megabyte is 1,048,576 bytes; one more is too many, and nothing is left of what was written.
  @Test(arguments: ["gzip.compress(%)", "zipped({'a.csv': %})"])
  func textOfOneByteTooMany(container: String) throws {
    let fits = container.replacing("%", with: "b'x' * (1 << 20)")
    #expect(try unpack(fits) == nil)
    #expect(FileSystem.size(of: "\(workdir.path)/text") == 1 << 20)
    try FileSystem.remove("\(workdir.path)/text")
    let error = try unpack(container.replacing("%", with: "b'x' * ((1 << 20) + 1)"))
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.map(\.id) == [.container(.unpacksTooLarge)])
    #expect(error?.description.contains("unpacks to more than 1 megabytes") == true)
    #expect(try FileSystem.entries(of: workdir.path) == ["file"])
  }

  /// 199 rows of one shared text of 32,000 letters: 6.1 megabytes of a file of some kilobytes.
  @Test func workbookThatRepeatsOneText() throws {
    #expect(try unpack("ECHO")?.problems.map(\.id) == [.container(.unpacksTooLarge)])
    #expect(try unpack("ECHO", megabytes: 7) == nil)
  }

  /// XML that says nothing counts, too: it is read all the same.
  @Test func sheetOfComments() throws {
    let comments = "workbook('<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>' + '<!-- -->' * 300_000)"
    #expect(try unpack(comments)?.problems.map(\.id) == [.container(.unpacksTooLarge)])
    #expect(try unpack(comments, megabytes: 3) == nil)
  }

  @Test(arguments: ["ENTITY", "OUTSIDE", "PARAMETER"])
  func declaredEntity(prolog: String) throws {
    let error = try unpack("workbook('', prolog=\(prolog))")
    #expect(error?.problems.map(\.id) == [.container(.declaredEntity)])
    #expect(error?.description.contains("declares an entity, 'a', which is refused") == true)
  }

  /// A document type without entities is none.
  @Test func documentTypeWithoutEntities() throws {
    let sheet = "'<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>'"
    #expect(try unpack("workbook(\(sheet), prolog='<!DOCTYPE sst>')") == nil)
  }

  /// The disk is not filled to the end.
  @Test func noRoom() throws {
    let limit = UnpackLimit(path: "bomb.gz", declared: 1 << 60)
    let file = try UnpackedFile("\(workdir.path)/text", limit)
    let error = #expect(throws: RunError.self) {
      try file.require(FileSystem.room(for: workdir.path) + 1)
    }
    #expect(error?.kind == .cannotWrite)
    #expect(error?.problems.map(\.id) == [.container(.noRoom)])
    try file.require(1)
  }
}
