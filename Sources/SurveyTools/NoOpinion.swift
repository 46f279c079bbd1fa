package import Basics

/// Choices that answer nothing of what was asked: "don't know", "refused", in the six languages of
/// the United Nations and in German, Portuguese, Italian and Dutch, and the codes that surveys give them.
package enum NoOpinion {
  /// Whether the text of a choice says so: as a whole, or before what is put in brackets or behind a
  /// stroke, as "Don't know / no opinion". "Don't know him personally" is an opinion.
  package static func isSaid(by text: String) -> Bool {
    // A code may stand before it: "99 - Don't know", "(99) Don't know".
    let parts = TextKey(text).text.split { "/()[],;:|=.".contains($0) }
      .map { part in TextKey(part.drop { $0.isNumber || "-– ".contains($0) }) }
    return all.contains(TextKey(text))
      || parts.first { !$0.text.isEmpty }.map(all.contains) ?? false
  }

  /// The codes among the numbers of a question that rather stand for no opinion: far outside its
  /// scale, and such as surveys use. Of a list of a hundred 99 is none.
  package static func codes(among numbers: [Int]) -> Set<Int> {
    let others = numbers.filter { !usual.contains($0) }
    guard let most = others.max(), let least = others.min(), least >= 0, most <= 20 else {
      return []
    }
    return Set(numbers.filter(usual.contains))
  }

  /// The same of choices some of which are words, as "Yes", "No", "99": beside words such a number is
  /// no point of a scale.
  package static func codes(amongChoices texts: [String]) -> Set<Int> {
    let numbers = texts.compactMap { Int($0) }
    let areAllCodes = numbers.allSatisfy(usual.contains)
    return areAllCodes && numbers.count < texts.count ? Set(numbers) : codes(among: numbers)
  }

  /// The codes among the amounts that were answered, which have no scale: below nought where nothing
  /// else is, or such as surveys use and five times as much as all else.
  package static func codes(amongAmounts amounts: [ExactDecimal]) -> [ExactDecimal] {
    let others = amounts.filter { !isCode($0) }
    guard let most = others.max(), let least = others.min(), least >= 0 else { return [] }
    return amounts.filter { isCode($0) && ($0 < 0 || most <= ExactDecimal(($0.whole ?? 0) / 5)) }
      .sorted()
  }

  private static func isCode(_ amount: ExactDecimal) -> Bool {
    amount.whole.map { high.contains($0) || low.contains(-$0) } ?? false
  }

  private static let high: Set<Int> = [
    77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 7777, 8888, 9997, 9998, 9999, 99_999, 999_999,
  ]
  private static let low = high.union([1, 2, 3, 4, 5, 6, 7, 8, 9, 66, 666, 6666, 999_999_999])

  private static let usual: Set<Int> = [99, -99, 98, -98, 97, -97, 88, -88, 999, -999, 998, -998]

  private static let all = Set(texts.map { TextKey($0) })

  private static let texts = [
    // English
    "don't know", "dont know", "do not know", "i don't know", "i do not know", "not sure",
    "don't know or not sure", "don't know or refused", "i'm not sure", "i am not sure", "unsure",
    "no answer", "no response", "cannot answer", "can't answer", "refused to respond", "no opinion",
    "no view", "can't say", "cannot say", "refused",
    "refuse", "refused to answer", "refuse to answer", "refusal", "declined to answer",
    "decline to answer", "prefer not to say", "prefer not to answer", "prefer not to disclose",
    "i prefer not to say", "i prefer not to answer", "i'd prefer not to say", "rather not say",
    "i'd rather not say", "i would rather not say", "refused to say", "prefers not to say",
    "prefers not to answer", "do not wish to answer", "i do not wish to answer", "does not know",
    // By itself "DK" is Denmark as well, and "NS" a company.
    "dk/na", "dk/nr", "dk/ref", "dk/rf", "d/k", "d.k.", "dk / na", "dk / ref",
    // French
    "ne sait pas", "ne sais pas", "je ne sais pas", "nsp", "sans opinion", "pas d'opinion",
    "sans avis", "pas d'avis", "ne se prononce pas", "refus", "refus de répondre", "a refusé",
    "refuse de répondre", "préfère ne pas répondre", "je préfère ne pas répondre",
    "préfère ne pas le dire", "je préfère ne pas le dire", "préfère ne pas dire", "sans réponse",
    "pas de réponse",
    "ne souhaite pas répondre", "je ne souhaite pas répondre",
    // Spanish
    "no sabe", "no sé", "no lo sé", "no lo sabe", "no sabe o no contesta", "no contesta",
    "no responde", "se niega a contestar", "rehusó", "sin respuesta", "no sabría decir",
    "sin opinión", "se niega a responder",
    "rehúsa responder",
    "rehusó responder", "rechazó responder", "se negó a responder", "prefiero no responder",
    "ns/nc", "ns / nc", "ns-nc", "nsnc", "ns/nr", "ns / nr",
    "prefiero no contestar", "prefiero no decirlo", "prefiere no responder",
    "prefiere no contestar", "prefiere no decirlo",
    // German
    "weiß nicht", "weiss nicht", "weiß ich nicht", "ich weiß nicht", "ich weiss nicht",
    "weiß es nicht",
    "keine angabe", "keine angaben", "keine antwort", "keine meinung",
    "weiß nicht oder keine angabe", "verweigert", "antwort verweigert", "möchte nicht antworten",
    "möchte ich nicht beantworten", "möchte ich nicht sagen", "kann ich nicht sagen",
    "kann ich nicht beurteilen",
    // Portuguese
    "não sabe", "não sei", "não sabe ou não respondeu", "não sabe ou não responde", "não respondeu",
    "não responde", "sem resposta", "sem opinião", "não tem opinião", "não tenho opinião",
    "recusou", "recusou responder", "recusou-se a responder", "recusa", "prefiro não responder",
    "prefiro não dizer", "prefere não responder", "prefere não dizer", "não quero responder",
    "não tenho certeza",
    // Italian
    "non so", "non sa", "non lo so", "non risponde", "nessuna risposta", "nessuna opinione",
    "preferisco non rispondere", "preferisce non rispondere", "preferisco non dirlo",
    "rifiuta di rispondere", "non saprei",
    // Dutch
    "weet niet", "weet ik niet", "ik weet het niet", "weet het niet", "geen antwoord",
    "geen mening",
    "wil niet zeggen", "wil ik niet zeggen", "zeg ik liever niet", "geweigerd",
    // Russian
    "не знаю", "не знает", "трудно сказать", "нет ответа", "не уверен", "не уверена",
    "затрудняюсь ответить",
    "затрудняюсь с ответом", "затрудняется ответить", "нет мнения", "отказ", "отказ от ответа",
    "отказался", "отказался отвечать", "отказалась отвечать", "отказываюсь отвечать",
    "предпочитаю не отвечать", "предпочитаю не говорить", "не хочу отвечать",
    // Chinese
    "不知道", "不確定", "无回答", "未回答", "不清楚", "不确定", "说不清", "说不好", "无意见", "没有意见", "拒绝", "拒绝回答",
    "拒答", "不愿回答", "不愿意回答", "不愿透露", "不便回答", "不便透露", "不想回答", "不想说",
    // Arabic
    "لا أعرف", "لا اعرف", "لا إجابة", "بدون إجابة", "لا يعرف", "لا أعلم", "لا أدري", "غير متأكد",
    "لست متأكدا",
    "لست متأكدًا", "لا رأي", "لا رأي لي", "ليس لدي رأي", "رفض", "رفض الإجابة", "رفضت الإجابة",
    "أرفض الإجابة", "أفضل عدم الإجابة", "أفضّل عدم الإجابة", "يفضل عدم الإجابة",
    "أفضل عدم القول", "أفضل عدم الإفصاح", "أفضّل عدم الإفصاح",
  ]
}
