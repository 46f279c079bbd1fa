import Basics
import Tabular

extension SourceIngestion {
  /// The types of the columns, by the first records; none of a mended file, where a person has looked
  /// at each record.
  func types(under header: HeaderReading) throws(RunError) -> ColumnTypes {
    if source.isMended { return ColumnTypes() }
    let reader = try open()
    _ = try skipHeader(reader, rows: header.rows.count)
    return try ColumnTypes(reader, decoder, columns: header.columns.count)
  }
}
