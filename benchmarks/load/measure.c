/* Clocks, the processor time and memory of the servers under load, and quantiles. */
#define _GNU_SOURCE
#include "load.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds_of(clockid_t clock) {
    struct timespec at;
    if (clock_gettime(clock, &at) < 0) return 0;
    return at.tv_sec + at.tv_nsec * 1e-9;
}

double now(void) { return seconds_of(CLOCK_MONOTONIC); }

double own_cpu_seconds(void) { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

double cpu_seconds(pid_t of) {
    clockid_t clock;
    return clock_getcpuclockid(of, &clock) == 0 ? seconds_of(clock) : 0;
}

double watched_cpu_seconds(void) {
    double all = 0;
    for (int i = 0; i < orders.watched; i++) all += cpu_seconds(orders.watch[i]);
    return all;
}

static long memory_kb(pid_t of) {
    char name[64], line[256];
    long found = 0;
    snprintf(name, sizeof name, "/proc/%d/status", (int)of);
    FILE *file = fopen(name, "r");
    if (!file) return 0;
    while (fgets(line, sizeof line, file))
        if (!strncmp(line, "VmRSS:", 6)) found = atol(line + 6);
    fclose(file);
    return found;
}

long watched_memory_kb(void) {
    long all = 0;
    for (int i = 0; i < orders.watched; i++) all += memory_kb(orders.watch[i]);
    return all;
}

static int by_size(const void *one, const void *other) {
    double a = *(const double *)one, b = *(const double *)other;
    return (a > b) - (a < b);
}

/* Sorts the waits; the smallest that `share` of them do not exceed, in milliseconds, or -1 where there are none. */
double quantile_ms(struct tally *of, double share) {
    if (!of->waited) return -1;
    qsort(of->waits, of->waited, sizeof *of->waits, by_size);
    long rank = (long)ceil(share * of->waited);
    return of->waits[rank > 0 ? rank - 1 : 0] * 1000;
}
