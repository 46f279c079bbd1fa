import Basics

/// What a letter or a word of a name becomes before names are compared.
package enum NameFolding {
  enum Kind {
    case letter
    case letters(String)
    /// A mark on a letter, or a character that is not seen.
    case nothing
    /// Blank, hyphen, apostrophe, bracket: between two words.
    case gap
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? .letter : .gap
    }
    if let plain = plain[scalar] { return .letters(plain) }
    if let half = scalar.halfWidth {
      if case .letter = kind(of: half) { return .letters(String(half)) }
      return .gap
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format, .modifierLetter: return .nothing
    default: return scalar.properties.isAlphabetic ? .letter : .gap
    }
  }

  /// A character as small letters without accents, with plain apostrophes and hyphens.
  package static func plainLetters(of character: Character) -> String {
    var letters = ""
    for scalar in TextKey(String(character)).text.unicodeScalars {
      switch kind(of: scalar) {
      case .letter, .gap: letters.unicodeScalars.append(scalar)
      case .letters(let plain): letters += plain
      case .nothing: continue
      }
    }
    return letters
  }

  /// The word as it is compared; nil for one that tells no two names apart.
  static func word(_ word: String) -> String? {
    if smallWords.contains(word) { return nil }
    return written[word] ?? withoutArabicArticle(word)
  }

  private static func withoutArabicArticle(_ word: String) -> String {
    let scalars = word.unicodeScalars
    guard scalars.count >= 5, scalars.starts(with: "ال".unicodeScalars) else { return word }
    return String(scalars.dropFirst(2))
  }

  /// Articles, "of" and "and"; "d" and "l" stand before an apostrophe.
  private static let smallWords: Set<String> = [
    "the", "of", "and", "la", "le", "les", "l", "du", "de", "des", "d", "et", "el", "los", "las",
    "del", "y", "e", "и",
  ]

  /// Abbreviations, and one form of a word that is nearly the same in several languages.
  private static let written = [
    "st": "saint", "ste": "sainte", "rep": "republic", "republique": "republic",
    "republica": "republic", "dem": "democratic", "democratique": "democratic",
    "democratica": "democratic", "is": "islands", "респ": "республика",
  ]

  private static let plain: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [:]
    for (letter, variants) in accented {
      for variant in variants.unicodeScalars { plain[variant] = letter }
    }
    for (character, simple) in zip(traditional.unicodeScalars, simplified.unicodeScalars) {
      plain[character] = String(simple)
    }
    return plain
  }()

  /// Letters with an accent in one code point; decomposed ones lose the accent as a mark.
  private static let accented = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįǐỉị"), ("j", "ĵ"),
    ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňǹ"), ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỹ"), ("z", "źżž"), ("е", "ёѐ"),
    ("и", "йѝ"),
    ("ا", "آأإٱ"), ("ي", "ىئی"), ("و", "ؤ"), ("ه", "ةہ"), ("ك", "ک"),
  ]

  /// The characters of names of States whose traditional form is another one, in pairs with
  /// `simplified`.
  private static let traditional =
    "亞國爾蘭倫羅馬薩幾內維納貝寧賓萊烏蘇盧魯聖緬韓東聯島達茲愛諾臘奧敘頓紹圖鮮華來麥"
    + "剛贊獨約庫撾會義眾湯濟韋脫時買別顛門岡勞歐體錫"
  private static let simplified =
    "亚国尔兰伦罗马萨几内维纳贝宁宾莱乌苏卢鲁圣缅韩东联岛达兹爱诺腊奥叙顿绍图鲜华来麦"
    + "刚赞独约库挝会义众汤济韦脱时买别颠门冈劳欧体锡"
}
