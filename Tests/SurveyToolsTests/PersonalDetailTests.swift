import SurveyTools
import Testing

struct PersonalDetailTests {
  @Test(arguments: [
    ("Full name", ["A Person"], PersonalDetail.name), ("Name", ["A"], .name),
    ("What is your name?", ["A"], .name), ("Nom et prénom", ["A"], .name), ("姓名", ["王"], .name),
    ("E-mail address", ["a@example.org"], .email),
    ("How can we reach you?", ["a@b.org", "b@c.net"], .email),
    ("Phone", ["0123", "0124"], .phone), ("Other phone", ["0123"], .phone),
    ("Téléphone :", ["022 91"], .phone),
    ("Reach", ["+41 22 917 00 00"], .phone), ("Home address", ["1, Road"], .address),
    ("Nombre", ["Ana"], .name), ("Imię i nazwisko", ["A B"], .name), ("Ad Soyad:", ["A B"], .name),
    ("Name2", ["A B"], .name), ("Ім'я", ["А"], .name), ("ชื่อ", ["ก"], .name),
    ("E-posta adresi", ["a"], .email), ("Адрес электронной почты", ["a"], .email),
    ("전화번호", ["0123"], .phone), ("Nomor HP", ["0812"], .phone), ("PLZ", ["10115"], .address),
    ("Địa chỉ", ["1 Hàng Bài"], .address), ("Längengrad", ["6,1"], .coordinates),
    ("Code postal", ["1202"], .address), ("IP", ["1.2.3.4"], .ip), ("from", ["10.0.0.1"], .ip),
    ("Latitude", ["46.2"], .coordinates), ("Where?", ["46.2044 6.1432 380 5"], .coordinates),
  ])
  func details(title: String, texts: [String], detail: PersonalDetail) {
    #expect(PersonalDetail(title: title, texts: texts) == detail)
  }

  @Test(arguments: [
    ("Name of the law", ["Water Act"]), ("Organization name", ["A"]), ("Do you like tea?", ["Yes"]),
    ("Phone", ["Yes", "No"]), ("E-mail", ["1", "0"]), ("How did you hear of it?", ["E-mail"]),
    ("Contact", ["a@b.org", "by post", "not at all"]), ("Version", ["1.2.3", "1.2.3.400"]),
    ("Address", ["Yes"]), ("Change", ["+5", "+10"]), ("Size", ["1.5 2.5"]), ("Score", ["7"]),
    ("Nombre", ["3"]), ("Nome da lei", ["A"]), ("Mail", ["1"]), ("Ad", ["Yes", "No"]),
    ("2", ["a"]), ("Adresse de la page", ["a"]),
  ])
  func others(title: String, texts: [String]) {
    #expect(PersonalDetail(title: title, texts: texts) == nil)
  }
}
