// Comes between the programs and the C library (LD_PRELOAD), to end a program, or to let a call fail, at
// the n-th call of one kind that may change what is on the disk. See torture.py.
//
//   TORTURE_PROGRAM  the program that is meant; others run as they are
//   TORTURE_COUNT    a file to which a line is added for each kind, with the number of its calls
//   TORTURE_KIND     write, fsync, rename, unlink, mkdir, close, open or read
//   TORTURE_AT       which call of that kind, from 1
//   TORTURE_DO       kill: all programs of the process group; short: half of the bytes are written;
//                    a number: the call fails with it; cut, overwrite, append, replace: TORTURE_FILE is
//                    changed so before the call
//   TORTURE_NO_EXCHANGE, TORTURE_NO_LOCKS   a file system that lacks these
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITE, FSYNC, RENAME, UNLINK, MKDIR, CLOSE, OPEN, READ, KINDS };
static const char *names[KINDS] = {"write", "fsync", "rename", "unlink",
                                   "mkdir", "close", "open",   "read"};
static atomic_int counts[KINDS];
static int isMeant, kind = -1, at;
static const char *deed, *changed;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *program = getenv("TORTURE_PROGRAM");
  isMeant = program && !strcmp(program, program_invocation_short_name);
  if (!isMeant) return;
  deed = getenv("TORTURE_DO");
  changed = getenv("TORTURE_FILE");
  const char *word = getenv("TORTURE_KIND"), *number = getenv("TORTURE_AT");
  at = number ? atoi(number) : 0;
  for (int each = 0; word && each < KINDS; each++)
    if (!strcmp(word, names[each])) kind = each;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("TORTURE_COUNT");
  if (!isMeant || !path) return;
  int file = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND, 0666);
  for (int each = 0; each < KINDS; each++)
    dprintf(file, "%s %s %d\n", program_invocation_short_name, names[each], counts[each]);
}

static void change(void) {
  struct stat info;
  if (!strcmp(deed, "cut")) {
    if (!stat(changed, &info)) (void)!truncate(changed, info.st_size / 2);
    return;
  }
  if (!strcmp(deed, "replace")) {
    char other[4096];
    snprintf(other, sizeof other, "%s.other", changed);
    REAL(rename)(other, changed);
    return;
  }
  int isAppended = !strcmp(deed, "append");
  int file = REAL(open)(changed, O_WRONLY | (isAppended ? O_APPEND : 0));
  if (!isAppended && !fstat(file, &info)) lseek(file, info.st_size / 2, SEEK_SET);
  (void)!REAL(write)(file, "z,2024-05-01,No\n", 16);
  REAL(close)(file);
}

// Whether the call is to go on; if not, errno says why.
static int meet(int each) {
  if (!isMeant) return 1;
  int number = atomic_fetch_add(&counts[each], 1) + 1;
  if (each != kind || number != at || !deed) return 1;
  if (!strcmp(deed, "kill")) kill(0, SIGKILL);
  if (changed) {
    change();
    return 1;
  }
  if (!strcmp(deed, "short")) return 2;
  errno = atoi(deed);
  return 0;
}

static int isWritable(int file) {
  int saved = errno, flags = fcntl(file, F_GETFL);
  errno = saved;
  return file > 2 && flags != -1 && (flags & O_ACCMODE) != O_RDONLY;
}

ssize_t write(int file, const void *bytes, size_t count) {
  int answer = isWritable(file) ? meet(WRITE) : 1;
  if (!answer) return -1;
  return REAL(write)(file, bytes, answer == 2 ? (count + 1) / 2 : count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
  if (!isWritable(file) && !meet(READ)) return -1;
  return REAL(pread)(file, bytes, count, offset);
}

ssize_t pread64(int file, void *bytes, size_t count, off_t offset) {
  return pread(file, bytes, count, offset);
}

int fsync(int file) { return meet(FSYNC) ? REAL(fsync)(file) : -1; }

int close(int file) {
  // The descriptor is gone whatever the call says, as with the kernel's.
  int answer = isWritable(file) ? meet(CLOSE) : 1, saved = errno, status = REAL(close)(file);
  if (answer) return status;
  errno = saved;
  return -1;
}

int rename(const char *old, const char *new) { return meet(RENAME) ? REAL(rename)(old, new) : -1; }

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  if (flags && getenv("TORTURE_NO_EXCHANGE")) {
    errno = EINVAL;
    return -1;
  }
  return meet(RENAME) ? REAL(renameat2)(from, old, to, new, flags) : -1;
}

int unlink(const char *path) { return meet(UNLINK) ? REAL(unlink)(path) : -1; }

int rmdir(const char *path) { return meet(UNLINK) ? REAL(rmdir)(path) : -1; }

int mkdir(const char *path, mode_t mode) { return meet(MKDIR) ? REAL(mkdir)(path, mode) : -1; }

static int opened(const char *path, int flags, mode_t mode, const char *name) {
  if ((flags & O_ACCMODE) != O_RDONLY && !meet(OPEN)) return -1;
  return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name))(path, flags, mode);
}

#define OPENED(name)                              \
  int name(const char *path, int flags, ...) {    \
    va_list rest;                                 \
    va_start(rest, flags);                        \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                 \
    return opened(path, flags, mode, #name);      \
  }
OPENED(open)
OPENED(open64)

int flock(int file, int operation) {
  const char *how = getenv("TORTURE_NO_LOCKS");
  if (!how) return REAL(flock)(file, operation);
  if (!strcmp(how, "granted")) return 0;
  errno = ENOLCK;
  return -1;
}
