import Basics
import SurveyTools
import Tabular

/// A question of a form that asks for a text or a place.
struct OpenQuestion {
  /// The groups that it lies in, and its name.
  let path: [String]
  let labels: [String]

  var name: String { path.last ?? "" }

  /// What it asks of who somebody is, whatever is answered.
  var personalDetail: PersonalDetail? {
    labels.lazy.compactMap { PersonalDetail(title: $0, texts: []) }.first
  }
}

extension FormSource {
  /// The questions that ask for a text or a place, in order.
  var openQuestions: [OpenQuestion] {
    let columns = survey.header.filter { $0 == "label" || $0.hasPrefix("label::") }
    var groups: [String] = []
    var questions: [OpenQuestion] = []
    for row in survey.rows {
      let type = row["type"].split(whereSeparator: \.isWhitespace).joined(separator: "_")
      if type.hasPrefix("begin_") {
        groups.append(row["name"])
      } else if type.hasPrefix("end_") {
        _ = groups.popLast()
      } else if type == "text" || type == "geopoint" {
        questions.append(
          OpenQuestion(
            path: groups + [row["name"]], labels: columns.map { row[$0].withoutMarkup }))
      }
    }
    return questions
  }

  /// The headings of the questions that tell who somebody is, as KoboToolbox and ODK write them.
  var personalHeadings: [String] {
    openQuestions.filter { $0.personalDetail != nil }.flatMap { question in
      question.path.count == 1
        ? question.path : ["/", "-"].map { question.path.joined(separator: $0) }
    }
  }
}
