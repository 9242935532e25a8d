/* The load generator: people on websockets who send commands and note when the last screen has each. Linux only. */
#ifndef LOAD_H
#define LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { MOST_WATCHED = 16, COMMAND_BYTES = 4096 };

/* How far a person has come. */
enum stage { AWAY, CONNECTING, SHAKING_HANDS, OPENING, READY };

struct buffer {
    char *bytes;
    size_t used, room;
};

struct person {
    enum stage stage;
    int socket, port, meeting;
    char *room, *path, *cookie;
    struct buffer in, out;
};

/* One command on its way to every screen. */
struct command {
    double sent;
    int meeting, heard, counted_in;
    bool answered;
};

/* What the orders on standard input say. The first `people` send and hear commands; the others up to `everybody` only
 * have a line open. */
struct orders {
    int people, everybody, meetings, window, hearers, watched, joins;
    double rate, seconds, warm, drain;
    bool answers;
    char *join, *command, *ready, *delivery;
    pid_t watch[MOST_WATCHED];
    struct person *person;
};

/* What is counted while a phase is measured. */
struct tally {
    long finished, deliveries, frames, bytes;
    double *waits;
    long waited;
};

extern struct orders orders;

/* orders.c */
void read_orders(void);

/* lines.c */
void lines_begin(void);
void line_open(struct person *who);
void line_say(struct person *who, const char *text, size_t size);
void lines_wait(int milliseconds);
void add_bytes(struct buffer *to, const void *bytes, size_t size);

/* talk.c: `hear` takes one text frame, which ends with a NUL. */
extern long errors, commands_out, ready_people;
extern struct tally tally;
void talk_begin(void);
void hear(struct person *who, char *text, size_t size);
void send_command(int meeting, double at);
void measure(int phase);
void keep_going(bool closed_loop);
long lost_commands(void);

/* measure.c */
double now(void);
double cpu_seconds(pid_t of);
double own_cpu_seconds(void);
double watched_cpu_seconds(void);
long watched_memory_kb(void);
double quantile_ms(struct tally *of, double share);

/* Ends the program with a sentence. */
void give_up(const char *why) __attribute__((noreturn));

#endif
