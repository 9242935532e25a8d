/*
 * What travels between the server and this page, for tsc alone: nothing here runs.
 * Made by tools/protocol.py from the code: run it instead of changing this file. In words: docs/protocol.md.
 */

/**
 * @typedef {"already_shown" | "bad_data" | "blocked" | "both_ends" | "changed" | "ended" | "exact_words" | "has_owner" | "held" | "how_obtained" | "id_spent" | "id_taken" | "malformed" | "may_not" | "may_not_detail" | "may_not_place" | "may_not_type_for" | "not_an_action_column" | "not_asked" | "not_confirmed" | "not_found" | "not_here" | "not_saved" | "not_shown" | "not_the_owner" | "not_yours" | "not_yourself" | "own_point" | "reason_missing" | "say_better" | "shown" | "taken_back" | "too_fast" | "unknown_audience" | "unknown_category" | "unknown_child" | "unknown_column" | "unknown_command" | "unknown_scale" | "value_missing" | "wrong_state"} RefusalCode
 */

/**
 * A refusal. `message` is a sentence for the person.
 *
 * @typedef {Object} Refusal
 * @property {RefusalCode} code
 * @property {string} message
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
 */

/**
 * Who this browser is, while it waits to be let in.
 *
 * @typedef {Object} YouWaiting
 * @property {string} name
 * @property {string} role_label
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
 * @property {undefined} [gaps]
 */

/** @typedef {SnapshotIn | SnapshotWaiting} Snapshot */

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
 * @property {Gap[]} [gaps] for those who hold the chair's desk
 */

/**
 * The last thing a connection hears.
 *
 * @typedef {Object} Goodbye
 * @property {"removed" | "not_admitted" | "left" | "ended" | "restarting"} reason
 */

/**
 * Each command's data by its name on the wire.
 *
 * @typedef {Object} Commands
 * @property {LetIn} let_in
 * @property {TurnAway} turn_away
 * @property {RemoveAttendee} remove_attendee
 * @property {Leave} leave
 * @property {AddPerson} add_person
 * @property {AddItem} add_item
 * @property {ChangeItem} change_item
 * @property {MoveItem} move_item
 * @property {TakeBackItem} take_back_item
 * @property {ReleaseItem} release_item
 * @property {AgreeItem} agree_item
 * @property {SeeDifferently} see_differently
 * @property {TakeBackView} take_back_view
 * @property {ConfirmWords} confirm_words
 * @property {SetAction} set_action
 * @property {AcceptAction} accept_action
 * @property {AskNumbers} ask_numbers
 * @property {SaveNumber} save_number
 * @property {ShowNumbers} show_numbers
 * @property {HideNumbers} hide_numbers
 * @property {ReleaseNumber} release_number
 * @property {AgreeNumber} agree_number
 * @property {SetRating} set_rating
 * @property {ShowRating} show_rating
 * @property {RateDifferently} rate_differently
 * @property {OpenMeeting} open_meeting
 * @property {EndMeeting} end_meeting
 * @property {FinishMeeting} finish_meeting
 * @property {AddAddendum} add_addendum
 */

/**
 * The type of each kind of thing.
 *
 * @typedef {Object} ThingKinds
 * @property {MeetingFacts} meeting
 * @property {Person} people
 * @property {Attendee} attendees
 * @property {Device} devices
 * @property {Removal} removals
 * @property {Item} items
 * @property {View} views
 * @property {Round} rounds
 * @property {SealedNumber} sealed
 * @property {Number} numbers
 * @property {HeldNumber} held_numbers
 * @property {LowNumber} low_numbers
 * @property {Agreed} agreed
 * @property {Rating} ratings
 * @property {RatingView} rating_views
 * @property {Addendum} addenda
 * @property {CheckAnswer} check_answers
 */

