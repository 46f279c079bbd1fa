/// What an error is called, in brackets before its message: one case for each, by subject.
///
/// A new error is a case of its subject below `IDs`; the compiler then asks for its entry, which
/// decides the exit status.
package enum ErrorID: Hashable, Sendable {
  case file(File)
  case container(Container)
  case source(Source)
  case csv(CSV)
  case stage(StageFile)
  case yaml(YAML)
  case pipeline(Pipeline)
  case form(Form)
  case expression(Expression)
  case register(Register)
  case units(Units)
  case variable(Variable)
  case table(Table)
  case statistic(Statistic)
  case rule(Rule)
  case confidence(Confidence)
  case report(Report)
  case round(Round)
  case fault(OwnFault)

  /// As it is printed, and as no other is.
  package var name: String {
    switch self {
    case .file(let id): id.rawValue
    case .container(let id): id.rawValue
    case .source(let id): id.rawValue
    case .csv(let id): id.rawValue
    case .stage(let id): id.rawValue
    case .yaml(let id): id.rawValue
    case .pipeline(let id): id.rawValue
    case .form(let id): id.rawValue
    case .expression(let id): id.rawValue
    case .register(let id): id.rawValue
    case .units(let id): id.rawValue
    case .variable(let id): id.rawValue
    case .table(let id): id.rawValue
    case .statistic(let id): id.rawValue
    case .rule(let id): id.rawValue
    case .confidence(let id): id.rawValue
    case .report(let id): id.rawValue
    case .round(let id): id.rawValue
    case .fault(let id): id.rawValue
    }
  }

  package var entry: ErrorEntry {
    switch self {
    case .file(let id): id.entry
    case .container(let id): id.entry
    case .source(let id): id.entry
    case .csv(let id): id.entry
    case .stage(let id): id.entry
    case .yaml(let id): id.entry
    case .pipeline(let id): id.entry
    case .form(let id): id.entry
    case .expression(let id): id.entry
    case .register(let id): id.entry
    case .units(let id): id.entry
    case .variable(let id): id.entry
    case .table(let id): id.entry
    case .statistic(let id): id.entry
    case .rule(let id): id.entry
    case .confidence(let id): id.entry
    case .report(let id): id.entry
    case .round(let id): id.entry
    case .fault(let id): id.entry
    }
  }
}

extension ErrorID {
  /// All errors by subject, in the order of the page.
  package static let subjects: [(title: String, ids: [ErrorID])] = [
    listed(ErrorID.file),
    listed(ErrorID.container),
    listed(ErrorID.source),
    listed(ErrorID.csv),
    listed(ErrorID.stage),
    listed(ErrorID.yaml),
    listed(ErrorID.pipeline),
    listed(ErrorID.form),
    listed(ErrorID.expression),
    listed(ErrorID.register),
    listed(ErrorID.units),
    listed(ErrorID.variable),
    listed(ErrorID.table),
    listed(ErrorID.statistic),
    listed(ErrorID.rule),
    listed(ErrorID.confidence),
    listed(ErrorID.report),
    listed(ErrorID.round),
    listed(ErrorID.fault),
  ]

  private static func listed<Subject: ErrorSubject>(
    _ id: (Subject) -> ErrorID
  ) -> (title: String, ids: [ErrorID]) {
    (Subject.title, Subject.allCases.map(id))
  }
}

/// The errors of one subject, whose raw values are their names.
package protocol ErrorSubject: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The heading of the subject on the page.
  static var title: String { get }
  var entry: ErrorEntry { get }
}
