/*
 * What travels between the server and this page, for tsc alone: nothing here runs.
 * Made by tools/protocol.py from the code: run it instead of changing this file. In words: docs/protocol.md.
 */

/**
 * @typedef {@@codes@@} RefusalCode
 */

/**
 * A sentence with what varies in it apart: %(name)s in the text for each of the values.
 *
 * @typedef {Object} Says
 * @property {string} text
 * @property {Record<string, string | number>} values
 */

/**
 * A refusal. `message` is a sentence for the person, in English.
 *
 * @typedef {Object} Refusal
 * @property {RefusalCode} code
 * @property {string} message
 * @property {Says} [says] the same sentence, where something varies in it
 * @property {Record<string, any>} [fields] what is wrong where: sentences by field, or by closing check
 * @property {string} [text] with `changed`: what the point says now
 * @property {number} [version] with `changed`: its version now
 * @property {number} [wait_ms] with `too_fast`: how long to wait
 */

/**
 * A command was granted: the audience and number of the first event it led to.
 *
 * @typedef {Object} Granted
 * @property {true} ok
 * @property {AudienceName} audience
 * @property {number} n
 */

/**
 * A command was refused.
 *
 * @typedef {Object} NotGranted
 * @property {false} ok
 * @property {Refusal} error
 */

/**
 * What acknowledges a command.
 *
 * @typedef {Granted | NotGranted} Answer
 */

/**
 * What goes up as `command`.
 *
 * @template {keyof Commands} [N=keyof Commands]
 * @typedef {Object} Command
 * @property {string} id a UUID in lower case
 * @property {N} name
 * @property {Commands[N]} data
 */

/**
 * An audience as its member hears it named.
 *
 * @typedef {"everyone" | "professionals" | "chairs_desk" | "own"} AudienceName
 */

/**
 * How one board changed by one event.
 *
 * @typedef {Object} Patch
 * @property {AudienceName} audience
 * @property {number} n
 * @property {Things} put whole things by kind and id
 * @property {{[kind in keyof ThingKinds]?: string[]}} gone ids by kind
 */

/**
 * What one audience has been told.
 *
 * @typedef {Object} Board
 * @property {number} n the number of its last event
 * @property {Things} things
 */

/**
 * Who this browser is, once let in.
 *
 * @typedef {Object} You
 * @property {string} attendee
 * @property {string} person
 * @property {string} name
 * @property {string} role
 * @property {string} role_label
 * @property {Role["side"]} side
 * @property {Role["screen"]} screen
 * @property {Role["powers"]} powers
 * @property {AudienceName[]} audiences
 * @property {string} device
 * @property {boolean} stands_in whether I may take over where nobody steers
 */

/**
 * Who this browser is, while it waits to be let in.
 *
 * @typedef {Object} YouWaiting
 * @property {string} name
 * @property {string} role_label
 * @property {boolean} [stands_in] whether I signed in and may take over from the door where nobody steers
 * @property {string} word tells this device from another of the same person
 */

/**
 * Everything, for one who is in.
 *
 * @typedef {Object} SnapshotIn
 * @property {string} release
 * @property {"in"} state
 * @property {number} time milliseconds since 1970, from the server's clock
 * @property {You} you
 * @property {Template} template
 * @property {{[audience in AudienceName]?: Board}} boards
 * @property {Gap[]} [gaps] for those who hold the chair's desk
 * @property {DueDate[]} [dates] for those who hold the chair's desk
 */

/**
 * A family's slot in a sitting, for one who waits at its door. `children`: their names, for those who signed in; nobody's
 * for a link.
 *
 * @typedef {Slot & {children: string[]}} SlotWaitedFor
 */

/**
 * What one in the lobby is told who may prepare, before the meeting.
 *
 * @typedef {Object} SnapshotPreparing
 * @property {string} release
 * @property {"preparing"} state
 * @property {number} time milliseconds since 1970, from the server's clock
 * @property {You & {word: string}} you
 * @property {Template} template
 * @property {{[audience in AudienceName]?: Board}} boards your own alone
 * @property {SlotWaitedFor | null} slot
 * @property {SeenBy} seen_by
 * @property {undefined} [gaps]
 * @property {undefined} [dates]
 */

/**
 * What one in the lobby is told.
 *
 * @typedef {Object} SnapshotWaiting
 * @property {string} release
 * @property {"waiting"} state
 * @property {number} time milliseconds since 1970, from the server's clock
 * @property {YouWaiting} you
 * @property {null} template
 * @property {{[audience in AudienceName]?: Board}} boards empty
 * @property {SlotWaitedFor | null} slot
 * @property {SeenBy} seen_by
 * @property {undefined} [gaps]
 * @property {undefined} [dates]
 */

/** @typedef {SnapshotIn | SnapshotPreparing | SnapshotWaiting} Snapshot */

/**
 * What goes up as `presence`: the column this person is writing in, or null.
 *
 * @typedef {Object} Writing
 * @property {string | null} writing
 */

/**
 * What comes down as `presence`.
 *
 * @typedef {Object} Presence
 * @property {string[]} here attendee ids
 * @property {{attendee: string, column: string}[]} writing
 * @property {string | null} [gone] whoever has the chair's controls, once they have been without a connection for a while
 * @property {Gap[]} [gaps] for those who hold the chair's desk
 * @property {string[]} [door] for those who hold the chair's desk: ids of the devices that wait and are connected
 */

/**
 * What comes down as `door` to those who wait: who sees that they do, or would if they were connected.
 *
 * @typedef {Object} SeenBy
 * @property {string} name
 * @property {boolean} sees whether they are connected
 */

/**
 * The last thing a connection hears.
 *
 * @typedef {Object} Goodbye
 * @property {"removed" | "not_admitted" | "left" | "ended" | "cancelled" | "signed_out" | "screen_off" | "next_family" | "no_device" | "restarting"} reason
 */

@@typedefs@@

export {};
