import Basics
import Testing

@testable import SurveyTools

struct NoOpinionTests {
  @Test(arguments: [
    "Don't know", "Don’t know", "DON'T KNOW / NO OPINION", "99 - Don't know", "Refused (99)",
    "Prefer not to say", "I'd rather not say", "Ne sait pas", "Je préfère ne pas répondre", "NSP",
    "No sabe / No contesta", "Prefiero no decirlo", "Затрудняюсь ответить", "Отказ от ответа",
    "不知道", "拒绝回答", "لا أعرف", "أفضل عدم الإجابة", "Don't know.", "(99) Don't know",
    "99: Don't know", "99 = Don't know", "[Don't know]", "I'm not sure", "Sin respuesta",
    "Sans réponse", "Нет ответа", "Weiß nicht / keine Angabe", "weiss nicht",
    "Möchte ich nicht sagen",
    "Não sabe / Não respondeu", "Prefiro não responder", "Non so", "Weet niet", "NS/NC", "Ns / Nc",
    "DK/NA", "D.K.",
  ])
  func texts(text: String) {
    #expect(NoOpinion.isSaid(by: text))
  }

  /// "DK" is Denmark as well, and "NS" a company.
  @Test(arguments: [
    "Don't know him personally", "No", "Refused entry", "Refugees", "DK", "NS", "Other", "99",
    "(99)", "...",
    "Not at all", "Connaît", "Sicher", "Unsicher", "Nicht sicher", "Não", "Sem", "Non", "NR", "Не",
    "不", "لا", "",
  ])
  func otherTexts(text: String) {
    #expect(!NoOpinion.isSaid(by: text))
  }

  /// An age of 99 is none where somebody is 20.
  @Test(arguments: [
    ("1 2 19 99 -99", "-99 99"), ("1 2 20 99", ""), ("0 1.5 -9 7", "-9"), ("-1 -9 3", "-9 -1"),
    ("-12 -9 3", ""), ("16 98 999", "98 999"), ("21 98 999", "999"), ("16 200 999", ""),
    ("99 -99", ""), ("3 95 -1.5", ""),
    ("5 199 9999", "9999"), ("5 777777", ""),
  ])
  func amounts(amounts: String, expected: String) throws {
    let numbers = try amounts.split(separator: " ").map { try #require(ExactDecimal($0)) }
    #expect(
      NoOpinion.codes(amongAmounts: numbers).map(\.description).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ([1, 2, 3, 4, 5, 99, -99], [99, -99]), ([0, 1, 98], [98]), ([1, 2, 3], []),
    // A list of a hundred, a scale of degrees, numbers below nought, codes alone.
    (Array(1...100), []), ([60, 70, 88], []), ([-2, -1, 0, 99], []), ([99, -99], []),
  ])
  func codes(numbers: [Int], expected: [Int]) {
    #expect(NoOpinion.codes(among: numbers) == Set(expected))
  }

  /// A number beside words is no point of a scale; beside points it is told by them.
  @Test(arguments: [
    (["Yes", "No", "99"], [99]), (["yes", "no", "-99", "-98"], [-99, -98]), (["Yes", "No"], []),
    (["99"], []), (["1", "2", "99"], [99]), (["Low", "60", "99"], []),
    (["Model", "88", "205"], []),
  ])
  func codesAmongWords(texts: [String], expected: [Int]) {
    #expect(NoOpinion.codes(amongChoices: texts) == Set(expected))
  }
}
