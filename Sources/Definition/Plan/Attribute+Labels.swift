import Questionnaire

extension Attribute {
  /// The labels of attributes and of their codes in the languages the program itself speaks.
  static let labels: [String: LocalizedText] = [
    "response": text("Response", "Réponse", "Respuesta"),
    "replied": text("Replied", "A répondu", "Respondió"),
    "did_not_reply": text("Did not reply", "N’a pas répondu", "No respondió"),
    "status": text("Status", "Statut", "Condición"),
    "party": text("States parties", "États parties", "Estados parte"),
    "signatory": text("Signatories", "Signataires", "Signatarios"),
    "non_signatory": text("Non-signatories", "Non-signataires", "No signatarios"),
    "regional_group": text("Regional group", "Groupe régional", "Grupo regional"),
    "no_group": text(
      "In no regional group", "Dans aucun groupe régional", "En ningún grupo regional"),
    "signature": text("Signature", "Signature", "Firma"),
    "signed": text("Signed", "A signé", "Firmó"),
    "not_signed": text("Not signed", "N’a pas signé", "No firmó"),
    "deposit": text("Instrument", "Instrument", "Instrumento"),
    "deposited": text("Instrument deposited", "Instrument déposé", "Instrumento depositado"),
    "not_deposited": text(
      "No instrument deposited", "Aucun instrument déposé", "Ningún instrumento depositado"),
  ]

  private static func text(_ english: String, _ french: String, _ spanish: String) -> LocalizedText
  {
    LocalizedText([("en", english), ("fr", french), ("es", spanish)])
  }
}
