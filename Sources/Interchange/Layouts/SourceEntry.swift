package import Basics
import Definition
package import SurveyTools
import Tabular

/// One row of `ingested/sources.csv`: a source and how its bytes were read.
///
/// `source,file,bytes,sha256,container,text_bytes,encoding,encoding_why,delimiter,delimiter_why,convention,convention_why,header_rows,header_rows_why,header_bytes,columns,widths,records,blank,comments,quarantined,together,not_offered`;
/// `bytes` and `sha256` are those of the file as received; `container` is blank, `gzip`,
/// `zip: <entry>` or `xlsx: <sheet>`, `text_bytes` the size of the text in it, and all offsets and lengths are then those of the text in it,
/// that of a workbook being CSV in UTF-8. A line is then one of that text too, but for a workbook:
/// there it is the row of the sheet. `comments` counts the lines that were skipped as such;
/// `widths` is the histogram of the records' fields, `12:3 13:348` for three of 12 fields, `?` for
/// those that cannot be told; `header_rows_why` is blank for one row of headings that nothing speaks
/// against; `header_bytes` is the length of all that stands before the first record;
/// `records` counts all records under the header that are not blank, the quarantined ones too; `together`
/// those of a source with `items` that were put together with another one;
/// `not_offered` has, from stage 2 on, the choices that the source's version of the form did not offer, as
/// its columns show: `question/choice`, apart by blanks.
///
/// For each source the folder `ingested/sources/<file>/` has:
/// - `columns.csv`: `column,heading,label,option,distinct,elsewhere`; label and option from
///   conventions that have them, then the number of numbered texts and of fields in `texts.csv`;
/// - `records.csv`, a stage table: `record,line,offset,length`, then a number a column: that of a
///   text in `seen.csv`, `.` for a blank field, `*` for a text in `texts.csv`;
/// - `seen.csv`: `column,number,text,count,first_record`, the distinct texts of each column;
/// - `texts.csv`: `record,column,text`, for long texts and for columns with more distinct texts
///   than a closed question can have;
/// - of a source with `items` also `items.csv`: `record,item_record,column,columns,line,offset,length`, where
///   the record of an item stands that gave a submission so many columns, from that one on.
package struct SourceEntry: Sendable {
  package let number: Int
  package let file: String
  package let bytes: Int
  package let sha256: String
  package let container: String
  package let textBytes: Int
  package let encoding: String
  package let encodingReason: String
  package let delimiter: String
  package let delimiterReason: String
  package let convention: HeaderConvention
  package let conventionReason: String
  package let headerRows: Int
  package let headerRowsReason: String
  package let headerBytes: Int
  package let columns: Int
  package let widths: String
  package let records: Int
  package let blank: Int
  package let comments: Int
  package let quarantined: Int
  package let together: Int
  /// Known from stage 2 on.
  package var notOffered: [String]

  package init(
    number: Int, file: String, bytes: Int, sha256: String, container: String,
    textBytes: Int, encoding: String, encodingReason: String, delimiter: String,
    delimiterReason: String,
    convention: HeaderConvention, conventionReason: String, headerRows: Int,
    headerRowsReason: String, headerBytes: Int, columns: Int, widths: String,
    records: Int, blank: Int, comments: Int, quarantined: Int, together: Int = 0,
    notOffered: [String] = []
  ) {
    self.number = number
    self.file = file
    self.bytes = bytes
    self.sha256 = sha256
    self.container = container
    self.textBytes = textBytes
    self.encoding = encoding
    self.encodingReason = encodingReason
    self.delimiter = delimiter
    self.delimiterReason = delimiterReason
    self.convention = convention
    self.conventionReason = conventionReason
    self.headerRows = headerRows
    self.headerRowsReason = headerRowsReason
    self.headerBytes = headerBytes
    self.columns = columns
    self.widths = widths
    self.records = records
    self.blank = blank
    self.comments = comments
    self.quarantined = quarantined
    self.together = together
    self.notOffered = notOffered
  }

  /// The name under which records of the source are quarantined and mended: its own, or where it
  /// is a container that of the text in it.
  package var textFile: String { container.isEmpty ? file : file + SourceDefinition.textSuffix }

  /// Whether it holds mended records.
  package var isMended: Bool { MendedFile.isOne(file) }

  /// The folder of the source below that of the stage; a folder of its own, so that no export's
  /// name can be that of a stage file.
  package static func folder(of file: String, below stage: String) -> String {
    "\(stage)/sources/\(file)"
  }

  private enum Column: Int, StageColumn {
    case source, file, bytes, sha256, container, textBytes, encoding, encodingWhy
    case delimiter, delimiterWhy, convention, conventionWhy, headerRows, headerRowsWhy, headerBytes
    case columns, widths, records, blank, comments, quarantined, together, notOffered
  }

  static func path(in folder: String) -> String { "\(folder)/sources.csv" }

  package static func write(_ entries: [SourceEntry], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: path(in: folder), header: Column.header)
    for entry in entries {
      try writer.write([
        String(entry.number), entry.file, String(entry.bytes), entry.sha256, entry.container,
        String(entry.textBytes), entry.encoding,
        entry.encodingReason, entry.delimiter, entry.delimiterReason, entry.convention.rawValue,
        entry.conventionReason, String(entry.headerRows), entry.headerRowsReason,
        String(entry.headerBytes),
        String(entry.columns), entry.widths,
        String(entry.records), String(entry.blank), String(entry.comments),
        String(entry.quarantined), String(entry.together), entry.notOffered.joined(separator: " "),
      ])
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [SourceEntry] {
    try StageList<Column>.rows(of: path(in: folder)) { row throws(RunError) in
      SourceEntry(
        number: try row.integer(.source), file: row[.file], bytes: try row.integer(.bytes),
        sha256: row[.sha256], container: row[.container],
        textBytes: try row.integer(.textBytes), encoding: row[.encoding],
        encodingReason: row[.encodingWhy], delimiter: row[.delimiter],
        delimiterReason: row[.delimiterWhy],
        convention: try row.word(.convention, as: HeaderConvention.self),
        conventionReason: row[.conventionWhy], headerRows: try row.integer(.headerRows),
        headerRowsReason: row[.headerRowsWhy], headerBytes: try row.integer(.headerBytes),
        columns: try row.integer(.columns), widths: row[.widths],
        records: try row.integer(.records), blank: try row.integer(.blank),
        comments: try row.integer(.comments), quarantined: try row.integer(.quarantined),
        together: try row.integer(.together),
        notOffered: row[.notOffered].split(separator: " ").map(String.init))
    }
  }
}

/// The lists of one source, in the folder that `SourceEntry.folder` names.
extension SourceEntry {
  /// The columns of `columns.csv`.
  package enum HeadingColumn: Int, StageColumn {
    case column, heading, label, option, distinct, elsewhere
  }

  /// The columns of `seen.csv`.
  package enum SeenColumn: Int, StageColumn {
    case column, number, text, count, firstRecord
  }

  /// The columns of `items.csv`.
  package enum ItemColumn: Int, StageColumn {
    case record, itemRecord, column, columns, line, offset, length

    package static let fileName = "items.csv"
  }

  /// The columns of `texts.csv`.
  package enum TextColumn: Int, StageColumn {
    case record, column, text
  }
}

/// The marks in `ingested/sources/<file>/records.csv` that are no text numbers.
package enum TextNumber {
  package static let blank = UInt8(ascii: ".")
  package static let elsewhere = UInt8(ascii: "*")
  /// The most distinct texts of a column that are numbered: four digits.
  package static let most = 9_999
  /// The longest text that is numbered, in bytes as received.
  package static let longest = 256
  package static let width = 4
  package static let fixedColumns = ["record", "line", "offset", "length"]
}
