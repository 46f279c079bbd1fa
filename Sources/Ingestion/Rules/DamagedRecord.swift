import Findings
import Tabular

extension Objection {
  /// Stray and open quotes, records without end and zero bytes, which `CSVReader` tells from records.
  static func damaged(_ damage: CSVReader.Damage) -> Objection {
    switch damage {
    case .strayQuote: Objection(.strayQuote, damage.message)
    case .openQuote: Objection(.openQuote, damage.message)
    case .longRecord: Objection(.longRecord, damage.message)
    case .zeroByte: Objection(.zeroByte, damage.message)
    }
  }
}
