import Basics
import Tabular

extension SourceIngestion {
  /// A header row that cannot be read would leave those above it to the respondents.
  func refuseImportIds(
    in place: RecordPlace, _ damage: CSVReader.Damage
  ) throws(RunError) {
    guard case .bytes = offsets else { return }
    let line = try InputFile(splittable).bytes(
      at: place.offset, count: min(place.length, 1 << 16))
    guard String(decoding: line, as: UTF8.self).contains("ImportId") else { return }
    throw rejected(
      line: place.line, damage.id,
      "\(damage.message). The line has ImportId, as a header row of Qualtrics; expected one that can "
        + "be read, or the rows of headings would count as respondents. Set 'quoting: none' of the "
        + "source, or export the file again")
  }
}