/**
 * Things by kind and id; a kind without things may be left out.
 *
 * @typedef {Object} Things
 * @property {Record<string, MeetingFacts>} [meeting]
 * @property {Record<string, Person>} [people]
 * @property {Record<string, Attendee>} [attendees]
 * @property {Record<string, Device>} [devices]
 * @property {Record<string, Removal>} [removals]
 * @property {Record<string, Item>} [items]
 * @property {Record<string, View>} [views]
 * @property {Record<string, Round>} [rounds]
 * @property {Record<string, SealedNumber>} [sealed]
 * @property {Record<string, Number>} [numbers]
 * @property {Record<string, HeldNumber>} [held_numbers]
 * @property {Record<string, LowNumber>} [low_numbers]
 * @property {Record<string, Agreed>} [agreed]
 * @property {Record<string, Rating>} [ratings]
 * @property {Record<string, RatingView>} [rating_views]
 * @property {Record<string, Addendum>} [addenda]
 * @property {Record<string, CheckAnswer>} [check_answers]
 */

/**
 * Let a waiting device in; its person joins the meeting if they were not here yet.
 *
 * @typedef {Object} LetIn
 * @property {string} device a UUID in lower case
 */

/**
 * Not this meeting: the waiting device sees a blank page and whom to ring.
 *
 * @typedef {Object} TurnAway
 * @property {string} device a UUID in lower case
 */

/**
 * Remove somebody at once, on all their devices; the reason stays on the chair's desk.
 *
 * @typedef {Object} RemoveAttendee
 * @property {string} attendee a UUID in lower case
 * @property {string} [reason] why, for the chair's desk only
 */

/**
 * Leave on this device. With the last of their devices the person has left the meeting; what they said stays.
 *
 * @typedef {Object} Leave
 */

/**
 * Name somebody who is not at the meeting, so that points and actions can be theirs: a relative, a report-only GP.
 *
 * @typedef {Object} AddPerson
 * @property {string} person a UUID in lower case
 * @property {string} name a name: 1 to 100 characters
 * @property {string} [relationship] a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} [child]
 * @property {string | null} [agency] a key from the meeting template
 */

/**
 * Put a point on the board. Only the text is required; the browser fills in the column it is looking at.
 *
 * @typedef {Object} AddItem
 * @property {string} item a UUID in lower case
 * @property {string} column a key from the meeting template
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string[]} [children] a UUID in lower case
 * @property {string | null} [category] a key from the meeting template
 * @property {string | null} [speaker] a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} [basis]
 * @property {string} [source] a line of at most 300 characters of plain text, which may be empty
 * @property {string} [when] a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} [exact]
 * @property {string | null} [obtained] a key from the meeting template
 * @property {string | null} [answers] the danger this goal answers, or the point this one belongs to
 * @property {string} [audience] a key from the meeting template
 */

/**
 * Put the text of a point right. `version` is the one the person was looking at.
 *
 * @typedef {Object} ChangeItem
 * @property {string} item a UUID in lower case
 * @property {number} version a whole number from 0 up
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 */

/**
 * Move a point to another column, category, child or place; re-filing keeps its history (D6).
 *
 * @typedef {Object} MoveItem
 * @property {string} item a UUID in lower case
 * @property {string} column a key from the meeting template
 * @property {string | null} [category] a key from the meeting template
 * @property {string[]} [children] a UUID in lower case
 * @property {"same" | "first" | "last" | "after"} [place]
 * @property {string | null} [after] a UUID in lower case
 */

/**
 * Take a point back: its text goes from every screen, the log, the record and the exports at once.
 *
 * @typedef {Object} TakeBackItem
 * @property {string} item a UUID in lower case
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Safe to show here: the room sees a child's words, as a new point `shown_as` (D10). The chair's alone.
 *
 * @typedef {Object} ReleaseItem
 * @property {string} item a UUID in lower case
 * @property {string} shown_as a UUID in lower case
 */

