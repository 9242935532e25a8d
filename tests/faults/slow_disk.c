/* A disk that takes its time: preloaded, every wait for it lasts SLOW_MS milliseconds longer. */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void take_time(void) {
    const char *asked = getenv("SLOW_MS");
    usleep((asked ? atoi(asked) : 0) * 1000);
}

int fsync(int file) {
    take_time();
    return syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    take_time();
    return syscall(SYS_fdatasync, file);
}
