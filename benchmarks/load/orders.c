/* Reads the orders: one on each line of standard input, a word and what follows it. README.md lists them. */
#define _GNU_SOURCE
#include "load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct orders orders = {
    .meetings = 1, .window = 1, .rate = 10, .seconds = 3, .warm = 1, .drain = 10, .joins = 1, .answers = true,
};

/* `person PORT MEETING ROOM PATH COOKIE`; the cookie may hold blanks. Meeting -1 is one the commands are not about. */
static void add_person(char *rest) {
    struct person who = {.stage = AWAY};
    int begin = 0;
    orders.person = realloc(orders.person, (orders.everybody + 1) * sizeof who);
    if (sscanf(rest, "%d %d %ms %ms %n", &who.port, &who.meeting, &who.room, &who.path, &begin) != 4)
        give_up("a person is not whole");
    who.cookie = strdup(rest + begin);
    if (who.meeting >= 0 && orders.people++ != orders.everybody) give_up("those who only look on come last");
    orders.person[orders.everybody++] = who;
}

static void take_order(const char *word, char *rest) {
    if (!strcmp(word, "person")) add_person(rest);
    else if (!strcmp(word, "meetings")) orders.meetings = atoi(rest);
    else if (!strcmp(word, "window")) orders.window = atoi(rest);
    else if (!strcmp(word, "joins")) orders.joins = atoi(rest);
    else if (!strcmp(word, "hearers")) orders.hearers = atoi(rest);
    else if (!strcmp(word, "rate")) orders.rate = atof(rest);
    else if (!strcmp(word, "seconds")) orders.seconds = atof(rest);
    else if (!strcmp(word, "warm")) orders.warm = atof(rest);
    else if (!strcmp(word, "drain")) orders.drain = atof(rest);
    else if (!strcmp(word, "answers")) orders.answers = atoi(rest);
    else if (!strcmp(word, "join")) orders.join = strdup(rest);
    else if (!strcmp(word, "command")) orders.command = strdup(rest);
    else if (!strcmp(word, "ready")) orders.ready = strdup(rest);
    else if (!strcmp(word, "delivery")) orders.delivery = strdup(rest);
    else if (!strcmp(word, "watch") && orders.watched < MOST_WATCHED) orders.watch[orders.watched++] = atoi(rest);
    else give_up("there is no such order");
}

void read_orders(void) {
    char *line = NULL;
    size_t room = 0;
    while (getline(&line, &room, stdin) > 0) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line + strcspn(line, " ");
        if (*rest) *rest++ = 0;
        take_order(line, rest);
    }
    free(line);
    if (!orders.join) orders.join = strdup("");
    if (!orders.command || !orders.ready || !orders.delivery) give_up("command, ready and delivery are needed");
    if (orders.people == 0 || orders.people % orders.meetings) give_up("people must be a multiple of meetings");
    if (orders.seconds > 120 || orders.rate <= 0) give_up("at most 120 seconds, and a rate above nought");
}
