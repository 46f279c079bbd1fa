#pragma once
#if !__has_include(<sqlite3.h>)
#error "libsqlite3-dev is not installed: run 'make setup' (or: apt-get install libsqlite3-dev)"
#endif
#include <sqlite3.h>

// Before the library is used; it counts its memory under a lock otherwise. Of several calls the first holds.
static inline int leave_memory_uncounted(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// The library's own constant is a cast that Swift does not see.
static inline int bind_copied_text(sqlite3_stmt *statement, int at, const char *text, int length) {
  return sqlite3_bind_text(statement, at, text, length, SQLITE_TRANSIENT);
}
