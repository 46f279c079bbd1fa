extension PersonalDetail {
  /// What columns with such a detail are called, in small letters and without signs: one line a
  /// language or two.
  var headings: Set<String> {
    switch self {
    case .name:
      [
        "name", "full name", "first name", "last name", "surname", "family name", "given name",
        "forename", "middle name", "name of respondent", "name of the respondent",
        "first and last name", "name and surname", "recipientlastname", "recipientfirstname",
        "nom", "prénom", "nom et prénom", "nom complet", "nom de famille",
        "nombre", "nombre completo", "nombre y apellido", "nombre y apellidos", "apellido",
        "apellidos",
        "nachname", "vorname", "vor und nachname", "familienname",
        "nome", "nome completo", "sobrenome", "nome e cognome", "cognome",
        "naam", "voornaam", "achternaam", "navn", "fornavn", "etternavn", "efternavn", "namn",
        "förnamn", "efternamn", "nimi", "etunimi", "sukunimi",
        "imię", "nazwisko", "imię i nazwisko", "jméno", "příjmení", "jméno a příjmení", "név",
        "teljes név", "nume", "prenume", "nume și prenume",
        "имя", "фамилия", "фио", "ім я", "прізвище", "піб", "όνομα", "ονοματεπώνυμο",
        "ad", "adınız", "soyad", "ad soyad", "adı soyadı", "nama", "nama lengkap", "họ và tên",
        "họ tên", "ชื่อ", "ชื่อ นามสกุล", "שם", "שם מלא", "שם פרטי", "שם משפחה",
        "姓名", "您的姓名", "名字", "氏名", "お名前", "名前", "이름", "성명", "الاسم", "الاسم الكامل",
      ]
    case .email:
      [
        "e mail", "email", "mail", "mail address", "e mail address", "email address", "email id",
        "e mail adresse", "adresse e mail", "adresse mail", "adresse électronique", "courriel",
        "adresse de messagerie", "correo", "correo electrónico",
        "dirección de correo electrónico", "endereço de e mail", "indirizzo email",
        "posta elettronica", "e mailadres", "e postadresse", "e post", "e postadress", "sähköposti",
        "sähköpostiosoite", "adres e mail", "e mail cím", "adresă de e mail",
        "электронная почта", "адрес электронной почты", "почта", "електронна адреса",
        "ηλεκτρονικό ταχυδρομείο", "e posta", "e posta adresi", "alamat email", "địa chỉ email",
        "อีเมล", "ที่อยู่อีเมล", "אימייל", "דוא ל", "电子邮件", "电子邮件地址", "邮箱", "電子郵件",
        "電子郵件地址", "メール", "メールアドレス", "이메일", "이메일 주소", "전자 메일", "البريد الإلكتروني",
        "عنوان البريد الإلكتروني",
      ]
    case .phone:
      [
        "phone", "phone number", "phonenumber", "telephone", "telephone number", "mobile",
        "mobile number", "mobile phone", "cell", "cell phone", "cell phone number", "whatsapp",
        "whatsapp number", "fax", "téléphone", "numéro de téléphone", "téléphone portable",
        "teléfono", "número de teléfono", "móvil", "telefon", "telefonnummer", "handynummer",
        "telefone", "número de telefone", "celular", "telefono", "numero di telefono", "cellulare",
        "telefoon", "telefoonnummer", "mobilnummer", "puhelin", "puhelinnumero", "numer telefonu",
        "telefonní číslo", "telefonszám", "телефон", "номер телефона", "номер телефону", "τηλέφωνο",
        "telefon numarası", "nomor telepon", "nomor hp", "số điện thoại", "เบอร์โทรศัพท์", "טלפון",
        "מספר טלפון", "电话", "手机", "手机号", "手机号码", "电话号码", "電話", "電話番号", "전화번호",
        "휴대폰 번호", "رقم الهاتف", "الهاتف",
      ]
    case .address:
      [
        "address", "home address", "street", "street address", "postal address", "mailing address",
        "postcode", "postal code", "zip", "zip code", "adresse", "adresse postale", "code postal",
        "dirección", "dirección postal", "domicilio", "código postal", "anschrift", "straße",
        "postleitzahl", "plz", "endereço", "indirizzo", "adres", "postcode en plaats", "adress",
        "osoite", "adresa", "cím", "адрес", "адреса", "домашний адрес", "διεύθυνση", "alamat",
        "địa chỉ", "ที่อยู่", "כתובת", "地址", "住址", "住所", "주소",
      ]
    case .ip: ["ip", "ip address", "ipaddress", "ipaddr", "adresse ip", "ip adresse", "来自ip"]
    case .coordinates:
      [
        "latitude", "longitude", "gps", "gps coordinates", "gps location", "coordinates",
        "geopoint", "location latitude", "location longitude", "locationlatitude",
        "locationlongitude", "coordonnées gps", "coordenadas", "geo location", "latitud",
        "longitud", "breitengrad", "längengrad", "широта", "долгота", "纬度", "经度",
      ]
    }
  }
}
