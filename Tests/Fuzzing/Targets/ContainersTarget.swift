import Basics
import Containers
import Tabular
import _TestSupport

/// gzip, zip and the XML of workbooks: any bytes are text, or refused.
struct ContainersTarget {
  private let workdir: Workdir
  private let file: ScratchFile
  private let text: String

  init() throws {
    workdir = try Workdir()
    file = try ScratchFile("\(workdir.path)/file")
    text = "\(workdir.path)/text.csv"
  }

  func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let comment = input.choice(of: [[], Array("#".utf8)])
    let skipped = input.choice(of: 3)
    if input.choice(of: 2) == 0 {
      file.write(input.rest)
    } else {
      file.write(StoredWorkbook.bytes(input.parts.map(Array.init)))
    }
    do throws(RunError) {
      _ = try Container.sheets(of: file.path)
      let options = Container.SheetOptions(skippedRows: skipped, comment: comment)
      guard let container = try Container.unpack(SteadyFile(path: file.path), options, to: text)
      else { return }
      if container.isWorkbook {
        try checkText(CSVDialect(comment: comment), titles: skipped)
      }
    } catch {
      checkRefusal(error, kind: .dataRejected)
    }
  }

  /// What a workbook is written as: sound CSV in UTF-8, as wide in every row, without the titles.
  private func checkText(_ dialect: CSVDialect, titles: Int) throws(RunError) {
    let reader = try CSVReader(path: text, dialect: dialect)
    var width: Int?
    while try reader.next() {
      let (record, line) = (reader.record, reader.position.line)
      check(reader.damage == nil, "line \(line) is damaged: \(String(describing: reader.damage))")
      check(line > titles, "there is a record among the titles")
      check(width ?? record.fieldCount == record.fieldCount, "line \(line) has another width")
      width = record.fieldCount
      check(
        (0..<record.fieldCount).allSatisfy { record.text($0) != nil }, "line \(line) is not UTF-8")
    }
  }
}