/**
 * I agree, or I no longer do. For oneself, or typed for another by those who may. Refused: for one's own point.
 *
 * @typedef {Object} AgreeItem
 * @property {string} item a UUID in lower case
 * @property {boolean} [agrees]
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * I see it differently: the person's own words stand beside the point, in equal size. `view` is the new view's id.
 *
 * @typedef {Object} SeeDifferently
 * @property {string} view a UUID in lower case
 * @property {string} item a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * Take a differing view back: its text goes for good, the mark stays. Its person, typist, chair, minute-taker.
 *
 * @typedef {Object} TakeBackView
 * @property {string} view a UUID in lower case
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Yes, that's it, or Not what I said: by the speaker alone, of words somebody else typed for them (S14).
 *
 * @typedef {Object} ConfirmWords
 * @property {string} item a UUID in lower case
 * @property {boolean} right
 */

/**
 * Give a point an owner, which makes it an action; no owners makes it a plain point again.
 *
 * @typedef {Object} SetAction
 * @property {string} item a UUID in lower case
 * @property {string[]} owners a UUID in lower case
 * @property {string | null} [by] a day, as 2026-03-19
 * @property {string} [measure] how we will know
 * @property {string} [if_not] what happens if it is not done
 * @property {string | null} [answers] a UUID in lower case
 */

/**
 * An owner accepts on their own device, or those who type for others do it for somebody without one.
 *
 * @typedef {Object} AcceptAction
 * @property {string} item a UUID in lower case
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * Ask everyone for their numbers, for one or several children at once. `round` is the new asking's id.
 *
 * @typedef {Object} AskNumbers
 * @property {string} round a UUID in lower case
 * @property {string} scale a key from the meeting template
 * @property {string[]} children a UUID in lower case
 * @property {string | null} [about] a UUID in lower case
 * @property {string} [ten] a line of at most 300 characters of plain text, which may be empty
 * @property {string} [zero] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Save a number in private, with a reason; or "I don't know", or "I'd rather not say".
 *
 * @typedef {Object} SaveNumber
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} [value] a whole number from 0 to 10
 * @property {string} [reason] a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * Show all the numbers of a round, together. Once hidden, shows them again. The chair's alone.
 *
 * @typedef {Object} ShowNumbers
 * @property {string} round a UUID in lower case
 */

/**
 * Take a round's numbers off every screen. They stay in the record. The chair's alone.
 *
 * @typedef {Object} HideNumbers
 * @property {string} round a UUID in lower case
 */

/**
 * Safe to show here, for a child's own number.
 *
 * @typedef {Object} ReleaseNumber
 * @property {string} number round:child:person
 */

/**
 * We agree on..., or We see it differently: set by the chair after asking aloud. The numbers stay (D4).
 *
 * @typedef {Object} AgreeNumber
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {boolean} agrees
 * @property {number | null} [value] a whole number from 0 to 10
 * @property {string} [text] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Rate one child (or the family, where the template rates the family: then no child). `rating` is the new try's id.
 *
 * @typedef {Object} SetRating
 * @property {string} rating a UUID in lower case
 * @property {string | null} child a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} [better] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Show a rating on the shared screens, once it has been said aloud.
 *
 * @typedef {Object} ShowRating
 * @property {string} rating a UUID in lower case
 */

/**
 * I rate it differently: beside a rating that is shown, with name and reason. `view` is the new view's id.
 *
 * @typedef {Object} RateDifferently
 * @property {string} view a UUID in lower case
 * @property {string} rating a UUID in lower case
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {"red" | "amber" | "green" | null} [colour]
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * Start the meeting: points can be added from now on.
 *
 * @typedef {Object} OpenMeeting
 */

/**
 * End the meeting. Checks that block must be put right; each other gap needs a reason.
 *
 * @typedef {Object} EndMeeting
 * @property {Reason[]} [reasons]
 */

/**
 * Finish and lock. `typed` is the word typed to confirm. After it nothing changes but addenda.
 *
 * @typedef {Object} FinishMeeting
 * @property {string} typed a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Add to the locked record: what, whose it is, and why. The record itself never changes.
 *
 * @typedef {Object} AddAddendum
 * @property {string} addendum a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [person] a UUID in lower case
 */

