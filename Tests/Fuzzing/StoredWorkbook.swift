/// A workbook with one sheet, of which some parts are any bytes: a zip archive that compresses
/// nothing (APPNOTE.TXT 4.3), so that their XML is met and not their checksums.
enum StoredWorkbook {
  private static let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func links(_ targets: [(type: String, target: String)]) -> String {
    head + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
      + targets.enumerated().map { number, link in
        #"<Relationship Id="r\#(number)" Type="\#(relationships)/\#(link.type)" "#
          + #"Target="\#(link.target)"/>"#
      }.joined() + "</Relationships>"
  }

  private static let fixed = [
    ("[Content_Types].xml", head + "<Types/>"),
    ("_rels/.rels", links([("officeDocument", "xl/workbook.xml")])),
    (
      "xl/_rels/workbook.xml.rels",
      links([
        ("worksheet", "sheet.xml"), ("sharedStrings", "strings.xml"), ("styles", "styles.xml"),
      ])
    ),
  ].map { ($0.0, Array($0.1.utf8)) }
  private static let workbook =
    head + #"<workbook xmlns:r="\#(relationships)"><sheets><sheet name="a" r:id="r0"/></sheets>"#
    + "</workbook>"
  private static let free = ["sheet.xml", "strings.xml", "styles.xml", "workbook.xml"]
  private static let usual = ["<worksheet/>", "<sst/>", "<styleSheet/>", workbook]

  /// - Parameter parts: The sheet, the shared strings, the styles and the workbook; the usual ones
  ///   where there are fewer.
  static func bytes(_ parts: [[UInt8]]) -> [UInt8] {
    archive(
      fixed
        + free.indices.map {
          ("xl/\(free[$0])", $0 < parts.count ? parts[$0] : Array(usual[$0].utf8))
        })
  }

  private static func archive(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (files, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, bytes) in entries {
      let description =
        little(20, 2) + little(0, 6) + little(0x21, 2) + little(checksum(bytes), 4)
        + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2)
        + little(0, 2)
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + description + little(0, 10)
        + little(files.count, 4) + Array(name.utf8)
      files += little(0x0403_4B50, 4) + description + Array(name.utf8) + bytes
    }
    return files + directory + little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2)
      + little(entries.count, 2) + little(directory.count, 4) + little(files.count, 4)
      + little(0, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  /// CRC-32 as zip has it.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
