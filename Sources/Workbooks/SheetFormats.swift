import CXlsxWriter

/// The formats of cells. They belong to the workbook, which frees them.
@safe final class SheetFormats {
  let title: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let link: UnsafeMutablePointer<lxw_format>?
  /// Of a label or a text in a table: lines are broken, so that it is read whole.
  let label: UnsafeMutablePointer<lxw_format>?
  /// Of shorthand in the place of a number.
  let sign: UnsafeMutablePointer<lxw_format>?
  let tableHeading: UnsafeMutablePointer<lxw_format>?
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var numbers: [Int: UnsafeMutablePointer<lxw_format>?] = unsafe [:]

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe self.workbook = workbook
    unsafe title = workbook_add_format(workbook)
    unsafe format_set_bold(title)
    unsafe format_set_font_size(title, 15)
    unsafe heading = workbook_add_format(workbook)
    unsafe format_set_bold(heading)
    unsafe format_set_font_size(heading, 12)
    unsafe link = workbook_add_format(workbook)
    unsafe format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    unsafe format_set_font_color(link, 0x05_63C1)
    unsafe format_set_align(link, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe label = workbook_add_format(workbook)
    unsafe format_set_text_wrap(label)
    unsafe format_set_align(label, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe sign = workbook_add_format(workbook)
    unsafe format_set_align(sign, UInt8(LXW_ALIGN_RIGHT.rawValue))
    unsafe format_set_align(sign, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe tableHeading = workbook_add_format(workbook)
    unsafe format_set_bold(tableHeading)
    unsafe format_set_text_wrap(tableHeading)
    unsafe format_set_align(tableHeading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe format_set_bottom(tableHeading, UInt8(LXW_BORDER_THIN.rawValue))
  }

  func number(decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
    if let format = unsafe numbers[decimals] { return unsafe format }
    let format = unsafe workbook_add_format(workbook)
    let zeros = String(repeating: "0", count: decimals)
    unsafe format_set_num_format(format, decimals == 0 ? "0" : "0.\(zeros)")
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    unsafe numbers[decimals] = format
    return unsafe format
  }
}