/**
 * A check's key and the chair's reason for going on.
 *
 * @typedef {Object} Reason
 * @property {string} check a key from the meeting template
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What stands at the head of every board and record (D14): where it stands, in what setting, on what occasion.
 *
 * @typedef {Object} MeetingFacts
 * @property {"meeting"} id
 * @property {"prepared" | "open" | "paused" | "ended" | "finished"} state
 * @property {string} occasion a line of at most 300 characters of plain text, which may be empty
 * @property {"room" | "online" | "both"} setting
 * @property {boolean} family_present
 * @property {string} date a day, as 2026-03-19
 * @property {string[]} children a UUID in lower case
 * @property {number | null} opened_at milliseconds since 1970, from the server's clock
 * @property {number | null} ended_at milliseconds since 1970, from the server's clock
 * @property {number | null} finished_at milliseconds since 1970, from the server's clock
 */

/**
 * Anyone spoken of or speaking. `attendee` is set for those invited to the meeting.
 *
 * @typedef {Object} Person
 * @property {string} id a UUID in lower case
 * @property {boolean} child
 * @property {string} name a name: 1 to 100 characters
 * @property {string} relationship a line of at most 300 characters of plain text, which may be empty
 * @property {string} age a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} agency a key from the meeting template
 * @property {string | null} attendee a UUID in lower case
 */

/**
 * A person at this meeting, with the role that decides what they may do and hear.
 *
 * @typedef {Object} Attendee
 * @property {string} id a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {string} role a key from the meeting template
 * @property {string} agency a key from the meeting template
 * @property {"invited" | "here" | "left" | "removed"} attendance
 * @property {number | null} joined_at milliseconds since 1970, from the server's clock
 * @property {number | null} left_at milliseconds since 1970, from the server's clock
 */

/**
 * One browser of one attendee, on the chair's desk. `second` marks that another of theirs is in already.
 *
 * @typedef {Object} Device
 * @property {string} id a UUID in lower case
 * @property {string} attendee a UUID in lower case
 * @property {"waiting" | "in" | "turned_away" | "gone"} state
 * @property {"phone" | "computer"} looks_like
 * @property {boolean} second
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * Why somebody was removed, for the chair's desk.
 *
 * @typedef {Object} Removal
 * @property {string} id a UUID in lower case
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {string} by a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * One point.
 *
 * @typedef {Object} Item
 * @property {string} id a UUID in lower case
 * @property {string} column a key from the meeting template
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children a UUID in lower case
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {string} speaker a UUID in lower case
 * @property {string} recorded_by a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} basis
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {string} when a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} exact
 * @property {string | null} obtained a key from the meeting template
 * @property {number[]} order sorts points in a column: compare as lists of whole numbers, a shorter one first
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} version a whole number from 0 up
 * @property {"none" | "waiting" | "yes" | "no"} confirmed
 * @property {string | null} changed_by a UUID in lower case
 * @property {number | null} changed_at milliseconds since 1970, from the server's clock
 * @property {string[]} agreed_by a UUID in lower case
 * @property {Refiled[]} refiled
 * @property {string | null} answers a UUID in lower case
 * @property {Action | null} action
 * @property {boolean} held
 * @property {string | null} shown_as a UUID in lower case
 * @property {TakenBack | null} taken_back
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * How somebody sees a point differently. `person` is whose view it is, `recorded_by` the attendee who typed it.
 *
 * @typedef {Object} View
 * @property {string} id a UUID in lower case
 * @property {string} item a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {string} recorded_by a UUID in lower case
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 */

/**
 * One asking for numbers, for one or several children. `answered` says who, never what.
 *
 * @typedef {Object} Round
 * @property {string} id a UUID in lower case
 * @property {string} scale a key from the meeting template
 * @property {string[]} children a UUID in lower case
 * @property {string | null} about a UUID in lower case
 * @property {string} ten a line of at most 300 characters of plain text, which may be empty
 * @property {string} zero a line of at most 300 characters of plain text, which may be empty
 * @property {"asked" | "shown" | "hidden"} state
 * @property {number} asked_at milliseconds since 1970, from the server's clock
 * @property {number | null} shown_at milliseconds since 1970, from the server's clock
 * @property {string[]} answered a UUID in lower case
 */

