import Findings
import Interchange
import Tabular

extension Objection {
  /// - Parameter isAtEnd: Whether they stand at the end of the source, newest first.
  static func cumulativeSource(records: Int, of file: String, isAtEnd: Bool) -> Objection {
    Objection(
      .cumulativeSource,
      "its \(isAtEnd ? "last" : "first") \(records) records are all of \(file), and nothing tells the "
        + "respondents apart: they count twice")
  }
}

/// Sources that hold each other: exports of an anonymous form that were made one after the other.
///
/// Reports: a source that begins or ends with all records of another, whatever their number.
/// Leaves alone: records that are alike but stand elsewhere, since short replies are so by chance.
struct CumulativeSource {
  let file: String
  /// A digest of the fields of each record, in their order.
  let digests: [UInt64]

  static func findings(_ sources: [CumulativeSource]) -> [Finding] {
    sources.enumerated().flatMap { index, source in
      sources.enumerated().compactMap { other, part in
        // Of two that are the same the later one is reported.
        let isSmaller = part.digests.count < source.digests.count
        guard other != index, !part.digests.isEmpty,
          isSmaller || part.digests.count == source.digests.count && other < index
        else { return nil }
        let isFirst = source.digests.starts(with: part.digests)
        guard isFirst || source.digests.reversed().starts(with: part.digests.reversed()) else {
          return nil
        }
        return Finding(
          .cumulativeSource(records: part.digests.count, of: part.file, isAtEnd: !isFirst),
          at: Position(source: source.file))
      }
    }
  }

  /// A digest of the fields of a record (FNV-1a, 64 bits).
  static func digest(of record: RecordBuffer) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for field in 0..<record.fieldCount {
      for byte in record.bytes[record.range(of: field)] {
        digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      digest = (digest ^ 0x1FF) &* 0x100_0000_01B3
    }
    return digest
  }
}
