/* Everybody joins; then commands at a fixed pace, which tells how long they take; then as many as the server takes. */
#define _GNU_SOURCE
#include "load.h"

#include <stdio.h>
#include <stdlib.h>

enum { PACED = 1, FLAT_OUT = 2, JOIN_SECONDS = 180 };

void give_up(const char *why) {
    fprintf(stderr, "load: %s\n", why);
    exit(2);
}

static void wait_quietly(double seconds) {
    for (double end = now() + seconds; now() < end;) lines_wait(5);
}

/* People up to `count` join, a few at a time: a server can't be blamed for a queue that nobody would make. */
static void everybody_joins(int count) {
    static int opened;
    double end = now() + JOIN_SECONDS;
    while (ready_people < count) {
        while (opened < count && opened - ready_people < orders.joins) line_open(&orders.person[opened++]);
        lines_wait(20);
        if (now() > end) give_up("not everybody could join in time");
    }
}

static void drain(void) {
    for (double end = now() + orders.drain; commands_out > 0 && now() < end;) lines_wait(10);
    wait_quietly(0.1); /* the last answers */
}

struct used {
    double wall, servers, own;
};

static struct used used_so_far(void) { return (struct used){now(), watched_cpu_seconds(), own_cpu_seconds()}; }

static struct used since(struct used before) {
    struct used after = used_so_far();
    return (struct used){after.wall - before.wall, after.servers - before.servers, after.own - before.own};
}

/* Meeting after meeting, each command at its time whatever became of the last; a wait counts from that time. */
static void at_a_pace(double seconds) {
    static int turn;
    double next = now(), end = next + seconds;
    while (next < end) {
        for (; next <= now(); next += 1 / orders.rate) send_command(turn++ % orders.meetings, next);
        double left = (next - now()) * 1000;
        lines_wait(left > 1 ? (int)left : 0);
    }
}

static void print_used(const char *name, struct used it) {
    printf("\"%s_server_cpu\":%.3f,\"%s_own_cpu\":%.3f,", name, it.servers / it.wall, name, it.own / it.wall);
}

static void paced(void) {
    at_a_pace(orders.warm / 2);
    measure(PACED);
    struct used begin = used_so_far();
    at_a_pace(orders.seconds);
    struct used it = since(begin);
    drain();
    printf("\"paced_sent_per_s\":%.1f,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%.3f,\"max_ms\":%.3f,", orders.rate,
           quantile_ms(&tally, .5), quantile_ms(&tally, .95), quantile_ms(&tally, .99), quantile_ms(&tally, 1));
    print_used("paced", it);
    measure(0);
}

/* So many commands are always on the way in each meeting. */
static void flat_out(void) {
    keep_going(true);
    for (int meeting = 0; meeting < orders.meetings; meeting++)
        for (int i = 0; i < orders.window; i++) send_command(meeting, now());
    wait_quietly(orders.warm);
    measure(FLAT_OUT);
    struct used begin = used_so_far();
    wait_quietly(orders.seconds);
    struct used it = since(begin);
    struct tally found = tally;
    keep_going(false);
    measure(0);
    drain();
    printf("\"commands_per_s\":%.1f,\"deliveries_per_s\":%.1f,\"bytes_per_frame\":%.0f,\"cpu_us_per_delivery\":%.3f,",
           found.finished / it.wall, found.deliveries / it.wall, found.frames ? (double)found.bytes / found.frames : 0,
           found.deliveries ? it.servers * 1e6 / found.deliveries : 0);
    print_used("flat_out", it);
}

int main(void) {
    read_orders();
    lines_begin();
    talk_begin();
    everybody_joins(1); /* what a server loads for the first who comes is not a connection's memory */
    wait_quietly(0.3);
    long memory = watched_memory_kb();
    double began = now();
    everybody_joins(orders.everybody);
    double took = now() - began;
    wait_quietly(0.5);
    int joined = orders.everybody > 1 ? orders.everybody - 1 : 1;
    printf("{\"people\":%d,\"joins_per_s\":%.1f,\"rss_kb_per_connection\":%.1f,", orders.everybody, joined / took,
           (double)(watched_memory_kb() - memory) / joined);
    paced();
    flat_out();
    printf("\"rss_mb\":%.1f,\"lost\":%ld,\"errors\":%ld}\n", watched_memory_kb() / 1024.0, lost_commands(), errors);
    return 0;
}
