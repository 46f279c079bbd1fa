import Basics
import Tabular
import _TestSupport

/// `StageTableReader` over any bytes: reading at known positions equals reading through libcsv.
struct StageTableTarget {
  private let workdir: Workdir
  private let file: ScratchFile

  init() throws {
    workdir = try Workdir()
    file = try ScratchFile("\(workdir.path)/table.csv")
  }

  func run(_ bytes: [UInt8]) throws {
    file.write(bytes)
    let plain = try CSVReader(path: file.path)
    let table: StageTableReader
    do throws(RunError) {
      table = try StageTableReader(path: file.path)
    } catch {
      checkRefusal(error, kind: .dataRejected)
      check(try !plain.next() || plain.damage != nil, "a good header is refused: \(error)")
      return
    }
    check(try plain.next() && plain.damage == nil, "a bad header is accepted")
    check(table.columns.count == plain.record.fieldCount, "columns are lost")
    while try plain.next() {
      let isGood = plain.damage == nil && plain.record.fieldCount == table.columns.count
      do throws(RunError) {
        check(try table.next(), "the row on line \(plain.position.line) is lost")
        check(isGood, "the row on line \(plain.position.line) is no good and accepted")
      } catch {
        checkRefusal(error, kind: .dataRejected)
        check(!isGood, "a good row is refused: \(error)")
        return
      }
      checkRow(table, plain)
    }
    check(try !table.next(), "there is a row too many")
  }

  private func checkRow(_ table: StageTableReader, _ plain: CSVReader) {
    check(
      table.line == plain.position.line, "line \(plain.position.line) is told as \(table.line)")
    for column in table.columns.indices {
      var expected = plain.record.field(column)[...]
      while expected.last == UInt8(ascii: " ") { expected.removeLast() }
      expected = expected.drop { $0 == UInt8(ascii: " ") }
      check(
        table.bytes(column).elementsEqual(expected),
        "line \(table.line), field \(column): \(Array(table.bytes(column))), not \(expected)")
      _ = table.text(column)
      _ = try? table.integer(column)
      check(
        expected.isEmpty || table.code(column) == expected.last,
        "line \(table.line), field \(column): code \(table.code(column))")
    }
  }
}
