#pragma once
#if !__has_include(<xlsxwriter.h>)
#error "libxlsxwriter-dev is not installed: run 'make setup' (or: apt-get install libxlsxwriter-dev)"
#endif
#include <stdlib.h>
#include <xlsxwriter.h>

// The library takes room for all columns of a table once for each of them: 9 MB for
// 400 columns, until the workbook is closed. Only the first of each is used.
static inline void shrink_columns(lxw_worksheet *sheet) {
  lxw_table_obj *table;
  STAILQ_FOREACH(table, sheet->table_objs, list_pointers) {
    for (lxw_col_t at = 0; at < table->num_cols; at++) {
      // A block of its own: what shrinking would leave is too short for the next table's columns.
      lxw_table_column *column = malloc(sizeof *column);
      if (!column) return;
      *column = *table->columns[at];
      free(table->columns[at]);
      table->columns[at] = column;
    }
  }
}

// A table with its headings in the first row. The library wants an array of pointers to structures, which
// is a line here and a page in Swift.
static inline lxw_error add_table(
    lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t width, const char *name,
    const char *const *headings, lxw_format *heading_format, uint8_t first_column) {
  lxw_table_column *columns = calloc(width, sizeof *columns);
  lxw_table_column **list = calloc((size_t)width + 1, sizeof *list);
  lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (columns && list) {
    for (lxw_col_t at = 0; at < width; at++) {
      columns[at].header = (char *)headings[at];
      columns[at].header_format = heading_format;
      list[at] = &columns[at];
    }
    lxw_table_options options = {
        .name = (char *)name, .no_autofilter = LXW_TRUE, .no_banded_rows = LXW_TRUE,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1,
        .first_column = first_column, .columns = list};
    error = worksheet_add_table(sheet, first, 0, last, (lxw_col_t)(width - 1), &options);
  }
  free(list);
  free(columns);
  if (error == LXW_NO_ERROR) shrink_columns(sheet);
  return error;
}
