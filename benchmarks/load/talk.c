/* Engine.IO 4 and Socket.IO 5 as far as a board needs them; which command has reached how many screens. */
#define _GNU_SOURCE
#include "load.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COMMANDS = 2000000, FIRST_ANSWER = 1000 };

/* The middle of the UUIDs we make: an item's can be told from any other, and its last part is the command's number. */
static const char ITEM_MARK[] = "-4c0b-9a5d-", COMMAND_MARK[] = "-4c0c-8a5d-";

long errors, commands_out, ready_people;
struct tally tally;
static struct command *commands;
static long commands_made;
static int *next_of_meeting, measured_phase;
static bool going_on;

void talk_begin(void) {
    commands = calloc(MOST_COMMANDS, sizeof *commands);
    tally.waits = calloc(MOST_COMMANDS, sizeof *tally.waits);
    next_of_meeting = calloc(orders.meetings, sizeof *next_of_meeting);
    if (!commands || !tally.waits || !next_of_meeting) give_up("out of memory");
}

void measure(int phase) {
    double *waits = tally.waits;
    measured_phase = phase;
    if (!phase) return;
    tally = (struct tally){.waits = waits};
}

void keep_going(bool closed_loop) { going_on = closed_loop; }

long lost_commands(void) {
    long lost = 0;
    for (long i = 0; i < commands_made; i++)
        if (commands[i].heard < orders.hearers || (orders.answers && !commands[i].answered)) lost++;
    return lost;
}

/* Fills %C (a command's id), %I (the item's) and %M (the meeting's room) into a text; how long it is. */
static size_t fill(char *to, const char *text, const char *room, long number) {
    static uint64_t dice = 88172645463325252u;
    size_t size = 0;
    for (; *text; text++) {
        char kind = text[0] == '%' ? text[1] : 0;
        if (size > COMMAND_BYTES - 128) give_up("a command is too long");
        if (kind == 'M') {
            size += sprintf(to + size, "%s", room);
        } else if (kind == 'C' || kind == 'I') {
            dice ^= dice << 13, dice ^= dice >> 7, dice ^= dice << 17; /* xorshift: ids come in no order, as real ones */
            uint64_t begin = dice >> 16;
            size += sprintf(to + size, "%08" PRIx64 "-%04" PRIx64 "%s%012lx", begin >> 16, begin & 0xffff,
                            kind == 'I' ? ITEM_MARK : COMMAND_MARK, number);
        } else {
            to[size++] = *text;
            continue;
        }
        text++;
    }
    to[size] = 0;
    return size;
}

/* The people of a meeting send by turns, so that nobody has two commands on the way unless there are more than people. */
void send_command(int meeting, double at) {
    char text[COMMAND_BYTES];
    int each = orders.people / orders.meetings, turn = next_of_meeting[meeting]++ % each;
    if (commands_made == MOST_COMMANDS) give_up("too many commands");
    long number = commands_made++;
    commands[number] = (struct command){.sent = at, .meeting = meeting, .counted_in = measured_phase};
    int size = orders.answers ? sprintf(text, "42%ld", number + FIRST_ANSWER) : sprintf(text, "42");
    struct person *who = &orders.person[meeting * each + turn];
    size += fill(text + size, orders.command, who->room, number);
    commands_out++;
    line_say(who, text, size);
}

static void join(struct person *who) {
    char text[COMMAND_BYTES];
    if (*orders.join) line_say(who, text, fill(text, orders.join, who->room, 0));
}

/* One more screen has a command; when all have it, and we go on without pause, the next follows. */
static void delivered(long number) {
    if (number < 0 || number >= commands_made) return;
    struct command *one = &commands[number];
    if (measured_phase) tally.deliveries++;
    if (++one->heard != orders.hearers) return;
    commands_out--;
    if (measured_phase) tally.finished++;
    if (one->counted_in && one->counted_in == measured_phase) tally.waits[tally.waited++] = now() - one->sent;
    if (going_on) send_command(one->meeting, now());
}

static void answered(char *text) {
    long number = atol(text + 2) - FIRST_ANSWER;
    if (number < 0 || number >= commands_made) return;
    commands[number].answered = true;
    if (strstr(text, "\"ok\":false") && ++errors == 1) fprintf(stderr, "Refused: %.300s\n", text);
}

static bool begins(const char *text, const char *with) { return !strncmp(text, with, strlen(with)); }

void hear(struct person *who, char *text, size_t size) {
    if (measured_phase) tally.frames++, tally.bytes += size;
    if (who->stage == READY && begins(text, orders.delivery)) {
        char *mark = memmem(text, size, ITEM_MARK, sizeof ITEM_MARK - 1);
        if (mark) delivered(strtol(mark + sizeof ITEM_MARK - 1, NULL, 16));
    } else if (!strcmp(text, "2")) {
        line_say(who, "3", 1);
    } else if (text[0] == '0') {
        line_say(who, "40", 2);
    } else if (begins(text, "40")) {
        join(who);
    } else if (begins(text, "44")) {
        give_up(text);
    } else if (who->stage == OPENING && begins(text, orders.ready)) { /* the board's snapshot may come before the 40 */
        who->stage = READY;
        ready_people++;
    } else if (begins(text, "43")) {
        answered(text);
    }
}
