import Testing

@testable import SurveyTools

struct NoOpinionTests {
  @Test(arguments: [
    "Don't know", "Don’t know", "DON'T KNOW / NO OPINION", "99 - Don't know", "Refused (99)",
    "Prefer not to say", "I'd rather not say", "Ne sait pas", "Je préfère ne pas répondre", "NSP",
    "No sabe / No contesta", "Prefiero no decirlo", "Затрудняюсь ответить", "Отказ от ответа",
    "不知道", "拒绝回答", "لا أعرف", "أفضل عدم الإجابة", "Don't know.", "(99) Don't know",
    "99: Don't know", "99 = Don't know", "[Don't know]", "I'm not sure", "Sin respuesta",
    "Sans réponse", "Нет ответа",
  ])
  func texts(text: String) {
    #expect(NoOpinion.isSaid(by: text))
  }

  /// "DK" is Denmark as well, and "NS" a company.
  @Test(arguments: [
    "Don't know him personally", "No", "Refused entry", "Refugees", "DK", "NS", "Other", "99",
    "(99)", "...",
    "Not at all", "Connaît", "Не", "不", "لا", "",
  ])
  func otherTexts(text: String) {
    #expect(!NoOpinion.isSaid(by: text))
  }

  @Test(arguments: [
    ([1, 2, 3, 4, 5, 99, -99], [99, -99]), ([0, 1, 98], [98]), ([1, 2, 3], []),
    // A list of a hundred, a scale of degrees, numbers below nought, codes alone.
    (Array(1...100), []), ([60, 70, 88], []), ([-2, -1, 0, 99], []), ([99, -99], []),
  ])
  func codes(numbers: [Int], expected: [Int]) {
    #expect(NoOpinion.codes(among: numbers) == Set(expected))
  }
}