/**
 * A number in its writer's own stream, before it is shown. One typed for somebody else hides from its typist.
 *
 * @typedef {Object} SealedNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not" | "sent"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} for_another
 */

/**
 * A number the room may see. `late`: first given after the showing. `after_talk`: changed then, and `earlier` keeps what stood before, oldest first. `hidden` takes it off every screen, not off the record.
 *
 * @typedef {Object} Number
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {string} recorded_by a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} late
 * @property {boolean} after_talk
 * @property {Placement[]} earlier
 * @property {boolean} hidden
 */

/**
 * A child's own number on the chair's desk, until it is found safe to show.
 *
 * @typedef {Object} HeldNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {Placement} placement
 * @property {boolean} late
 * @property {Placement[]} earlier
 * @property {boolean} released
 */

/**
 * A number at or below the scale's low mark, for the chair alone: is an immediate safety plan needed?
 *
 * @typedef {Object} LowNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {number} value a whole number from 0 to 10
 */

/**
 * What the room agrees on for a child, beside the differing numbers; or that it sees things differently (D4).
 *
 * @typedef {Object} Agreed
 * @property {string} id round:child
 * @property {string} round a UUID in lower case
 * @property {string} child a UUID in lower case
 * @property {boolean} agrees
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} text a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * One try at a rating. `colour` None is "Not rated today, because...". `replaced`: a later try took its place.
 *
 * @typedef {Object} Rating
 * @property {string} id a UUID in lower case
 * @property {string | null} child a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} better what would move it one step better
 * @property {string} by a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} shown
 * @property {boolean} replaced
 */

/**
 * Somebody's different view of a rating, with their reason.
 *
 * @typedef {Object} RatingView
 * @property {string} id a UUID in lower case
 * @property {string} rating a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What was added after the record was locked, with its author and the reason.
 *
 * @typedef {Object} Addendum
 * @property {string} id a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {string} by a UUID in lower case
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * Why the chair ended the meeting although a check found something.
 *
 * @typedef {Object} CheckAnswer
 * @property {string} id a key from the meeting template
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {string} by a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * Something a closing check found missing: which check, where, and of which child.
 *
 * @typedef {Object} Gap
 * @property {string} check a key from the meeting template
 * @property {string[]} things
 */

/**
 * A point was somewhere else before: a good thing that became safety keeps its history (D6).
 *
 * @typedef {Object} Refiled
 * @property {string} column a key from the meeting template
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children a UUID in lower case
 * @property {string} by a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What makes a point an action (D12, S9): who does it, by when, how we will know, what if not.
 *
 * @typedef {Object} Action
 * @property {string[]} owners a UUID in lower case
 * @property {string | null} by a day, as 2026-03-19
 * @property {string} measure a line of at most 300 characters of plain text, which may be empty
 * @property {string} if_not a line of at most 300 characters of plain text, which may be empty
 * @property {string[]} accepted a UUID in lower case
 */

/**
 * That something was taken back, by whom and why, stays; its text is gone.
 *
 * @typedef {Object} TakenBack
 * @property {string} by a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 */

/**
 * One person's number as it was shown: what the event says of each.
 *
 * @typedef {Object} Placement
 * @property {string} child a UUID in lower case
 * @property {string} person a UUID in lower case
 * @property {string} recorded_by a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 */

/**
 * One kind of meeting, whole.
 *
 * @typedef {Object} Template
 * @property {string} key a key from the meeting template
 * @property {string} title 1 to 300 characters shown on screens
 * @property {string} source 1 to 300 characters shown on screens
 * @property {string} heading 1 to 300 characters shown on screens
 * @property {Column[]} columns
 * @property {Row[]} layout
 * @property {Scale[]} scales
 * @property {Role[]} roles
 * @property {Agency[]} agencies
 * @property {TemplateRating} rating
 * @property {Check[]} checks
 * @property {Choice[]} basis
 * @property {Choice[]} obtained
 * @property {string[]} composers a key from the meeting template
 */

