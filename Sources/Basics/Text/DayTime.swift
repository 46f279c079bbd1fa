/// The words beside a time of day, as tools write them in the language of whoever downloads.
enum DayTime {
  /// Whether a mark of the 12-hour clock is that of the afternoon; nil for any other word.
  static func isAfternoon(_ mark: String) -> Bool? {
    let key = String(TextKey(mark).text.filter { $0 != "." && $0 != " " })
    if afternoons.contains(key) { return true }
    return mornings.contains(key) ? false : nil
  }

  /// The offset from UTC of a zone that Google writes by its name.
  static func offset(_ zone: some StringProtocol) -> String? {
    zones[zone.uppercased()]
  }

  private static let afternoons: Set = ["pm", "午後", "오후", "下午", "ös", "م", "μμ"]
  private static let mornings: Set = ["am", "午前", "오전", "上午", "öö", "ص", "πμ"]
  private static let zones = [
    "WEZ": "+00:00", "WESZ": "+01:00", "MEZ": "+01:00", "MESZ": "+02:00", "OEZ": "+02:00",
    "OESZ": "+03:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
  ]
}
