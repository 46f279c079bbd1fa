import Phrases

extension PageView {
  /// What the template and the script say themselves.
  static func words(_ language: Language, listing kind: Phrase.Listed) -> View {
    let ofStates = kind != .units
    return [
      "skip": language.heading(.skipToFigures), "contents": language.heading(.contents),
      "response": language.heading(.responseAtAGlance),
      "timeline": language.heading(.responseOverTime), "tables": language.heading(.tablesAndCharts),
      "units": language.heading(ofStates ? .statesAndAnswers : .unitsAndAnswers),
      "show": language.heading(.showOnly),
      "everything": language.heading(.showAll), "hint": language.text(.showHint(kind)),
      "all": language.heading(.all), "asTable": language.heading(.asTable),
      "who": language.heading(ofStates ? .statesByAnswer : .unitsByAnswer),
      "find": language.heading(ofStates ? .findState : .findUnit),
      "found": language.text(ofStates ? .statesFound("{n}") : .unitsFound("{n}")),
      "answersOf": language.text(.answersOf("{n}")),
      "question": language.heading(.question), "answer": language.heading(.answer),
      "close": language.heading(.close), "text": language.text(.textInFile("texts.csv")),
      "didNotReply": language.heading(.didNotReply), "map": language.heading(.mapOfStates),
      "mapHint": language.text(.mapHint), "colourBy": language.heading(.colourBy),
      "other": language.heading(.withoutAnswer), "notes": language.heading(.sign),
      "top": language.heading(.backToContents), "separator": language.text(.names(["", ""])),
    ]
  }
}
