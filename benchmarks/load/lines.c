/* Sockets and websocket frames. Nobody waits: what can't be sent yet is kept, what is not whole yet too. */
#define _GNU_SOURCE
#include "load.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static int poll_set;

void lines_begin(void) {
    poll_set = epoll_create1(0);
    if (poll_set < 0) give_up("epoll is not to be had");
}

static void wait_for(struct person *who, int how, bool also_to_write) {
    struct epoll_event wanted = {.events = EPOLLIN | (also_to_write ? EPOLLOUT : 0), .data.ptr = who};
    epoll_ctl(poll_set, how, who->socket, &wanted);
}

void add_bytes(struct buffer *to, const void *bytes, size_t size) {
    if (to->used + size > to->room) {
        to->room = (to->used + size) * 2;
        to->bytes = realloc(to->bytes, to->room);
        if (!to->bytes) give_up("out of memory");
    }
    memcpy(to->bytes + to->used, bytes, size);
    to->used += size;
}

static void take_away(struct buffer *from, size_t size) {
    memmove(from->bytes, from->bytes + size, from->used - size);
    from->used -= size;
}

static void hang_up(struct person *who) {
    epoll_ctl(poll_set, EPOLL_CTL_DEL, who->socket, NULL);
    close(who->socket);
    if (who->stage == READY) ready_people--;
    who->stage = AWAY;
    who->out.used = 0;
    if (++errors == 1) fprintf(stderr, "The server ended a line.\n");
}

/* Sends what it can of `out`; the rest goes when the socket takes it. */
static void push(struct person *who) {
    ssize_t sent = send(who->socket, who->out.bytes, who->out.used, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) {
        hang_up(who);
        return;
    }
    if (sent > 0) take_away(&who->out, sent);
    wait_for(who, EPOLL_CTL_MOD, who->out.used > 0);
}

static void say_bytes(struct person *who, const char *bytes, size_t size) {
    if (who->stage == AWAY) return;
    if (!who->out.used) {
        ssize_t sent = send(who->socket, bytes, size, MSG_NOSIGNAL);
        if (sent == (ssize_t)size) return;
        if (sent > 0) bytes += sent, size -= sent;
    }
    add_bytes(&who->out, bytes, size);
    push(who);
}

/* One text frame, under a mask of noughts: the server has the same work with it as with any other. */
void line_say(struct person *who, const char *text, size_t size) {
    char frame[COMMAND_BYTES + 16] = {(char)0x81};
    size_t head = 2;
    if (size > COMMAND_BYTES) give_up("a command is too long");
    if (size < 126) {
        frame[1] = (char)(0x80 | size);
    } else {
        frame[1] = (char)(0x80 | 126);
        frame[2] = (char)(size >> 8);
        frame[3] = (char)size;
        head = 4;
    }
    memcpy(frame + head + 4, text, size);
    say_bytes(who, frame, head + 4 + size);
}

void line_open(struct person *who) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(who->port)};
    int on = 1;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    who->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (who->socket < 0) give_up("no more sockets: raise the limit of open files (ulimit -n)");
    setsockopt(who->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(who->socket, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) give_up("no server there");
    who->stage = CONNECTING;
    wait_for(who, EPOLL_CTL_ADD, true);
}

static void shake_hands(struct person *who) {
    char text[2048];
    int size = snprintf(text, sizeof text,
                        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\nCookie: %s\r\n"
                        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                        who->path, who->port, who->port, who->cookie);
    who->stage = SHAKING_HANDS;
    wait_for(who, EPOLL_CTL_MOD, false);
    say_bytes(who, text, size);
}

/* The bytes of the answer to the handshake; 0 while it is not whole. */
static size_t handshake_size(struct person *who) {
    char *end = memmem(who->in.bytes, who->in.used, "\r\n\r\n", 4);
    if (!end) return 0;
    if (who->in.used < 12 || memcmp(who->in.bytes, "HTTP/1.1 101", 12)) {
        fprintf(stderr, "%.*s\n", (int)who->in.used, who->in.bytes);
        give_up("the server refused a websocket");
    }
    return end + 4 - who->in.bytes;
}

/* Takes one frame from `bytes`: how long it is, or 0 while it is not whole. */
static size_t take_frame(struct person *who, char *bytes, size_t there) {
    uint8_t *head = (uint8_t *)bytes;
    size_t begin = 2, size;
    if (there < 2) return 0;
    size = head[1] & 127;
    if (size == 126) {
        begin = 4;
        if (there < begin) return 0;
        size = head[2] << 8 | head[3];
    } else if (size == 127) {
        begin = 10;
        if (there < begin) return 0;
        size = 0;
        for (int i = 2; i < 10; i++) size = size << 8 | head[i];
    }
    if (there < begin + size) return 0;
    if ((head[0] & 15) == 1) {
        char *text = bytes + begin, kept = text[size];
        text[size] = 0;
        hear(who, text, size);
        text[size] = kept;
    }
    return begin + size;
}

static void take_in(struct person *who) {
    static char bytes[1 << 18];
    ssize_t came = recv(who->socket, bytes, sizeof bytes, 0);
    if (came < 0 && errno == EAGAIN) return;
    if (came <= 0) {
        hang_up(who);
        return;
    }
    add_bytes(&who->in, bytes, came);
    add_bytes(&who->in, "", 1); /* room for the NUL behind the last frame */
    who->in.used--;
    size_t at = 0, size;
    if (who->stage == SHAKING_HANDS && (at = handshake_size(who)) > 0) who->stage = OPENING;
    if (who->stage > SHAKING_HANDS)
        while ((size = take_frame(who, who->in.bytes + at, who->in.used - at)) > 0) at += size;
    take_away(&who->in, at);
}

void lines_wait(int milliseconds) {
    struct epoll_event came[256];
    int count = epoll_wait(poll_set, came, 256, milliseconds);
    for (int i = 0; i < count; i++) {
        struct person *who = came[i].data.ptr;
        if (who->stage == CONNECTING && came[i].events & EPOLLOUT) shake_hands(who);
        else if (who->stage > CONNECTING && who->out.used && came[i].events & EPOLLOUT) push(who);
        if (who->stage != AWAY && came[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) take_in(who);
    }
}
