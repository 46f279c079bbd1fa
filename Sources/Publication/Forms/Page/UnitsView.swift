import Basics
import Definition
import Interchange
import Phrases
import Questionnaire

/// The States or units with their groups and replies, and what the script needs to show what each
/// answered.
struct UnitsView {
  typealias View = PageFilters.View

  private let listed: ReplyingUnits
  private let pipeline: PipelineDefinition
  private let filters: PageFilters

  init(_ listed: ReplyingUnits, _ pipeline: PipelineDefinition, filters: PageFilters) {
    (self.listed, self.pipeline, self.filters) = (listed, pipeline, filters)
  }

  private var language: Language { pipeline.spoken }

  var view: View {
    [
      "headings": [language.heading(listed.kind == .states ? .state : .unit)]
        + listed.attributes.map(\.label) + [
          language.heading(.response), language.heading(.received),
        ],
      "units": listed.units.map(row),
      "questions": pipeline.form.questions.map(question),
      "marks": AnswerState.allCases.compactMap(mark),
      "map": WorldMap(listed, language).view,
    ]
  }

  private func row(_ unit: ReplyingUnits.Unit) -> View {
    let keys = zip(listed.attributes, unit.attributes).compactMap { entry, code in
      code.map { FilterKey(variable: entry.name, code: $0) }
    }
    let labels = zip(listed.attributes, unit.attributes).map { entry, code in
      code.map { entry.codes[$0].label } ?? ""
    }
    return [
      "name": unit.name, "code": unit.code, "keys": filters.text(of: keys),
      "answers": unit.answers.joined(separator: " "),
      "cells": PageMarkup(
        cells: labels + [
          language.heading(phrase(of: unit.fate)),
          unit.received.map { language.text(.day($0)) } ?? "",
        ]),
    ]
  }

  private func phrase(of fate: UnitEntry.Fate) -> Phrase {
    switch fate {
    case .replied: .replied
    case .late: .repliedLate
    case .silent: .didNotReply
    }
  }

  /// What is asked, how the script reads an answer to it, and the labels of the choices.
  private func question(_ question: Question) -> View {
    [
      "label": pipeline.label(of: question), "kind": Self.kind(of: question.type),
      "choices": (question.type.choices ?? []).map(pipeline.label),
    ]
  }

  private static func kind(of type: AnswerType) -> String {
    switch type {
    case .selectOne: "one"
    case .selectMultiple: "many"
    case .rank: "rank"
    case .integer, .decimal: "number"
    case .date: "date"
    case .text: "text"
    }
  }

  /// What stands in the cell of an answer that is none.
  private func mark(of state: AnswerState) -> View? {
    let byte: UInt8? =
      switch state {
      case .noAnswer: AnswerField.noAnswer
      case .notApplicable: AnswerField.notApplicable
      case .notAsked: AnswerField.notAsked
      case .unclear: AnswerField.unclear
      case .answered, .didNotReply: nil
      }
    return byte.map {
      ["mark": String(UnicodeScalar($0)), "label": language.heading(state.phrase)]
    }
  }
}
