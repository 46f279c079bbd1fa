import Basics
import Definition
import DisclosureControl
import Interchange
import Phrases
import Questionnaire
import Register
import Tabular

/// The States of a collection, or the units of its own list, each with what it answered where replies
/// are public.
///
/// Nobody else is listed by name: neither respondents, who stand in no register, nor whoever replied
/// in confidence.
struct ReplyingUnits {
  struct Unit {
    let code: String
    let name: String
    let fate: UnitEntry.Fate
    /// The code of each attribute; nil where the unit has none.
    let attributes: [Int?]
    /// When the submission that counts was received.
    let received: CalendarDate?
    /// An answer field a question, see `AnswerField`; empty where the unit did not reply.
    let answers: [String]
  }

  /// States, or units of another list.
  let kind: Phrase.Listed
  /// What they are listed by.
  let attributes: [VariableCatalog.Entry]
  /// In the order of their names.
  let units: [Unit]

  /// Nil where nobody is listed.
  init?(_ content: PublishedContent) throws(RunError) {
    let pipeline = content.definition.pipeline
    kind = Self.kind(pipeline.unit)
    guard kind != .nobody, let register = pipeline.register, let submissions = content.submissions
    else { return nil }
    let listed = content.definition.plan.catalog.attributes.filter {
      switch $0.attribute {
      case .status, .regionalGroup, .own: true
      case .response, .signature, .deposit: false
      }
    }
    attributes = listed.map(\.entry)
    let entries = try submissions.units()
    let replies = try submissions.replies(of: entries)
    var named: [(sort: SortKey, unit: Unit)] = []
    for (entry, reply) in zip(entries, replies) {
      let codes = listed.map { attribute, variable in
        attribute.code(of: entry.key, in: pipeline, names: variable.codes.map(\.name))
      }
      let name = register.name(of: entry.key, in: pipeline.language)
      let unit = Unit(
        code: entry.key, name: name, fate: entry.fate ?? .silent, attributes: codes,
        received: reply?.day, answers: reply.map { Self.texts(of: $0.answers) } ?? [])
      named.append((SortKey(name), unit))
    }
    named.sort { left, right in
      left.sort == right.sort ? left.unit.code < right.unit.code : left.sort < right.sort
    }
    units = named.map(\.unit)
  }

  /// On how many days how many replies came in.
  var days: [CalendarDate: Int] {
    units.reduce(into: [:]) { days, unit in
      if let day = unit.received { days[day, default: 0] += 1 }
    }
  }

  private static func kind(_ unit: PipelineDefinition.Unit) -> Phrase.Listed {
    switch unit {
    case .state: .states
    case .listed: .units
    case .respondent: .nobody
    }
  }

  private static func texts(of row: StageRow) -> [String] {
    (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
  }
}
