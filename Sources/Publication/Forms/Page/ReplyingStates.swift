import Basics
import Definition
import DisclosureControl
import Interchange
import Questionnaire
import Register
import Tabular

/// The States of a collection whose replies are public, each with what it answered.
///
/// Nobody else is listed by name: neither respondents, who stand in no register, nor whoever replied
/// in confidence.
struct ReplyingStates {
  struct State {
    let code: String
    let name: String
    let fate: UnitEntry.Fate
    /// The code of each attribute; nil where the State has none.
    let attributes: [Int?]
    /// When the submission that counts was received.
    let received: CalendarDate?
    /// An answer field a question, see `AnswerField`; empty where the State did not reply.
    let answers: [String]
  }

  /// What States are listed by.
  let attributes: [VariableCatalog.Entry]
  /// In the order of their names.
  let states: [State]

  /// Nil where the collection is of no States: of a list of its own, neither map nor words would be true.
  init?(_ content: PublishedContent) throws(RunError) {
    let pipeline = content.definition.pipeline
    guard pipeline.unit == .state, let register = pipeline.register,
      let submissions = content.submissions
    else {
      return nil
    }
    let listed = content.definition.plan.catalog.attributes.filter {
      switch $0.attribute {
      case .status, .regionalGroup, .own: true
      case .response, .signature, .deposit: false
      }
    }
    attributes = listed.map(\.entry)
    let units = try submissions.units()
    let replies = try submissions.replies(of: units)
    var named: [(sort: SortKey, state: State)] = []
    for (unit, reply) in zip(units, replies) {
      let codes = listed.map { attribute, entry in
        attribute.code(of: unit.key, in: pipeline, names: entry.codes.map(\.name))
      }
      let name = register.name(of: unit.key, in: pipeline.language)
      let state = State(
        code: unit.key, name: name, fate: unit.fate ?? .silent, attributes: codes,
        received: reply?.day, answers: reply.map { Self.texts(of: $0.answers) } ?? [])
      named.append((SortKey(name), state))
    }
    named.sort { left, right in
      left.sort == right.sort ? left.state.code < right.state.code : left.sort < right.sort
    }
    states = named.map(\.state)
  }

  private static func texts(of row: StageRow) -> [String] {
    (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
  }
}
