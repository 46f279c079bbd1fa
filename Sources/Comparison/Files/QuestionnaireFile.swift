import Basics
import Definition
import Questionnaire

/// `questionnaire.csv`: `from_question,to_question,from_choice,to_choice,status,from_label,`
/// `to_label,note`, one row a question and one a choice, in the order of the newer form.
///
/// `status` is `same`, or all words of `Difference` that apply; `break` where `rounds.yaml` has one.
/// Labels are in the language of each collection.
enum QuestionnaireFile {
  static let header = [
    "from_question", "to_question", "from_choice", "to_choice", "status", "from_label", "to_label",
    "note",
  ]

  static func write(
    _ forms: FormComparison, to folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    let file = try ComparedFile("questionnaire.csv", header: header, in: folder, locale)
    for pair in forms.pairs {
      let names = [pair.old?.name ?? "", pair.new?.name ?? ""]
      let notes = pair.notes + (pair.breakNote.map { [$0] } ?? [])
      try file.write(
        texts: names + [
          "", "", pair.marks.isEmpty ? "same" : pair.marks.joined(separator: " "),
          pair.old.map(forms.old.label) ?? "", pair.new.map(forms.new.label) ?? "",
          notes.joined(separator: "; "),
        ])
      for choice in pair.choices {
        let before = choice.old.flatMap { pair.old?.type.choices?[$0] }
        let after = choice.new.flatMap { pair.new?.type.choices?[$0] }
        try file.write(
          texts: names + [
            before?.name ?? "", after?.name ?? "", Difference.text(choice.differences),
            before.map(forms.old.label) ?? "", after.map(forms.new.label) ?? "", "",
          ])
      }
    }
    try file.commit()
  }
}
