/// The five stages, in order.
package enum Stage: String, Sendable, CaseIterable {
  case ingest
  case normalize
  case validate
  case aggregate
  case export

  package var folder: String {
    switch self {
    case .ingest: "ingested"
    case .normalize: "normalized"
    case .validate: "validated"
    case .aggregate: "aggregated"
    case .export: "published"
    }
  }

  package var previous: Stage? {
    switch self {
    case .ingest: nil
    case .normalize: .ingest
    case .validate: .normalize
    case .aggregate: .validate
    case .export: .aggregate
    }
  }
}