/**
 * A named part of the board, with the question at its head, its prompts (D5, D8, D11, D12) and its categories.
 *
 * @typedef {Object} Column
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} add 1 to 300 characters shown on screens
 * @property {"well" | "worry" | "good" | "next" | "impact"} tint
 * @property {string} icon a key from the meeting template
 * @property {string} empty 1 to 300 characters shown on screens
 * @property {string[]} prompts 1 to 300 characters shown on screens
 * @property {Category[]} categories
 * @property {boolean} actions
 */

/**
 * A named part of a column: Harm, Danger, Safety. `role` says what the engine may do with it: a danger can be asked about and answered, a goal answers one, `safety` is what a good thing can be re-filed to (D6, L2, U5, U6).
 *
 * @typedef {Object} Category
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} meaning a line of at most 300 characters of plain text, which may be empty
 * @property {"" | "danger" | "goal" | "safety" | "strength" | "unknown"} role
 */

/**
 * Blocks side by side, left to right; on a phone one under another.
 *
 * @typedef {Object} Row
 * @property {Block[]} blocks
 */

/**
 * One place of the layout: a column, or one or more of its categories where a layout sets them apart (U1).
 *
 * @typedef {Object} Block
 * @property {string} column a key from the meeting template
 * @property {string[]} categories a key from the meeting template
 */

/**
 * A 0 to 10 question. `left` is the number at the left end (D1: the grid's is 10; L3, U2: the map's is 0).
 *
 * @typedef {Object} Scale
 * @property {string} key a key from the meeting template
 * @property {string} question 1 to 300 characters shown on screens
 * @property {string} ten 1 to 300 characters shown on screens
 * @property {string} zero 1 to 300 characters shown on screens
 * @property {0 | 10} left
 * @property {number} low a whole number from 0 to 10
 * @property {number} band a row of the layout, from 0
 * @property {boolean} sample
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What attendees of this role may do (`powers`), hear (`audiences`) and see first.
 *
 * @typedef {Object} Role
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {"family" | "professional" | "child"} side
 * @property {string[]} audiences a key from the meeting template
 * @property {("contribute" | "detail" | "place" | "type_for" | "minute" | "steer" | "finish")[]} powers
 * @property {boolean} waits
 * @property {"board" | "chair"} screen
 */

/**
 * Where people come from, and the tint of their label.
 *
 * @typedef {Object} Agency
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {"family" | "child" | "social" | "health" | "school" | "police" | "support"} tint
 */

/**
 * What the rating asks, for whom, and who sets it (`wording.md`, the rating).
 *
 * @typedef {Object} TemplateRating
 * @property {string} question 1 to 300 characters shown on screens
 * @property {"child" | "family"} scope
 * @property {boolean} required
 * @property {string} red_prompt a line of at most 300 characters of plain text, which may be empty
 * @property {RatingColour[]} colours
 */

/**
 * One of red, amber and green, with its shape and its sentence: never the colour alone.
 *
 * @typedef {Object} RatingColour
 * @property {"red" | "amber" | "green"} key
 * @property {string} shape 1 to 300 characters shown on screens
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} meaning 1 to 300 characters shown on screens
 */

/**
 * A closing check. `blocks` ones must be put right before the end; the others ask for a reason.
 *
 * @typedef {Object} Check
 * @property {"numbers_sealed" | "numbers_asked" | "child_words_waiting" | "words_unconfirmed" | "actions_incomplete" | "actions_unaccepted" | "dangers_unanswered" | "rating_missing" | "contributors_missing"} key
 * @property {string} says 1 to 300 characters shown on screens
 * @property {boolean} blocks
 */

/**
 * A key and the words shown for it.
 *
 * @typedef {Object} Choice
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 */

export {};
