#pragma once
// renameat2(2) stands in glibc since 2.28, but its declaration is hidden from Swift's import of
// glibc, which does not define _GNU_SOURCE.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath,
              unsigned int flags);
enum { RAPPORTEUR_RENAME_EXCHANGE = 1 << 1 };  // <linux/fs.h>: RENAME_EXCHANGE
