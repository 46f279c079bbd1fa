extension SurveyTool {
  /// One header row of question texts, with the time stamp first; its heading is in the language of
  /// the account, and nothing else is the tool's own, so that no export proves it.
  ///
  /// Ticks stand in one field, joined by ", " in the spreadsheet of the form and by ";" in the
  /// responses that the form itself gives as CSV.
  static let googleForms = SurveyTool(
    signatures: [],
    hints: ToolHints(columns: timestamps.map { [$0] }),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(writesMarks: false, separator: ", ", otherSeparator: ";"),
    other: OtherOption(isWrittenInField: true),
    missing: [],
    // A quiz has "Score", which as well may be a question.
    metadata: MetadataColumns(unit: accounts, received: timestamps),
    completion: [],
    writesMonthFirst: true)

  private static let timestamps = [
    "Timestamp", "Horodateur", "Marca temporal", "Отметка времени", "时间戳记", "طابع زمني",
    "Marca de temps", "Časové razítko", "Tidsstempel", "Zeitstempel", "Χρονική σήμανση",
    "Aikaleima",
    "חותמת זמן", "Vremenska oznaka", "Időbélyeg", "Cap waktu", "Stempel waktu",
    "Informazioni cronologiche", "タイムスタンプ", "타임스탬프", "Laiko žyma", "Tidsmerke", "Tijdstempel",
    "Sygnatura czasowa", "Carimbo de data/hora", "Marcaj de timp", "Časová pečiatka", "Tidstämpel",
    "ประทับเวลา", "Zaman damgası", "Позначка часу", "Dấu thời gian", "時間戳記",
  ]

  /// The addresses by which people signed in; several replies of one are one respondent's.
  private static let accounts = [
    "Email Address", "Username", "Adresse e-mail", "Nom d'utilisateur",
    "Dirección de correo electrónico", "Nombre de usuario", "Адрес электронной почты",
    "عنوان البريد الإلكتروني", "E-Mail-Adresse", "Nutzername", "Indirizzo email", "Nome utente",
    "メールアドレス", "이메일 주소", "E-postadresse", "Adres e-mail", "Endereço de e-mail",
    "Nome de usuário", "ที่อยู่อีเมล", "Електронна адреса", "電子郵件地址",
  ]
}
