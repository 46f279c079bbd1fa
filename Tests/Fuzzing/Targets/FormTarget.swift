import Basics
import Questionnaire
import _TestSupport

/// The sheets of a form: `survey.csv`, the byte 0xFF, `choices.csv`.
struct FormTarget {
  private let workdir: Workdir
  private let survey: ScratchFile
  private let choices: ScratchFile

  init() throws {
    workdir = try Workdir()
    survey = try ScratchFile("\(workdir.path)/survey.csv")
    choices = try ScratchFile("\(workdir.path)/choices.csv")
  }

  func run(_ bytes: [UInt8]) {
    let parts = FuzzInput(bytes).parts
    survey.write(parts[0])
    choices.write(parts.count > 1 ? parts[1] : Array("list_name,name\n".utf8)[...])
    do throws(RunError) {
      let form = try Questionnaire(folder: workdir.path)
      for question in form.questions {
        check(form[question.name]?.index == question.index, "'\(question.name)' is not found")
        for expression in [question.relevant, question.constraint].compactMap(\.self) {
          check(
            (try? expression.bound(to: form, current: question)) != nil,
            "a condition of '\(question.name)' is accepted and cannot be bound")
        }
      }
    } catch {
      checkRefusal(error)
    }
  }
}
