/// A group or repeat whose end has not come yet.
struct OpenGroup {
  let group: QuestionGroup
  let condition: Expression?
  /// The condition as it is written.
  let routing: String
  let isRepeat: Bool
  let line: Int

  var word: String { isRepeat ? "repeat" : "group" }
}
