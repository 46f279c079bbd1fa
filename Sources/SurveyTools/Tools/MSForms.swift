extension SurveyTool {
  /// Microsoft Forms: one header row of question texts; ticks in one field, each ended by `;`. What
  /// stands before the questions is in the language of the account, `ID` also written `Id`; quizzes
  /// keep English headings.
  static let msForms = SurveyTool(
    signatures: languages.flatMap { language in
      ["ID", "Id"].map {
        .headings([$0, language.start, language.completion, language.mail, language.name])
      }
    },
    hints: ToolHints(columns: languages.map { ["ID", $0.start, $0.completion] }),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(writesMarks: false),
    other: OtherOption(isWrittenInField: true),
    missing: [],
    metadata: MetadataColumns(
      unit: ["ID"],
      received: languages.map(\.completion) + languages.map(\.start),
      others: languages.flatMap { [$0.mail, $0.name] } + technical,
      beginnings: ["Feedback - ", "Comentários – "]),
    completion: [],
    writesMonthFirst: true)

  private struct Language {
    let start: String
    let completion: String
    let mail: String
    let name: String

    init(_ start: String, _ completion: String, mail: String, name: String) {
      self.start = start
      self.completion = completion
      self.mail = mail
      self.name = name
    }
  }

  private static let languages = [
    Language("Start time", "Completion time", mail: "Email", name: "Name"),
    Language("Startzeit", "Fertigstellungszeit", mail: "E-Mail", name: "Name"),
    Language("Heure de début", "Heure de fin", mail: "Adresse de messagerie", name: "Nom"),
    Language("Hora de inicio", "Hora de finalización", mail: "Correo electrónico", name: "Nombre"),
    Language("Hora de início", "Hora de conclusão", mail: "Email", name: "Nome"),
    Language("Ora di inizio", "Ora di completamento", mail: "Posta elettronica", name: "Nome"),
    Language("Begintijd", "Tijd van voltooien", mail: "E-mail", name: "Naam"),
    Language("Godzina rozpoczęcia", "Godzina ukończenia", mail: "Adres e-mail", name: "Nazwa"),
    Language("Starttidspunkt", "Fullføringstidspunkt", mail: "E-postadresse", name: "Navn"),
    Language("Starttidspunkt", "Fuldførelsestidspunkt", mail: "Mail", name: "Navn"),
    Language("Starttid", "Slutförandetid", mail: "E-post", name: "Namn"),
    Language("Alkamisaika", "Valmistumisaika", mail: "Sähköposti", name: "Nimi"),
    Language("Čas zahájení", "Čas dokončení", mail: "E-mail", name: "Jméno"),
    Language("Время начала", "Время выполнения", mail: "Электронная почта", name: "Имя"),
    Language("Başlangıç saati", "Tamamlanma saati", mail: "E-posta", name: "Ad"),
    Language("وقت البدء", "وقت الإكمال", mail: "البريد الإلكتروني", name: "الاسم"),
    Language("開始時刻", "完了時刻", mail: "メール", name: "名前"),
    Language("시작 시간", "완료 시간", mail: "전자 메일", name: "이름"),
    Language("开始时间", "完成时间", mail: "电子邮件", name: "姓名"),
    Language("開始時間", "完成時間", mail: "電子郵件", name: "名稱"),
  ]

  /// What is neither answer nor score.
  private static let technical = [
    "Last modified time", "Heure de la dernière modification", "Hora de la última modificación",
    "Hora da última modificação", "Tijd van laatste wijziging", "Czas ostatniej modyfikacji",
    "Tidspunkt for siste endring", "上次修改時間", "語言", "Quiz feedback", "Grade posted time",
    "Prüfungsfeedback", "Uhrzeit der Notenveröffentlichung", "Comentários do teste",
    "Hora de postagem da nota", "ملاحظات الاختبار", "تقييم وقت الترحيل",
  ]
}
