/*
 * What travels between the server and this page, for tsc alone: nothing here runs.
 * Made by tools/protocol.py from the code: run it instead of changing this file. In words: docs/protocol.md.
 */

/**
 * @typedef {"already_apart" | "already_shown" | "another_family_open" | "answered" | "answered_already" | "answers_in_a_ring" | "answers_itself" | "apart" | "away" | "bad_data" | "bad_email" | "bad_name" | "bad_times" | "begun" | "behaviour_there" | "blocked" | "both_ends" | "brought" | "brought_forward" | "called" | "cancelled" | "chair_only" | "changed" | "childs_voice" | "childs_words" | "choose_behaviour" | "choose_child" | "closed" | "column_not_yours" | "common" | "ended" | "exact_words" | "exists" | "family_not_told" | "has_a_task" | "has_controls" | "has_device" | "has_minutes" | "has_owner" | "held" | "holds_controls" | "how_obtained" | "id_spent" | "id_taken" | "kept_apart" | "kind_missing" | "long" | "made_already" | "malformed" | "may_not" | "may_not_detail" | "may_not_place" | "may_not_type_for" | "name_each_child" | "never_came" | "next_family" | "no_account" | "no_adult_questions" | "no_agency" | "no_chair" | "no_code" | "no_decision" | "no_device" | "no_discipline" | "no_family" | "no_hand" | "no_impact" | "no_lapse" | "no_link" | "no_next" | "no_place" | "no_quote" | "no_request" | "no_screen" | "no_sitting" | "no_step_open" | "no_summaries" | "no_timer" | "no_turns" | "no_updates" | "no_visits" | "no_why" | "no_words" | "nobody" | "not_a_deputy" | "not_a_minute_taker" | "not_a_typist" | "not_an_action_column" | "not_an_adult" | "not_apart" | "not_asked" | "not_brought" | "not_cancelled" | "not_confirmed" | "not_decided" | "not_deputy" | "not_expected" | "not_formal" | "not_found" | "not_going_on" | "not_here" | "not_matched" | "not_saved" | "not_seen" | "not_shown" | "not_the_owner" | "not_waiting" | "not_yet" | "not_yours" | "not_yourself" | "nothing_chosen" | "nothing_new" | "nothing_to_roll" | "one_at_a_time" | "own_device" | "own_point" | "own_words" | "put_aside" | "rating_missing" | "read_alike" | "reads_earlier" | "reason_missing" | "removed" | "said_anew" | "say_better" | "say_why" | "screen_off" | "short" | "shown" | "source_due" | "steered" | "taken_back" | "the_chair" | "too_early" | "too_fast" | "too_late" | "too_many" | "too_many_screens" | "turn_over" | "twice" | "unknown_answer" | "unknown_audience" | "unknown_category" | "unknown_child" | "unknown_column" | "unknown_command" | "unknown_kind" | "unknown_language" | "unknown_outcome" | "unknown_person" | "unknown_scale" | "unknown_stage" | "unknown_talk" | "unknown_trigger" | "value_missing" | "wait" | "when_missing" | "wrong" | "wrong_code" | "wrong_person" | "wrong_state"} RefusalCode
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

/**
 * Each command's data by its name on the wire.
 *
 * @typedef {Object} Commands
 * @property {TurnAway} turn_away
 * @property {RemoveAttendee} remove_attendee
 * @property {Leave} leave
 * @property {StateAttendance} state_attendance
 * @property {AddPerson} add_person
 * @property {AnswerProposal} answer_proposal
 * @property {NameTypist} name_typist
 * @property {RaiseHand} raise_hand
 * @property {LowerHand} lower_hand
 * @property {AskToType} ask_to_type
 * @property {SayLeaving} say_leaving
 * @property {AnswerRequest} answer_request
 * @property {HandMinutes} hand_minutes
 * @property {NameDeputy} name_deputy
 * @property {TakeControls} take_controls
 * @property {ShowOnScreen} show_on_screen
 * @property {HoldBigScreen} hold_big_screen
 * @property {FollowBigScreen} follow_big_screen
 * @property {NoteReport} note_report
 * @property {NoteStage} note_stage
 * @property {GoToStage} go_to_stage
 * @property {CallTogether} call_together
 * @property {StartTimer} start_timer
 * @property {StopTimer} stop_timer
 * @property {StartTurns} start_turns
 * @property {NextTurn} next_turn
 * @property {EndTurns} end_turns
 * @property {PauseMeeting} pause_meeting
 * @property {ResumeMeeting} resume_meeting
 * @property {AddItem} add_item
 * @property {ChangeItem} change_item
 * @property {MoveItem} move_item
 * @property {TakeBackItem} take_back_item
 * @property {ReleaseItem} release_item
 * @property {AgreeItem} agree_item
 * @property {SeeDifferently} see_differently
 * @property {TakeBackView} take_back_view
 * @property {ConfirmWords} confirm_words
 * @property {ReadBack} read_back
 * @property {AskToRead} ask_to_read
 * @property {WritePrivately} write_privately
 * @property {ChangePrivate} change_private
 * @property {DropPrivate} drop_private
 * @property {ShowPrivate} show_private
 * @property {FinishPreparing} finish_preparing
 * @property {StartPrivateWriting} start_private_writing
 * @property {ShowPrivateWriting} show_private_writing
 * @property {CancelPrivateWriting} cancel_private_writing
 * @property {HoldPoints} hold_points
 * @property {SendBackItem} send_back_item
 * @property {SetAction} set_action
 * @property {AcceptAction} accept_action
 * @property {AnswerItem} answer_item
 * @property {NoteProgress} note_progress
 * @property {ClearProgress} clear_progress
 * @property {AskNumbers} ask_numbers
 * @property {SaveNumber} save_number
 * @property {ShowNumbers} show_numbers
 * @property {HideNumbers} hide_numbers
 * @property {ReleaseNumber} release_number
 * @property {AgreeNumber} agree_number
 * @property {NoteLowAsked} note_low_asked
 * @property {WriteImpact} write_impact
 * @property {ClearImpactVersion} clear_impact_version
 * @property {GiveAgencyView} give_agency_view
 * @property {ClearAgencyView} clear_agency_view
 * @property {AskForViews} ask_for_views
 * @property {DraftDecision} draft_decision
 * @property {DropDecisionDraft} drop_decision_draft
 * @property {DecideForChild} decide_for_child
 * @property {TakeOffDecision} take_off_decision
 * @property {ClearDecision} clear_decision
 * @property {DissentFrom} dissent_from
 * @property {WithdrawDissent} withdraw_dissent
 * @property {SetRating} set_rating
 * @property {ShowRating} show_rating
 * @property {TakeOffRating} take_off_rating
 * @property {RateDifferently} rate_differently
 * @property {NoteVisit} note_visit
 * @property {TakeBackVisit} take_back_visit
 * @property {GiveUpdate} give_update
 * @property {ClearUpdate} clear_update
 * @property {AnswerTrigger} answer_trigger
 * @property {AddBehaviour} add_behaviour
 * @property {TakeBackBehaviour} take_back_behaviour
 * @property {ViewAdult} view_adult
 * @property {ClearAdultView} clear_adult_view
 * @property {DraftSummary} draft_summary
 * @property {FinishSummary} finish_summary
 * @property {DropSummaryDraft} drop_summary_draft
 * @property {ClearSummary} clear_summary
 * @property {MatchPeople} match_people
 * @property {BringForward} bring_forward
 * @property {LetIn} let_in
 * @property {PutAside} put_aside
 * @property {Restore} restore
 * @property {Erase} erase
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
 * @property {BankHolidays} bank_holidays
 * @property {Arrangement} arrangement
 * @property {Person} people
 * @property {Attendee} attendees
 * @property {Device} devices
 * @property {Removal} removals
 * @property {Apart} apart
 * @property {AboutChildren} about_children
 * @property {ToTell} to_tell
 * @property {Controls} controls
 * @property {MinuteTaking} minute_taking
 * @property {Typist} typists
 * @property {Proposal} proposals
 * @property {ProposalSent} sent_proposals
 * @property {Screen} screen
 * @property {Hand} hands
 * @property {Request} requests
 * @property {Report} reports
 * @property {StageNote} stage_notes
 * @property {Agenda} agenda
 * @property {Timer} timers
 * @property {Turns} turns
 * @property {Item} items
 * @property {View} views
 * @property {PrivateItem} private_items
 * @property {PrivateWriting} private_writing
 * @property {Holding} holding
 * @property {Preparation} preparations
 * @property {Round} rounds
 * @property {RoundAnswers} round_answers
 * @property {SealedNumber} sealed
 * @property {Number} numbers
 * @property {NoNumber} no_numbers
 * @property {HeldNumber} held_numbers
 * @property {LowNumber} low_numbers
 * @property {Agreed} agreed
 * @property {AgencyView} agency_views
 * @property {ViewAsk} view_asks
 * @property {DecisionDraft} decision_drafts
 * @property {Decision} decisions
 * @property {TakenOff} taken_off
 * @property {Dissent} dissents
 * @property {Rating} ratings
 * @property {RatingView} rating_views
 * @property {ImpactStatement} impacts
 * @property {Visit} visits
 * @property {Update} updates
 * @property {TriggerAnswer} trigger_answers
 * @property {Behaviour} behaviours
 * @property {AdultView} adult_views
 * @property {Summary} summaries
 * @property {OwnSummary} own_summaries
 * @property {EarlierMeeting} earlier_meetings
 * @property {EarlierPerson} earlier_people
 * @property {EarlierNumbers} earlier_numbers
 * @property {EarlierRating} earlier_ratings
 * @property {Aside} asides
 * @property {KeptAside} kept_asides
 * @property {AsideCopy} aside_copies
 * @property {Addendum} addenda
 * @property {CheckAnswer} check_answers
 */

/**
 * Things by kind and id; a kind without things may be left out.
 *
 * @typedef {Object} Things
 * @property {Record<string, MeetingFacts>} [meeting]
 * @property {Record<string, BankHolidays>} [bank_holidays]
 * @property {Record<string, Arrangement>} [arrangement]
 * @property {Record<string, Person>} [people]
 * @property {Record<string, Attendee>} [attendees]
 * @property {Record<string, Device>} [devices]
 * @property {Record<string, Removal>} [removals]
 * @property {Record<string, Apart>} [apart]
 * @property {Record<string, AboutChildren>} [about_children]
 * @property {Record<string, ToTell>} [to_tell]
 * @property {Record<string, Controls>} [controls]
 * @property {Record<string, MinuteTaking>} [minute_taking]
 * @property {Record<string, Typist>} [typists]
 * @property {Record<string, Proposal>} [proposals]
 * @property {Record<string, ProposalSent>} [sent_proposals]
 * @property {Record<string, Screen>} [screen]
 * @property {Record<string, Hand>} [hands]
 * @property {Record<string, Request>} [requests]
 * @property {Record<string, Report>} [reports]
 * @property {Record<string, StageNote>} [stage_notes]
 * @property {Record<string, Agenda>} [agenda]
 * @property {Record<string, Timer>} [timers]
 * @property {Record<string, Turns>} [turns]
 * @property {Record<string, Item>} [items]
 * @property {Record<string, View>} [views]
 * @property {Record<string, PrivateItem>} [private_items]
 * @property {Record<string, PrivateWriting>} [private_writing]
 * @property {Record<string, Holding>} [holding]
 * @property {Record<string, Preparation>} [preparations]
 * @property {Record<string, Round>} [rounds]
 * @property {Record<string, RoundAnswers>} [round_answers]
 * @property {Record<string, SealedNumber>} [sealed]
 * @property {Record<string, Number>} [numbers]
 * @property {Record<string, NoNumber>} [no_numbers]
 * @property {Record<string, HeldNumber>} [held_numbers]
 * @property {Record<string, LowNumber>} [low_numbers]
 * @property {Record<string, Agreed>} [agreed]
 * @property {Record<string, AgencyView>} [agency_views]
 * @property {Record<string, ViewAsk>} [view_asks]
 * @property {Record<string, DecisionDraft>} [decision_drafts]
 * @property {Record<string, Decision>} [decisions]
 * @property {Record<string, TakenOff>} [taken_off]
 * @property {Record<string, Dissent>} [dissents]
 * @property {Record<string, Rating>} [ratings]
 * @property {Record<string, RatingView>} [rating_views]
 * @property {Record<string, ImpactStatement>} [impacts]
 * @property {Record<string, Visit>} [visits]
 * @property {Record<string, Update>} [updates]
 * @property {Record<string, TriggerAnswer>} [trigger_answers]
 * @property {Record<string, Behaviour>} [behaviours]
 * @property {Record<string, AdultView>} [adult_views]
 * @property {Record<string, Summary>} [summaries]
 * @property {Record<string, OwnSummary>} [own_summaries]
 * @property {Record<string, EarlierMeeting>} [earlier_meetings]
 * @property {Record<string, EarlierPerson>} [earlier_people]
 * @property {Record<string, EarlierNumbers>} [earlier_numbers]
 * @property {Record<string, EarlierRating>} [earlier_ratings]
 * @property {Record<string, Aside>} [asides]
 * @property {Record<string, KeptAside>} [kept_asides]
 * @property {Record<string, AsideCopy>} [aside_copies]
 * @property {Record<string, Addendum>} [addenda]
 * @property {Record<string, CheckAnswer>} [check_answers]
 */

/**
 * Not this meeting: the waiting device sees a blank page and whom to ring.
 *
 * @typedef {Object} TurnAway
 * @property {string} device a UUID in lower case
 */

/**
 * Remove somebody at once, on all their devices, and stop their link; the reason stays on the chair's desk.
 *
 * @typedef {Object} RemoveAttendee
 * @property {string} attendee the id of an attendee: a UUID in lower case
 * @property {string} [reason] why, for the chair's desk only
 */

/**
 * Leave on this device. With the last of their devices the person has left the meeting; what they said stays.
 *
 * @typedef {Object} Leave
 */

/**
 * State that somebody is here, has left, sent apologies, or has not come after all; or put their times right.
 *
 * @typedef {Object} StateAttendance
 * @property {string} attendee the id of an attendee: a UUID in lower case
 * @property {"here" | "left" | "apologies" | "invited"} attendance
 * @property {boolean} [device]
 * @property {number | null} [at] null: now; and who is here already first came when they came
 * @property {number | null} [joined_at] with `left`: puts right when they came
 * @property {boolean} [anyway] with `here` and no device: end the line of the device they are in on
 */

/**
 * Name somebody who is not at the meeting, so that points and actions can be theirs: a relative, a report-only GP.
 *
 * @typedef {Object} AddPerson
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} name a name: 1 to 100 characters
 * @property {string} [relationship] a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} [child]
 * @property {string | null} [agency] a key from the meeting template
 */

/**
 * Yes, that's mine; or no: to what somebody typed for you because you asked for it. A yes says it now, as yours, and is refused as your own command would be. Refused: `not_found`.
 *
 * @typedef {Object} AnswerProposal
 * @property {string} proposal a UUID in lower case
 * @property {boolean} right
 */

/**
 * Name who types for a person: an interpreter, an advocate, a supporter, family too; or (null) nobody any more.
 *
 * @typedef {Object} NameTypist
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string | null} [typist] null: nobody any more
 */

/**
 * Raise one's hand, or lower it again with `up` false. `person`: for whom, by those who may type for others, if they are here.
 *
 * @typedef {Object} RaiseHand
 * @property {boolean} [up]
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Lower somebody's hand: they have been heard. Refused: `no_hand`.
 *
 * @typedef {Object} LowerHand
 * @property {string} person the id of a person: a UUID in lower case
 */

/**
 * Type for me; or, with `wanted` false, I can type again. Refused: `no_request`.
 *
 * @typedef {Object} AskToType
 * @property {boolean} [wanted]
 */

/**
 * I have to go: `at` says when, as people say it ("now", "11:00"). It takes nobody out of the meeting.
 *
 * @typedef {Object} SayLeaving
 * @property {string} at a line of at most 300 characters of plain text, which may be empty
 */

/**
 * It is done: somebody types for them, or their last points, number and view were asked for.
 *
 * @typedef {Object} AnswerRequest
 * @property {string} request attendee:type, attendee:leaving or attendee:read
 */

/**
 * Pass the minutes on to one of the professionals here, or (null) back to whoever was invited to take them.
 *
 * @typedef {Object} HandMinutes
 * @property {string | null} attendee the id of an attendee: a UUID in lower case
 */

/**
 * Name one of the professionals here as deputy, who may then take the chair's controls; null for nobody.
 *
 * @typedef {Object} NameDeputy
 * @property {string | null} attendee the id of an attendee: a UUID in lower case
 */

/**
 * Take the chair's controls, as the named deputy; take them back, as the chair; or take over, having signed in as one of the professionals, while whoever has them is gone. Who takes over from the door comes in with it.
 *
 * @typedef {Object} TakeControls
 */

/**
 * Show something on the big screens: a column of a child, the whole board, shown numbers or ratings, or nothing.
 *
 * @typedef {Object} ShowOnScreen
 * @property {"spotlight" | "overview" | "blank" | "numbers" | "rating" | "decision" | "visits" | "updates" | "triggers" | "summaries" | "adults" | "child_words" | "impact" | "pairs" | "plan"} view
 * @property {string | null} [column] a key from the meeting template
 * @property {string | null} [child] a child of this meeting; null for all of them
 * @property {number} [page] a whole number from 0 up
 * @property {boolean} [larger]
 */

/**
 * Freeze the big screens: what stands on them stays, whatever step opens. `waits`: of that, only the title.
 *
 * @typedef {Object} HoldBigScreen
 * @property {"spotlight" | "overview" | "blank" | "numbers" | "rating" | "decision" | "visits" | "updates" | "triggers" | "summaries" | "adults" | "child_words" | "impact" | "pairs" | "plan"} view
 * @property {string | null} [column] a key from the meeting template
 * @property {string | null} [child] a child of this meeting; null for all of them
 * @property {number} [page] a whole number from 0 up
 * @property {boolean} [larger]
 * @property {boolean} [waits]
 */

/**
 * Let the big screens follow the steps of the agenda. `page` is of this `stage`; any other begins anew.
 *
 * @typedef {Object} FollowBigScreen
 * @property {string | null} [stage] a key from the meeting template
 * @property {number} [page] a whole number from 0 up
 * @property {boolean} [larger]
 */

/**
 * Note whether somebody's report came, at the meeting or not, and whether the family saw it first.
 *
 * @typedef {Object} NoteReport
 * @property {string} person the id of a person: a UUID in lower case
 * @property {"received" | "not_received" | "late" | null} state null takes the note away
 * @property {"yes" | "no" | "not_known"} [family_saw]
 */

/**
 * Write the note for a step of the agenda, for everyone: it is in their record. An empty text clears it.
 *
 * @typedef {Object} NoteStage
 * @property {string} stage a key from the meeting template
 * @property {number} version 0 for the first
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 */

/**
 * Open a step of the agenda, forward or back. Refused: `unknown_stage`.
 *
 * @typedef {Object} GoToStage
 * @property {string} stage a key from the meeting template
 */

/**
 * Ask everybody to come to the open step: a person who looks at something else is asked once more. It moves no one. Not in the record. Refused: `no_step_open`.
 *
 * @typedef {Object} CallTogether
 */

/**
 * Start the timer, in place of one that runs.
 *
 * @typedef {Object} StartTimer
 * @property {number} seconds whole seconds, 10 to 5400
 */

/**
 * Stop the timer and take it off everyone's screen. Refused: `no_timer`.
 *
 * @typedef {Object} StopTimer
 */

/**
 * Give turns to these people, in this order. Started anew while turns run, the new order takes their place.
 *
 * @typedef {Object} StartTurns
 * @property {string[]} people the id of a person: a UUID in lower case
 */

/**
 * The turn goes on. `at` is the place whose turn is over, so that two presses do not leave somebody out.
 *
 * @typedef {Object} NextTurn
 * @property {number | null} [at] a whole number from 0 up
 */

/**
 * End the turns before the last one. Refused: `no_turns`.
 *
 * @typedef {Object} EndTurns
 */

/**
 * I need a pause. Everyone's screen shows a calm page; nobody is told who asked.
 *
 * @typedef {Object} PauseMeeting
 */

/**
 * Go on after a pause.
 *
 * @typedef {Object} ResumeMeeting
 */

/**
 * Put a point on the board. Only the text is required; the browser fills in the column it is looking at.
 *
 * @typedef {Object} AddItem
 * @property {string} item a UUID in lower case
 * @property {string} column a key from the meeting template
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string[]} [children] the id of a person: a UUID in lower case
 * @property {string | null} [category] a key from the meeting template
 * @property {string | null} [speaker] the id of a person: a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} [basis]
 * @property {string} [source] a line of at most 300 characters of plain text, which may be empty
 * @property {string} [when] a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} [exact]
 * @property {string | null} [obtained] a key from the meeting template
 * @property {string | null} [answers] the danger this goal answers, or the point this one belongs to
 * @property {string | null} [lang] the language it is written in, of the template's; null for English
 * @property {string} [audience] a key from the meeting template
 */

/**
 * Put the text of a point right. `version` is the one the person was looking at. By the speaker; of words typed for them by whoever typed them or the minute-taker, until the speaker has said yes; for somebody without a device by the minute-taker or whoever they named, and it is read back again.
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
 * @property {string[]} [children] the id of a person: a UUID in lower case
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
 * Safe to show here: the room sees a child's words (D10), or a point that was held, as a new point `shown_as`. The chair's alone, who may also say about which children it is (`children`). Refused: `id_taken`, `unknown_child`, `not_found`.
 *
 * @typedef {Object} ReleaseItem
 * @property {string} item a UUID in lower case
 * @property {string} shown_as a UUID in lower case
 * @property {string[] | null} [children] whose parts it stands in; null: as it was sent; empty: all of them
 */

/**
 * I agree, or I no longer do. For oneself, or for another who may be spoken for.
 *
 * @typedef {Object} AgreeItem
 * @property {string} item a UUID in lower case
 * @property {boolean} [agrees]
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * I see it differently: the person's own words stand beside the point, in equal size. `view` is the new view's id.
 *
 * @typedef {Object} SeeDifferently
 * @property {string} view a UUID in lower case
 * @property {string} item a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Take a differing view back: its text goes for good, the mark stays. By whose view it is; by whoever typed it for somebody without a device. Refused: `not_found`, `not_yours`.
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
 * Read back, said yes (or not right): what the speaker answered aloud about words typed for them.
 *
 * @typedef {Object} ReadBack
 * @property {string} item a UUID in lower case
 * @property {boolean} right
 */

/**
 * Read it to me: a point that waits for my answer, or the question about a child. A later asking replaces an earlier one. Refused: `not_found`.
 *
 * @typedef {Object} AskToRead
 * @property {string | null} [item] a UUID in lower case
 * @property {string | null} [child] the id of a person: a UUID in lower case
 */

/**
 * Write a point nobody else can see: to prepare, or for oneself first. The fields are those of `add_item`.
 *
 * @typedef {Object} WritePrivately
 * @property {string} item a UUID in lower case
 * @property {string} column a key from the meeting template
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string[]} [children] the id of a person: a UUID in lower case
 * @property {string | null} [category] a key from the meeting template
 * @property {string | null} [speaker] the id of a person: a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} [basis]
 * @property {string} [source] a line of at most 300 characters of plain text, which may be empty
 * @property {string} [when] a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} [exact]
 * @property {string | null} [obtained] a key from the meeting template
 * @property {string | null} [answers] the danger this goal answers, or the point this one belongs to
 * @property {string | null} [lang] the language it is written in, of the template's; null for English
 * @property {string | null} [apart] the private writing it is written in, or null to keep it for oneself
 */

/**
 * Change the text of a private point. `version` is the one its writer was looking at: they may have two devices.
 *
 * @typedef {Object} ChangePrivate
 * @property {string} item a UUID in lower case
 * @property {number} version a whole number from 0 up
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 */

/**
 * Drop a private point: its text goes for good, from the log too. Nobody is told that it was. Refused: `shown`.
 *
 * @typedef {Object} DropPrivate
 * @property {string} item a UUID in lower case
 */

/**
 * Show one's private point to everyone, as the new point `shown_as` (its own id will do). A child's words, and any point while the chair holds new ones, wait on the chair's desk first.
 *
 * @typedef {Object} ShowPrivate
 * @property {string} item a UUID in lower case
 * @property {string} shown_as a UUID in lower case
 */

/**
 * I have finished preparing, or I have not after all. The chair is told that and nothing more.
 *
 * @typedef {Object} FinishPreparing
 * @property {boolean} [finished]
 */

/**
 * Start private writing, in one column or in all (null): what anybody adds there is seen by nobody else until it is shown, even what is on its way now. `id` is new. Refused: `already_apart`, `unknown_column`, `id_taken`.
 *
 * @typedef {Object} StartPrivateWriting
 * @property {string} id a UUID in lower case
 * @property {string | null} [column] null for all the columns
 */

/**
 * Show all the points of the private writing together. A child's words wait on the chair's desk first, and so does what the chair holds. Somebody who was removed meanwhile has no say in the room: theirs stay unseen.
 *
 * @typedef {Object} ShowPrivateWriting
 */

/**
 * Stop private writing without showing anything: each point stays its writer's, to show or drop.
 *
 * @typedef {Object} CancelPrivateWriting
 */

/**
 * Hold new points, or stop holding them: while it is on, what people add waits on the chair's desk until it is shown or sent back. What waits there when it stops goes on waiting.
 *
 * @typedef {Object} HoldPoints
 * @property {boolean} on
 */

/**
 * Send a held point back to its writer, with why: it is theirs alone again, to change, drop or show. The chair's alone. A child's words are not sent back, so that they are never lost. Refused: `childs_words`, `not_found`.
 *
 * @typedef {Object} SendBackItem
 * @property {string} item a UUID in lower case
 * @property {string} [why] what its writer reads
 */

/**
 * Give a point an owner, which makes it an action; no owners makes it a plain point again.
 *
 * @typedef {Object} SetAction
 * @property {string} item a UUID in lower case
 * @property {string[]} owners the id of a person: a UUID in lower case
 * @property {string | null} [by] a day, as 2026-03-19
 * @property {string} [measure] how we will know
 * @property {string} [if_not] what happens if it is not done
 * @property {string | null} [answers] a UUID in lower case
 */

/**
 * An owner accepts: on their own device, or aloud where they have none. Refused: `not_the_owner`, `own_device`, `away`, `may_not_type_for`.
 *
 * @typedef {Object} AcceptAction
 * @property {string} item a UUID in lower case
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Say which point this one answers: a goal its danger, a good thing the worry it helps with, an action its goal.
 *
 * @typedef {Object} AnswerItem
 * @property {string} item a UUID in lower case
 * @property {string | null} [answers] the point this one answers, or none
 */

/**
 * Say how an action from an earlier meeting is coming along: for oneself, or typed for another, who says it aloud or sent it.
 *
 * @typedef {Object} NoteProgress
 * @property {string} item a UUID in lower case
 * @property {"done" | "partly" | "not_yet" | "changed"} state
 * @property {string} [evidence] how we know
 * @property {Difference[]} [differences]
 * @property {string[]} [monitors] who looks after it
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Take back the words of one answer about an action: they go for good, from every screen, the log and the record. That it was answered, and what, stays. `n` says which. By whose answer it is, or by whoever typed it for somebody without a device. Refused: `not_found`, `not_yours`, `not_brought`, `taken_back`, `held`.
 *
 * @typedef {Object} ClearProgress
 * @property {string} item a UUID in lower case
 * @property {number} n a whole number from 0 up
 */

/**
 * Ask everyone for their numbers, for one or several children at once. `round` is the new asking's id.
 *
 * @typedef {Object} AskNumbers
 * @property {string} round a UUID in lower case
 * @property {string} scale a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string | null} [about] a UUID in lower case
 * @property {string} [ten] a line of at most 300 characters of plain text, which may be empty
 * @property {string} [zero] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Save a number in private, with a reason; or "I don't know", or "I'd rather not say".
 *
 * @typedef {Object} SaveNumber
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} [value] a whole number from 0 to 10
 * @property {string} [reason] a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [person] the id of a person: a UUID in lower case
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
 * @property {string} child the id of a person: a UUID in lower case
 * @property {boolean} agrees
 * @property {number | null} [value] a whole number from 0 to 10
 * @property {string} [text] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * I have asked about the low numbers of this asking for this child. A low number that comes up later asks again.
 *
 * @typedef {Object} NoteLowAsked
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 */

/**
 * Write what life is like for one child now, or change it. `version`: the one they were looking at, 0 for none.
 *
 * @typedef {Object} WriteImpact
 * @property {string} child the id of a person: a UUID in lower case
 * @property {number} version a whole number from 0 up
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 */

/**
 * Take back the words of one version: what should never have been written here, such as a child's secret.
 *
 * @typedef {Object} ClearImpactVersion
 * @property {string} child the id of a person: a UUID in lower case
 * @property {number} version a whole number from 0 up
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Answer the question of the decision for one child: yes, no, unsure..., as the template has it, and why.
 *
 * @typedef {Object} GiveAgencyView
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} answer a key from the meeting template
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Take the words of a view back, now and before: they go for good, from every screen, the log and the record. The answer stays. By whose view it is, or by whoever typed all its words for somebody without a device. Refused: `not_found`, `not_yours`.
 *
 * @typedef {Object} ClearAgencyView
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Ask these people for their view on this child, on their screens.
 *
 * @typedef {Object} AskForViews
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string[]} people the id of a person: a UUID in lower case
 */

/**
 * Keep for now: what is filled in so far stays on the chair's desk. Nobody else sees it.
 *
 * @typedef {Object} DraftDecision
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string | null} [outcome] a key from the meeting template
 * @property {string | null} [kind] a key from the meeting template
 * @property {string | ""} [reasons] what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} [family_view] what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} [wishes] what was said: 1 to 2,000 characters of plain text
 */

/**
 * Throw a draft for a child away: what was kept for now, or what was taken off. Refused: `not_found`.
 *
 * @typedef {Object} DropDecisionDraft
 * @property {string} child the id of a person: a UUID in lower case
 * @property {boolean} [taken_off]
 */

/**
 * Decide for one child, once it was said aloud: everyone sees it.
 *
 * @typedef {Object} DecideForChild
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} outcome a key from the meeting template
 * @property {string} reasons what was said: 1 to 2,000 characters of plain text
 * @property {string} family_view what was said: 1 to 2,000 characters of plain text
 * @property {string | null} [kind] a key from the meeting template
 * @property {string | ""} [wishes] what was said: 1 to 2,000 characters of plain text
 */

/**
 * Not yet: take the decision for a child off every screen. Its words wait on the chair's desk.
 *
 * @typedef {Object} TakeOffDecision
 * @property {string} child the id of a person: a UUID in lower case
 */

/**
 * Take back the words of the decision for a child, and of those before it: they go for good, from every screen, the log and the record, because they should not have been there. What was decided stays; deciding again gives reasons. By whoever decided. Refused: `not_found`, `not_yours`.
 *
 * @typedef {Object} ClearDecision
 * @property {string} child the id of a person: a UUID in lower case
 */

/**
 * Disagree with the decision for a child: note it, or disagree formally (agencies alone). For oneself, or typed for another: said aloud where they have no device, or sent where they are not here. Said again, it takes the place of what was said before.
 *
 * @typedef {Object} DissentFrom
 * @property {string} child the id of a person: a UUID in lower case
 * @property {boolean} [formal]
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * I no longer disagree: its words go for good; that they disagreed, and when they withdrew it, stays. For oneself, or for somebody without a device who says so aloud; what they had typed themselves is then not cleared from the log. Refused: `not_found`, `own_device`, `away`, `may_not_type_for`.
 *
 * @typedef {Object} WithdrawDissent
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Rate one child (or the family, where the template rates the family: then no child). `rating` is the new try's id.
 *
 * @typedef {Object} SetRating
 * @property {string} rating a UUID in lower case
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} [better] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Show a rating on the shared screens, once it has been said aloud. Refused: `put_aside`, `not_found`.
 *
 * @typedef {Object} ShowRating
 * @property {string} rating a UUID in lower case
 */

/**
 * Not yet: take the rating of a child (or the family: no child) off every screen. The desk keeps it, not shown. Refused: `not_found`.
 *
 * @typedef {Object} TakeOffRating
 * @property {string | null} child the id of a person: a UUID in lower case
 */

/**
 * I rate it differently: beside a rating that is shown, with name and reason. `view` is the new view's id.
 *
 * @typedef {Object} RateDifferently
 * @property {string} view a UUID in lower case
 * @property {string} rating a UUID in lower case
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {"red" | "amber" | "green" | null} [colour]
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Note that a child was seen, on which day, announced or not, alone or not. `visit` is the new visit's id.
 *
 * @typedef {Object} NoteVisit
 * @property {string} visit a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} day a day, as 2026-03-19
 * @property {"yes" | "no" | "not_known"} announced
 * @property {"yes" | "no" | "not_known"} alone
 * @property {string} [place] a line of at most 300 characters of plain text, which may be empty
 * @property {string | ""} [says] what was seen, good or worrying, in short
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Take a visit back: its words go for good, the mark stays. By whoever saw the child, or typed it for somebody without a device. Refused: `not_found`, `not_yours`.
 *
 * @typedef {Object} TakeBackVisit
 * @property {string} visit a UUID in lower case
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Tell what one's agency has to tell, about one child or (no child) all of them. Told again, the old stays too.
 *
 * @typedef {Object} GiveUpdate
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string | null} [child] the id of a person: a UUID in lower case
 * @property {string | null} [person] the id of a person: a UUID in lower case
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Take the words of an update back, now and before: they go for good, from every screen, the log and the record.
 *
 * @typedef {Object} ClearUpdate
 * @property {string} agency a key from the meeting template
 * @property {string | null} [child] the id of a person: a UUID in lower case
 */

/**
 * Answer a question of the trigger check, for all the children or (`child`) for one.
 *
 * @typedef {Object} AnswerTrigger
 * @property {string} trigger a key from the meeting template
 * @property {"yes" | "no" | "unsure"} answer
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} [child] the id of a person: a UUID in lower case
 */

/**
 * Name a behaviour of an adult of the family, in the team's words. `behaviour` is its new id.
 *
 * @typedef {Object} AddBehaviour
 * @property {string} behaviour a UUID in lower case
 * @property {string} adult the id of a person: a UUID in lower case
 * @property {string} label a name: 1 to 100 characters
 */

/**
 * Take the name of a behaviour back: it goes for good, from every screen, the log and the record. The views given on it stay, each with words of its own to take back. By whoever typed it.
 *
 * @typedef {Object} TakeBackBehaviour
 * @property {string} behaviour a UUID in lower case
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 */

/**
 * Say how one sees an adult of the family, by one question of the template. Said anew, the old stays with its time.
 *
 * @typedef {Object} ViewAdult
 * @property {string} question a key from the meeting template
 * @property {string} adult the id of a person: a UUID in lower case
 * @property {string} answer a key from the meeting template
 * @property {string | null} [behaviour] a UUID in lower case
 * @property {boolean} [lapse]
 * @property {string} [why] a line of at most 300 characters of plain text, which may be empty
 * @property {string | ""} [quote] a phrase of the adult's, word for word; may be empty
 * @property {string | null} [talk] a key from the meeting template
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Take the words of a view back, now and before: they go for good, from every screen, the log and the record. The answer stays. By whose view it is, or by whoever typed all its words for somebody without a device. Refused: `not_found`, `not_yours`.
 *
 * @typedef {Object} ClearAdultView
 * @property {string} question a key from the meeting template
 * @property {string} adult the id of a person: a UUID in lower case
 * @property {string | null} [behaviour] a UUID in lower case
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * Keep one's own summary unfinished. Everyone is told that it is being written, once, and not a word of it.
 *
 * @typedef {Object} DraftSummary
 * @property {string} text a longer account: 1 to 6,000 characters of plain text
 * @property {number} [version] of one's own words as last seen; 0 where there were none
 */

/**
 * Finish one's summary: from now on everyone reads it, and it stands in for its writer where they are not here.
 *
 * @typedef {Object} FinishSummary
 * @property {string} text a longer account: 1 to 6,000 characters of plain text
 * @property {number} [version] of one's own words as last seen; not looked at when typed for another
 * @property {string | null} [person] whose it is, when typed for another; null for oneself
 * @property {string} [source] where it came from, when they sent it: an e-mail of which day, a report
 */

/**
 * Drop what one has in work: its words go for good, from the log too. A finished one stays.
 *
 * @typedef {Object} DropSummaryDraft
 */

/**
 * Take the words of a finished summary back, now and before: they go for good, from every screen, the log and the record. What its writer has in work stays theirs.
 *
 * @typedef {Object} ClearSummary
 * @property {string | null} [person] whose it is; null for oneself
 */

/**
 * Say who of the earlier meetings is who here. What was about a child who is nobody here stays on the desk.
 *
 * @typedef {Object} MatchPeople
 * @property {Same[]} people each person once
 */

/**
 * Show everyone these things of an earlier meeting, which the chair has chosen: points, numbers, last ratings.
 *
 * @typedef {Object} BringForward
 * @property {string} meeting a UUID in lower case
 * @property {BringPoint[]} [points]
 * @property {BringAsking[]} [askings]
 * @property {string[]} [ratings] children, by the ids they had there
 * @property {boolean} [family_rating]
 * @property {FamilyTold | null} [told] how the family came to know what was said without them
 */

/**
 * Let a waiting device in; its person joins the meeting if they were not here yet, or were without a device.
 *
 * @typedef {Object} LetIn
 * @property {string} device a UUID in lower case
 * @property {boolean} [together] they are let in although one they are kept apart from is here
 * @property {boolean} [still_safe] the chair looked at the children's words: they are safe with this person too
 */

/**
 * Put somebody's words aside, with the reason: they go off every screen at once, and a mark stays that says who did it and why. The desk keeps them; the person whose words they are can go on reading them. `aside` is the mark's id.
 *
 * @typedef {Object} PutAside
 * @property {string} aside a UUID in lower case
 * @property {"items" | "views" | "progress" | "impacts" | "visits" | "behaviours" | "agency_views" | "adult_views" | "updates" | "decisions" | "dissents" | "ratings" | "rating_views" | "numbers" | "agreed" | "summaries" | "trigger_answers" | "stage_notes" | "earlier_ratings" | "earlier_numbers"} kind
 * @property {string} thing the id of a thing on the board: a UUID, a key, or several of them with colons
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {number | null} [n] which answer of an action, or version of a statement; else null
 */

/**
 * Put back what was put aside: it stands where it stood, as it was, and the mark goes. The chair's alone.
 *
 * @typedef {Object} Restore
 * @property {string} aside a UUID in lower case
 */

/**
 * Erase what was put aside, with the reason: the words go for good, from the desk, from the person's own stream and from the log. The mark stays and says who erased them and why. The chair's alone.
 *
 * @typedef {Object} Erase
 * @property {string} aside a UUID in lower case
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
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
 * @property {string | null} [person] the id of a person: a UUID in lower case
 */

/**
 * A person of an earlier meeting, and who they are here: null for no one.
 *
 * @typedef {Object} Same
 * @property {string} earlier the id of a person: a UUID in lower case
 * @property {string | null} now the id of a person: a UUID in lower case
 */

/**
 * A worry, goal or action of an earlier meeting, and the id of the new point it becomes.
 *
 * @typedef {Object} BringPoint
 * @property {string} earlier a UUID in lower case
 * @property {string} item a UUID in lower case
 */

/**
 * The numbers of one asking for one child, both by the ids they had.
 *
 * @typedef {Object} BringAsking
 * @property {string} asking a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
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
 * @property {"prepared" | "open" | "paused" | "ended" | "finished" | "cancelled"} state
 * @property {string} occasion a line of at most 300 characters of plain text, which may be empty
 * @property {"room" | "online" | "both"} setting
 * @property {boolean} family_present
 * @property {string} date a day, as 2026-03-19
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {number | null} opened_at milliseconds since 1970, from the server's clock
 * @property {number | null} ended_at milliseconds since 1970, from the server's clock
 * @property {number | null} finished_at milliseconds since 1970, from the server's clock
 * @property {Pause[]} pauses
 * @property {Slot | null} slot its slot in a sitting; null for a meeting of its own
 * @property {number | null} cancelled_at milliseconds since 1970, from the server's clock
 * @property {"" | "not_needed" | "another_meeting" | "cannot_come" | "mistake" | "other"} cancelled_because
 */

/**
 * England's bank holidays from a year before the meeting to two years after it, the earliest first.
 *
 * @typedef {Object} BankHolidays
 * @property {"bank_holidays"} id
 * @property {BankHoliday[]} days
 */

/**
 * When and where the meeting is, whom people ring about it, and the days that were agreed for what follows. For the chair's desk: a page that lies open at home must not say where a person will be.
 *
 * @typedef {Object} Arrangement
 * @property {"arrangement"} id
 * @property {string} starts like 14:30
 * @property {string} place a line of at most 300 characters of plain text, which may be empty
 * @property {string} contact the name of whom to ring
 * @property {string} number their telephone number
 * @property {string | null} core_group the day agreed for the first core group
 * @property {string | null} conference the day agreed for the next conference
 */

/**
 * Anyone spoken of or speaking. `attendee` is set for those invited to the meeting; `called` is what we call them, where it was said.
 *
 * @typedef {Object} Person
 * @property {string} id the id of a person: a UUID in lower case
 * @property {boolean} child
 * @property {string} name a name: 1 to 100 characters
 * @property {string} relationship a line of at most 300 characters of plain text, which may be empty
 * @property {string} age a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} agency a key from the meeting template
 * @property {string | null} attendee the id of an attendee: a UUID in lower case
 * @property {string} called a line of at most 300 characters of plain text, which may be empty
 * @property {number} version how often what names them was put right
 */

/**
 * A person at this meeting, with the role that decides what they may do and hear.
 *
 * @typedef {Object} Attendee
 * @property {string} id the id of an attendee: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} role a key from the meeting template
 * @property {string} agency a key from the meeting template
 * @property {"invited" | "here" | "left" | "removed" | "apologies"} attendance
 * @property {number | null} joined_at milliseconds since 1970, from the server's clock
 * @property {number | null} left_at milliseconds since 1970, from the server's clock
 * @property {boolean} device
 */

/**
 * One browser of one attendee, on the chair's desk. `second` marks that another of theirs is in already, `first` that no other of theirs had come to the door before it.
 *
 * @typedef {Object} Device
 * @property {string} id a UUID in lower case
 * @property {string} attendee the id of an attendee: a UUID in lower case
 * @property {"waiting" | "in" | "turned_away" | "gone"} state
 * @property {"phone" | "computer"} looks_like
 * @property {boolean} second
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} first
 * @property {boolean} signed_in they came by signing in and not by a link
 * @property {string} word tells it from other devices of its attendee; its own screen shows it too
 */

/**
 * Why somebody was removed, for the chair's desk.
 *
 * @typedef {Object} Removal
 * @property {string} id the id of an attendee: a UUID in lower case
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * From whom a person is kept apart. It stands on the chair's desk and nowhere else.
 *
 * @typedef {Object} Apart
 * @property {string} id the id of a person: a UUID in lower case
 * @property {string[]} others the id of a person: a UUID in lower case
 */

/**
 * The children a person of the family is here for, on the chair's desk.
 *
 * @typedef {Object} AboutChildren
 * @property {string} id the id of a person: a UUID in lower case
 * @property {string[]} children the id of a person: a UUID in lower case
 */

/**
 * What a person has still to be told, on the chair's desk.
 *
 * @typedef {Object} ToTell
 * @property {string} id the id of a person: a UUID in lower case
 * @property {"moved" | "cancelled" | "put_back" | "new_part" | "not_invited"} what
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * The holder of the chair's controls now, by attendee: `holder` null is the chair. `deputy` may take them. `earlier` has the deputies who had them before, oldest first. `stood_in`: the holder was not named, but took over from somebody who was gone.
 *
 * @typedef {Object} Controls
 * @property {"controls"} id
 * @property {string | null} holder the id of an attendee: a UUID in lower case
 * @property {string | null} deputy the id of an attendee: a UUID in lower case
 * @property {number} since milliseconds since 1970, from the server's clock
 * @property {Held[]} earlier
 * @property {boolean} stood_in
 */

/**
 * The minute-taker now, by attendee: `holder` null is whoever was invited to. `earlier`: who did before.
 *
 * @typedef {Object} MinuteTaking
 * @property {"minute_taking"} id
 * @property {string | null} holder the id of an attendee: a UUID in lower case
 * @property {number} since milliseconds since 1970, from the server's clock
 * @property {Held[]} earlier
 */

/**
 * The person who types for the person with this `id`. `by`: the attendee who named them.
 *
 * @typedef {Object} Typist
 * @property {string} id the id of a person: a UUID in lower case
 * @property {string} typist the id of a person: a UUID in lower case
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What waits for this person's yes: the command `name` with its `data`. `typed_by` is the attendee who typed it.
 *
 * @typedef {Object} Proposal
 * @property {string} id a UUID in lower case
 * @property {string} typed_by the id of an attendee: a UUID in lower case
 * @property {string} name a key from the meeting template
 * @property {string} data the data of a command as JSON: 2 to 40,000 characters
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 */

/**
 * What its typist keeps: for whom, which command, and the answer. Not a word of it.
 *
 * @typedef {Object} ProposalSent
 * @property {string} id a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} name a key from the meeting template
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {"waiting" | "yes" | "no"} answer
 */

/**
 * What is on the big screens now; without it they show the meeting's occasion and no name.
 *
 * @typedef {Object} Screen
 * @property {"screen"} id
 * @property {"spotlight" | "overview" | "blank" | "numbers" | "rating" | "decision" | "visits" | "updates" | "triggers" | "summaries" | "adults" | "child_words" | "impact" | "pairs" | "plan"} view
 * @property {string | null} column a key from the meeting template
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {number} page a whole number from 0 up
 * @property {boolean} larger
 * @property {boolean} follow
 * @property {string | null} stage a key from the meeting template
 * @property {boolean} waits
 */

/**
 * A person's raised hand. It is gone when it is lowered.
 *
 * @typedef {Object} Hand
 * @property {string} id a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * Something an attendee asked for. `said` is when they have to go, in their words, or the id of the point or child whose question is to be read to them; `answered` once it is done.
 *
 * @typedef {Object} Request
 * @property {string} id attendee:type, attendee:leaving or attendee:read
 * @property {string} attendee the id of an attendee: a UUID in lower case
 * @property {"type" | "leaving" | "read"} what
 * @property {string} said a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} answered
 */

/**
 * A person's report: whether it came, and whether the family saw it before the meeting. `id` is the person's.
 *
 * @typedef {Object} Report
 * @property {string} id a UUID in lower case
 * @property {"received" | "not_received" | "late"} state
 * @property {"yes" | "no" | "not_known"} family_saw
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What was noted for a step of the agenda. `id`: the step's key. `by`: who wrote last. `version` counts; `sources` are the events that hold its words, now and before.
 *
 * @typedef {Object} StageNote
 * @property {string} id a key from the meeting template
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {number} version a whole number from 0 up
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * The step the meeting is at, since when, and those it was at before, oldest first: what *Undo* goes back to. `called`: when the chair last asked everybody to come to it, null if never.
 *
 * @typedef {Object} Agenda
 * @property {"agenda"} id
 * @property {string} stage a key from the meeting template
 * @property {number} since milliseconds since 1970, from the server's clock
 * @property {string[]} earlier a key from the meeting template
 * @property {number | null} called milliseconds since 1970, from the server's clock
 */

/**
 * The one timer of the room. It is over when `seconds` have passed since `started_at`; `running` until stopped.
 *
 * @typedef {Object} Timer
 * @property {"timer"} id
 * @property {number} started_at milliseconds since 1970, from the server's clock
 * @property {number} seconds whole seconds, 10 to 5400
 * @property {boolean} running
 */

/**
 * The people whose turns these are, in order; `at` is the place of the one whose turn it is, counted from 0.
 *
 * @typedef {Object} Turns
 * @property {"turns"} id
 * @property {string[]} people the id of a person: a UUID in lower case
 * @property {number} at a whole number from 0 up
 * @property {boolean} running
 * @property {number} since milliseconds since 1970, from the server's clock
 */

/**
 * One point.
 *
 * @typedef {Object} Item
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {string} speaker the id of a person: a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} basis
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {string} when a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} exact
 * @property {string | null} obtained a key from the meeting template
 * @property {string | null} answers a UUID in lower case
 * @property {string | null} lang the language it is written in, of the template's; null for English
 * @property {string} column a key from the meeting template
 * @property {string} id a UUID in lower case
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {number[]} order sorts points in a column: compare as lists of whole numbers, a shorter one first
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} version a whole number from 0 up
 * @property {"none" | "waiting" | "yes" | "no"} confirmed
 * @property {string | null} changed_by the id of an attendee: a UUID in lower case
 * @property {number | null} changed_at milliseconds since 1970, from the server's clock
 * @property {Consent[]} agreed_by
 * @property {Refiled[]} refiled
 * @property {Action | null} action
 * @property {boolean} held
 * @property {string | null} shown_as a UUID in lower case
 * @property {TakenBack | null} taken_back
 * @property {number[]} sources a whole number from 0 up
 * @property {number | null} read_back_at milliseconds since 1970, from the server's clock
 * @property {Came | null} came
 * @property {Progress[]} progress
 * @property {Consent[]} agreed_before
 * @property {string | null} read_back_by the id of an attendee: a UUID in lower case
 * @property {boolean} away
 */

/**
 * How somebody sees a point differently. `person` is whose view it is, `recorded_by` the attendee who typed it; `source`: where it came from, if it was sent.
 *
 * @typedef {Object} View
 * @property {string} id a UUID in lower case
 * @property {string} item a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * A point only its writer can see, with everything it will say once it is shown.
 *
 * @typedef {Object} PrivateItem
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string} speaker the id of a person: a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} basis
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {string} when a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} exact
 * @property {string | null} obtained a key from the meeting template
 * @property {string | null} answers a UUID in lower case
 * @property {string | null} lang the language it is written in, of the template's; null for English
 * @property {string} column a key from the meeting template
 * @property {string} id a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} version a whole number from 0 up
 * @property {string | null} apart a UUID in lower case
 * @property {string} sent_back a line of at most 300 characters of plain text, which may be empty
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * The latest private writing: for one column or all of them (null). `earlier` are the ids of those before it.
 *
 * @typedef {Object} PrivateWriting
 * @property {"private_writing"} id
 * @property {string} round a UUID in lower case
 * @property {string | null} column a key from the meeting template
 * @property {boolean} running
 * @property {number} since milliseconds since 1970, from the server's clock
 * @property {string[]} earlier a UUID in lower case
 */

/**
 * New points go, or do not go, by the chair's desk first.
 *
 * @typedef {Object} Holding
 * @property {"holding"} id
 * @property {boolean} on
 * @property {number} since milliseconds since 1970, from the server's clock
 */

/**
 * An attendee (`id`) has finished or goes on preparing, as they said themselves.
 *
 * @typedef {Object} Preparation
 * @property {string} id the id of an attendee: a UUID in lower case
 * @property {boolean} finished
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * One asking for numbers, for one or several children. `answered` says how many and for whom, never what. `some_gave_none`: the children for whom not everyone who answered gave a number, once the numbers are shown.
 *
 * @typedef {Object} Round
 * @property {string} id a UUID in lower case
 * @property {string} scale a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string | null} about a UUID in lower case
 * @property {string} ten a line of at most 300 characters of plain text, which may be empty
 * @property {string} zero a line of at most 300 characters of plain text, which may be empty
 * @property {"asked" | "shown" | "hidden"} state
 * @property {number} asked_at milliseconds since 1970, from the server's clock
 * @property {number | null} shown_at milliseconds since 1970, from the server's clock
 * @property {Answered[]} answered
 * @property {string[]} some_gave_none the id of a person: a UUID in lower case
 */

/**
 * The people who have answered in a round and for which child, by name: for the chair's desk.
 *
 * @typedef {Object} RoundAnswers
 * @property {string} id a UUID in lower case
 * @property {Answered[]} answered
 */

/**
 * A number in its writer's own stream, before it is shown. One typed for somebody else hides from its typist.
 *
 * @typedef {Object} SealedNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not" | "sent"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} for_another
 * @property {string | null} typed_by the id of an attendee: a UUID in lower case
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * A number the room may see. `late`: first given after the showing. `after_talk`: changed then, and `earlier` keeps what stood before, oldest first. `hidden` takes it off every screen, not off the record. `sources` are the events that hold its reasons.
 *
 * @typedef {Object} Number
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} late
 * @property {boolean} after_talk
 * @property {Placement[]} earlier
 * @property {boolean} hidden
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * An answer without a number, once the others are shown: for the chair's desk alone. A number that the person gives later takes its place.
 *
 * @typedef {Object} NoNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {Placement} placement
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} late
 * @property {boolean} after_talk
 * @property {number[]} sources a whole number from 0 up
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
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * A number at or below the scale's low mark, for the chair alone: is an immediate safety plan needed? `asked` once the chair has.
 *
 * @typedef {Object} LowNumber
 * @property {string} id round:child:person
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {number} value a whole number from 0 to 10
 * @property {boolean} asked
 */

/**
 * What the room agrees on for a child, beside the differing numbers; or that it sees things differently (D4). `sources` are the events that hold its words, now and before.
 *
 * @typedef {Object} Agreed
 * @property {string} id round:child
 * @property {string} round a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {boolean} agrees
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} text a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * One person's answer for one child. `recorded_by` is the attendee who typed it, `typists` everybody who typed words of it, `source` where it came from if it was sent; `sources` are the stream's events that hold its words.
 *
 * @typedef {Object} AgencyView
 * @property {string} id child:person
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} answer a key from the meeting template
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {EarlierView[]} earlier
 * @property {number[]} sources a whole number from 0 up
 * @property {string[]} typists the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * The chair asked this person for their view on this child: known to them and to the chair's desk.
 *
 * @typedef {Object} ViewAsk
 * @property {string} id child:person
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What stands on the desk for one child, as far as it is filled in. `by` is the attendee who kept it; `sources` are the stream's events that hold its words.
 *
 * @typedef {Object} DecisionDraft
 * @property {string} id the child it is for, and :taken_off where everyone had seen it
 * @property {string} child the id of a person: a UUID in lower case
 * @property {boolean} taken_off
 * @property {string | null} outcome a key from the meeting template
 * @property {string | null} kind a key from the meeting template
 * @property {string | ""} reasons what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} family_view what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} wishes what was said: 1 to 2,000 characters of plain text
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * What was decided for one child. `family_view`: how the family's view counted (L11). `wishes`: what could not be met, and why (S5). `by` is the attendee who decided; `sources` are the stream's events that hold its words.
 *
 * @typedef {Object} Decision
 * @property {string} id the child it is for
 * @property {string} outcome a key from the meeting template
 * @property {string | null} kind a key from the meeting template
 * @property {string} reasons what was said: 1 to 2,000 characters of plain text
 * @property {string} family_view what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} wishes what was said: 1 to 2,000 characters of plain text
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {EarlierDecision[]} earlier
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * That a decision or a rating was taken off every screen: for whom, by which attendee and when. What it said is not here. A later one for the same child takes its place.
 *
 * @typedef {Object} TakenOff
 * @property {string} id decision:child, rating:child, or rating:family
 * @property {"decision" | "rating"} what
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * A person disagrees with a decision: noted, or `formal`. `recorded_by` is the attendee who typed it, `typists` are all who typed words of it, `source` says where it came from if it was sent. `withdrawn_at`: they no longer do, and its words are gone; `earlier` keeps what they had said and withdrawn before, without words.
 *
 * @typedef {Object} Dissent
 * @property {string} id child:person
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {boolean} formal
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {number[]} sources a whole number from 0 up
 * @property {string[]} typists the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {number | null} withdrawn_at milliseconds since 1970, from the server's clock
 * @property {string | null} withdrawn_by the id of an attendee: a UUID in lower case
 * @property {EarlierDissent[]} earlier
 */

/**
 * One try at a rating. `colour` None is "Not rated today, because...". `replaced`: a later try took its place. `sources` are the stream's events that hold its words.
 *
 * @typedef {Object} Rating
 * @property {string} id a UUID in lower case
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} better what would move it one step better
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} shown
 * @property {boolean} replaced
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * A person's different view of a rating, with their reason. `recorded_by`: the attendee who typed it; `sources` are the events that hold its words.
 *
 * @typedef {Object} RatingView
 * @property {string} id a UUID in lower case
 * @property {string} rating a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string | null} recorded_by the id of an attendee: a UUID in lower case
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * What life is like for this child now; `id` is the child's. `earlier` has what it said before, oldest first.
 *
 * @typedef {Object} ImpactStatement
 * @property {string} id the id of a person: a UUID in lower case
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {number} version a whole number from 0 up
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {ImpactVersion[]} earlier
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 */

/**
 * One child seen by one person on one day. `says`: what was seen, in short. `source`: where it came from, if it was sent. `n` is the event with its words.
 *
 * @typedef {Object} Visit
 * @property {string} id a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} day a day, as 2026-03-19
 * @property {"yes" | "no" | "not_known"} announced
 * @property {"yes" | "no" | "not_known"} alone
 * @property {string} place a line of at most 300 characters of plain text, which may be empty
 * @property {string | ""} says what was said: 1 to 2,000 characters of plain text
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What an agency has to tell. `child` null: it is about all of them. `typists` are all who typed words of it, `source` says where it came from if it was sent; `sources` are the events with its words.
 *
 * @typedef {Object} Update
 * @property {string} id agency:child, or agency:all
 * @property {string} agency a key from the meeting template
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {EarlierUpdate[]} earlier
 * @property {number[]} sources a whole number from 0 up
 * @property {string[]} typists the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * The answer to one question of the trigger check. `child` null: for all. `by` is the attendee who chairs; `sources` are the events that hold its words.
 *
 * @typedef {Object} TriggerAnswer
 * @property {string} id trigger:child, or trigger:all
 * @property {string} trigger a key from the meeting template
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {"yes" | "no" | "unsure"} answer
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {EarlierTriggerAnswer[]} earlier
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * One behaviour of one adult. `by` is the attendee who named it; `n` is the event that holds its label.
 *
 * @typedef {Object} Behaviour
 * @property {string} id a UUID in lower case
 * @property {string} adult the id of a person: a UUID in lower case
 * @property {string} label a name: 1 to 100 characters
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 */

/**
 * One person's view of one adult: for one question and, where it is asked so, one behaviour. `lapse`: one step back and no more. `talk`: the kind of talk the quote is. `typists` are all who typed words of it; `sources` are the events that hold its words.
 *
 * @typedef {Object} AdultView
 * @property {string} id question:adult:behaviour:person, or question:adult:all:person
 * @property {string} question a key from the meeting template
 * @property {string} adult the id of a person: a UUID in lower case
 * @property {string | null} behaviour a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} answer a key from the meeting template
 * @property {boolean} lapse
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {string | ""} quote what was said: 1 to 2,000 characters of plain text
 * @property {string | null} talk a key from the meeting template
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {EarlierAdultView[]} earlier
 * @property {number[]} sources a whole number from 0 up
 * @property {string[]} typists the id of an attendee: a UUID in lower case
 */

/**
 * What one person has done, as everyone may know it. `state`: `draft` while nothing finished stands, and then there is no text; `taken_back` once its words are gone for good.
 *
 * @typedef {Object} Summary
 * @property {string} id the person whose it is
 * @property {string} discipline a key from the meeting template
 * @property {"draft" | "finished" | "taken_back"} state
 * @property {string | ""} text a longer account: 1 to 6,000 characters of plain text
 * @property {number | null} finished_at milliseconds since 1970, from the server's clock
 * @property {string | null} recorded_by the id of an attendee: a UUID in lower case
 * @property {boolean} waiting_room
 * @property {boolean} again
 * @property {EarlierSummary[]} earlier
 * @property {number[]} sources a whole number from 0 up
 * @property {string[]} typists the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What stands in one's own box. `finished`: just these words are what everyone can read; `typed`: somebody else typed them from what was sent. `version` counts the savings; `sources` is the own stream's event that holds the words.
 *
 * @typedef {Object} OwnSummary
 * @property {string} id the person whose it is
 * @property {string} text a longer account: 1 to 6,000 characters of plain text
 * @property {boolean} finished
 * @property {number} version a whole number from 0 up
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {boolean} typed
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * An earlier meeting as its locked record says it to everyone. `id` is that meeting's, `kind` its template's title.
 *
 * @typedef {Object} EarlierMeeting
 * @property {string} id a UUID in lower case
 * @property {string} kind a line of at most 300 characters of plain text, which may be empty
 * @property {string} occasion a line of at most 300 characters of plain text, which may be empty
 * @property {string} date a day, as 2026-03-19
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string[]} there the id of a person: a UUID in lower case
 * @property {EarlierPoint[]} points
 * @property {EarlierAsking[]} askings
 * @property {EarlierRated[]} ratings
 * @property {EarlierDecided[]} decisions
 * @property {string[]} brought a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} without_family
 */

/**
 * A person of an earlier meeting. `now` is who they are here, once the chair has said so; null for no one here.
 *
 * @typedef {Object} EarlierPerson
 * @property {string} id the id of a person: a UUID in lower case
 * @property {string} meeting a UUID in lower case
 * @property {boolean} child
 * @property {string} name a name: 1 to 100 characters
 * @property {string} relationship a line of at most 300 characters of plain text, which may be empty
 * @property {string} agency a line of at most 300 characters of plain text, which may be empty
 * @property {string | null} now the id of a person: a UUID in lower case
 * @property {boolean} matched
 * @property {string} age a line of at most 300 characters of plain text, which may be empty
 * @property {string} called a line of at most 300 characters of plain text, which may be empty
 */

/**
 * The numbers of one asking for one child, from an earlier meeting. `series`: what they may be drawn with.
 *
 * @typedef {Object} EarlierNumbers
 * @property {string} id asking:child
 * @property {string} child the id of a person: a UUID in lower case
 * @property {Came} came
 * @property {string} series a line of at most 300 characters of plain text, which may be empty
 * @property {string} question a line of at most 300 characters of plain text, which may be empty
 * @property {string} ten a line of at most 300 characters of plain text, which may be empty
 * @property {string} zero a line of at most 300 characters of plain text, which may be empty
 * @property {0 | 10} left
 * @property {EarlierNumber[]} numbers
 * @property {number | null} agreed a whole number from 0 to 10
 * @property {number[]} sources a whole number from 0 up
 * @property {string | null} about a UUID in lower case
 * @property {number | null} at milliseconds since 1970, from the server's clock
 */

/**
 * The last rating of a child (null: of the family) in an earlier meeting, with its reason. It stands beside this meeting's.
 *
 * @typedef {Object} EarlierRating
 * @property {string} id meeting:child, or meeting:family
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {Came} came
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} better a line of at most 300 characters of plain text, which may be empty
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * That words were put aside: of which thing, whose, by which attendee, when and why. No word of them is here.
 *
 * @typedef {Object} Aside
 * @property {string} id a UUID in lower case
 * @property {"items" | "views" | "progress" | "impacts" | "visits" | "behaviours" | "agency_views" | "adult_views" | "updates" | "decisions" | "dissents" | "ratings" | "rating_views" | "numbers" | "agreed" | "summaries" | "trigger_answers" | "stage_notes" | "earlier_ratings" | "earlier_numbers"} kind
 * @property {string} thing the id of a thing on the board: a UUID, a key, or several of them with colons
 * @property {number | null} n a whole number from 0 up
 * @property {string[]} whose the people whose words these are; none where the room agreed on them
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {TakenBack | null} erased
 */

/**
 * What was put aside, whole, so that it can be put back. It stands on the board and is never sent to anybody.
 *
 * @typedef {Object} KeptAside
 * @property {string} id a UUID in lower case
 * @property {ThingWithWords} part
 */

/**
 * Words that were put aside, to read: on the chair's desk, and in the own stream of those whose words they are.
 *
 * @typedef {Object} AsideCopy
 * @property {string} id a UUID in lower case
 * @property {"items" | "views" | "progress" | "impacts" | "visits" | "behaviours" | "agency_views" | "adult_views" | "updates" | "decisions" | "dissents" | "ratings" | "rating_views" | "numbers" | "agreed" | "summaries" | "trigger_answers" | "stage_notes" | "earlier_ratings" | "earlier_numbers"} kind
 * @property {string} thing the id of a thing on the board: a UUID, a key, or several of them with colons
 * @property {number | null} n a whole number from 0 up
 * @property {string[]} whose the people whose words these are; none where the room agreed on them
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {string[]} words a longer account: 1 to 6,000 characters of plain text
 * @property {number[]} sources a whole number from 0 up
 */

/**
 * What was added after the record was locked, with its author and the reason.
 *
 * @typedef {Object} Addendum
 * @property {string} id a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} by the id of an attendee: a UUID in lower case
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
 * @property {string} by the id of an attendee: a UUID in lower case
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
 * A date that follows the meeting: what is due, by when at the latest, and the rule with whose it is.
 *
 * @typedef {Object} DueDate
 * @property {string} label
 * @property {string} by a day, as 2026-03-19
 * @property {number} amount
 * @property {"working_days" | "days" | "weeks" | "months"} unit
 * @property {string} source
 * @property {string} working_day a day, as 2026-03-19
 * @property {"" | "saturday" | "sunday" | "bank_holiday"} falls_on
 * @property {string} name the bank holiday's name, or empty
 */

/**
 * A pause: from when to when, and nothing else. Nobody keeps who asked for it.
 *
 * @typedef {Object} Pause
 * @property {number} from_at milliseconds since 1970, from the server's clock
 * @property {number | null} to_at milliseconds since 1970, from the server's clock
 */

/**
 * A family's slot in a sitting of several: which of how many, when it is planned for, and when it was called.
 *
 * @typedef {Object} Slot
 * @property {number} number a whole number from 0 up
 * @property {number} of a whole number from 0 up
 * @property {string} starts the time planned for it, as 09:30
 * @property {number | null} called_at when its people were asked to come
 */

/**
 * A day on which England does not work, and its name.
 *
 * @typedef {Object} BankHoliday
 * @property {string} day a day, as 2026-03-19
 * @property {string} name a name: 1 to 100 characters
 */

/**
 * A deputy had the controls, from when to when: it is in the record who steered. `stood_in`: nobody had named them; they took over while whoever had the controls was gone.
 *
 * @typedef {Object} Held
 * @property {string} holder the id of an attendee: a UUID in lower case
 * @property {number} from_at milliseconds since 1970, from the server's clock
 * @property {number} to_at milliseconds since 1970, from the server's clock
 * @property {boolean} stood_in
 */

/**
 * A person agreed with a point, or took an action on. `typed_by`: the attendee who typed it, they themselves or another. `withdrawn_at`: when they no longer did.
 *
 * @typedef {Object} Consent
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} typed_by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number | null} withdrawn_at milliseconds since 1970, from the server's clock
 */

/**
 * A point was somewhere else before: a good thing that became safety keeps its history (D6).
 *
 * @typedef {Object} Refiled
 * @property {string} column a key from the meeting template
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * What makes a point an action (D12, S9): who does it, by when, how we will know, what if not.
 *
 * @typedef {Object} Action
 * @property {string[]} owners the id of a person: a UUID in lower case
 * @property {string | null} by a day, as 2026-03-19
 * @property {string} measure a line of at most 300 characters of plain text, which may be empty
 * @property {string} if_not a line of at most 300 characters of plain text, which may be empty
 * @property {Consent[]} accepted
 */

/**
 * That something was taken back, by whom and why, stays; its text is gone. `put_aside`: the chair or the minute-taker took it off every screen; what became of it since is said by its mark among `asides`.
 *
 * @typedef {Object} TakenBack
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} put_aside
 */

/**
 * The meeting something was said in: its kind, its occasion and its day. `thing` is the id it had there.
 *
 * @typedef {Object} Came
 * @property {string} meeting a UUID in lower case
 * @property {string} thing a UUID in lower case
 * @property {string} kind a line of at most 300 characters of plain text, which may be empty
 * @property {string} occasion a line of at most 300 characters of plain text, which may be empty
 * @property {string} date a day, as 2026-03-19
 * @property {"done" | "partly" | "not_yet" | "changed" | null} progress
 * @property {string | null} progress_on a day, as 2026-03-19
 * @property {boolean} without_family
 * @property {FamilyTold | null} told
 */

/**
 * How the family came to know what was said without them: `by` is the person who told them. `before` says that they knew it before this meeting; else they were told in it, before it was shown.
 *
 * @typedef {Object} FamilyTold
 * @property {string} by the id of a person: a UUID in lower case
 * @property {boolean} before
 */

/**
 * How an action from an earlier meeting is coming along, as `person` said and the attendee `by` typed.
 *
 * @typedef {Object} Progress
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {"done" | "partly" | "not_yet" | "changed"} state
 * @property {string} evidence a line of at most 300 characters of plain text, which may be empty
 * @property {Difference[]} differences
 * @property {string[]} monitors the id of a person: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} n a whole number from 0 up
 * @property {boolean} cleared
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What difference an action makes for one child.
 *
 * @typedef {Object} Difference
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} says a line of at most 300 characters of plain text, which may be empty
 */

/**
 * A person who has answered, and for which child; null where an older release noted it, which did not keep the child.
 *
 * @typedef {Object} Answered
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {string} person the person; on the round that everyone reads only a number, the same for each child
 */

/**
 * One person's number as it was shown: what the event says of each.
 *
 * @typedef {Object} Placement
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What somebody answered before they changed it.
 *
 * @typedef {Object} EarlierView
 * @property {string} answer a key from the meeting template
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string | null} typed_by the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What was decided before it was decided anew.
 *
 * @typedef {Object} EarlierDecision
 * @property {string} outcome a key from the meeting template
 * @property {string | null} kind a key from the meeting template
 * @property {string} reasons what was said: 1 to 2,000 characters of plain text
 * @property {string} family_view what was said: 1 to 2,000 characters of plain text
 * @property {string | ""} wishes what was said: 1 to 2,000 characters of plain text
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * That somebody disagreed before, from when until when.
 *
 * @typedef {Object} EarlierDissent
 * @property {boolean} formal
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number | null} withdrawn_at milliseconds since 1970, from the server's clock
 */

/**
 * What the statement said before, and who wrote it; `taken_back` once its words are gone.
 *
 * @typedef {Object} ImpactVersion
 * @property {string | ""} text what was said: 1 to 2,000 characters of plain text
 * @property {string} by the id of an attendee: a UUID in lower case
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {number} version a whole number from 0 up
 * @property {number} n a whole number from 0 up
 * @property {TakenBack | null} taken_back
 */

/**
 * What an agency told before it told more.
 *
 * @typedef {Object} EarlierUpdate
 * @property {string} person the id of a person: a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string | null} typed_by the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What was answered before it was answered anew.
 *
 * @typedef {Object} EarlierTriggerAnswer
 * @property {"yes" | "no" | "unsure"} answer
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {number} at milliseconds since 1970, from the server's clock
 */

/**
 * How somebody saw it before they saw it differently.
 *
 * @typedef {Object} EarlierAdultView
 * @property {string} answer a key from the meeting template
 * @property {boolean} lapse
 * @property {string} why a line of at most 300 characters of plain text, which may be empty
 * @property {string | ""} quote what was said: 1 to 2,000 characters of plain text
 * @property {string | null} talk a key from the meeting template
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string | null} typed_by the id of an attendee: a UUID in lower case
 */

/**
 * What was finished before it was finished anew.
 *
 * @typedef {Object} EarlierSummary
 * @property {string} text a longer account: 1 to 6,000 characters of plain text
 * @property {number} at milliseconds since 1970, from the server's clock
 * @property {string} recorded_by the id of an attendee: a UUID in lower case
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * A worry, a goal or an action as it stood at the end. `role` is its category's; `accepted` those who said yes.
 *
 * @typedef {Object} EarlierPoint
 * @property {string | null} category a key from the meeting template
 * @property {string[]} children the id of a person: a UUID in lower case
 * @property {string} text what was said: 1 to 2,000 characters of plain text
 * @property {string} speaker the id of a person: a UUID in lower case
 * @property {"proof" | "seen" | "said" | "view" | "guess" | null} basis
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {string} when a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} exact
 * @property {string | null} obtained a key from the meeting template
 * @property {string | null} answers a UUID in lower case
 * @property {string | null} lang the language it is written in, of the template's; null for English
 * @property {string} id a UUID in lower case
 * @property {"worry" | "goal" | "action"} what
 * @property {string} role a line of at most 300 characters of plain text, which may be empty
 * @property {string[]} owners the id of a person: a UUID in lower case
 * @property {string[]} accepted the id of a person: a UUID in lower case
 * @property {string | null} by a day, as 2026-03-19
 * @property {string} measure a line of at most 300 characters of plain text, which may be empty
 * @property {string} if_not a line of at most 300 characters of plain text, which may be empty
 * @property {"done" | "partly" | "not_yet" | "changed" | null} progress
 * @property {string | null} progress_on a day, as 2026-03-19
 * @property {Came | null} came
 */

/**
 * The numbers everyone saw for one child in one asking. `series` says which others they may be drawn with.
 *
 * @typedef {Object} EarlierAsking
 * @property {string} id a UUID in lower case
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} series a line of at most 300 characters of plain text, which may be empty
 * @property {string} question a line of at most 300 characters of plain text, which may be empty
 * @property {string} ten a line of at most 300 characters of plain text, which may be empty
 * @property {string} zero a line of at most 300 characters of plain text, which may be empty
 * @property {0 | 10} left
 * @property {EarlierAnswer[]} answers
 * @property {number | null} agreed a whole number from 0 to 10
 * @property {string | null} about a UUID in lower case
 * @property {number | null} at milliseconds since 1970, from the server's clock
 */

/**
 * One person's number as it stood at the end.
 *
 * @typedef {Object} EarlierAnswer
 * @property {string} person the id of a person: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 */

/**
 * The last rating that was shown. `child` null: it was for the family. `colour` null: "Not rated".
 *
 * @typedef {Object} EarlierRated
 * @property {string | null} child the id of a person: a UUID in lower case
 * @property {"red" | "amber" | "green" | null} colour
 * @property {string} reason what was said: 1 to 2,000 characters of plain text
 * @property {string} better a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What was decided for a child, in that meeting's words, and why.
 *
 * @typedef {Object} EarlierDecided
 * @property {string} child the id of a person: a UUID in lower case
 * @property {string} outcome a line of at most 300 characters of plain text, which may be empty
 * @property {string} reasons what was said: 1 to 2,000 characters of plain text
 */

/**
 * One person's number in an earlier meeting; `person` is who they are here.
 *
 * @typedef {Object} EarlierNumber
 * @property {string} person the id of a person: a UUID in lower case
 * @property {"number" | "dont_know" | "rather_not"} answer
 * @property {number | null} value a whole number from 0 to 10
 * @property {string} reason a line of at most 300 characters of plain text, which may be empty
 */

/**
 * A thing of one of these kinds: all fields but one are null. What stays of something put aside, as an event says it.
 *
 * @typedef {Object} ThingWithWords
 * @property {Item | null} items
 * @property {View | null} views
 * @property {Progress | null} progress
 * @property {ImpactVersion | null} impacts
 * @property {Visit | null} visits
 * @property {Behaviour | null} behaviours
 * @property {AgencyView | null} agency_views
 * @property {AdultView | null} adult_views
 * @property {Update | null} updates
 * @property {Decision | null} decisions
 * @property {Dissent | null} dissents
 * @property {Rating | null} ratings
 * @property {RatingView | null} rating_views
 * @property {Number | null} numbers
 * @property {Agreed | null} agreed
 * @property {Summary | null} summaries
 * @property {TriggerAnswer | null} trigger_answers
 * @property {StageNote | null} stage_notes
 * @property {EarlierRating | null} earlier_ratings
 * @property {EarlierNumbers | null} earlier_numbers
 */

/**
 * A form of meeting, whole. `deputy`: a deputy who has the controls does all that the chair does, or runs the `agenda` and no more: the rating, the decisions and the lock stay the chair's (W3, W8). `figure`: about one child, the whole board of a laptop stands in the height of its window, as the printed form does.
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
 * @property {Stage[]} stages
 * @property {Impact | null} impact
 * @property {DecisionRule | null} decision
 * @property {Choice[]} languages
 * @property {Clock[]} clocks
 * @property {Visits | null} visits
 * @property {Updates | null} updates
 * @property {Trigger[]} triggers
 * @property {AdultQuestion[]} adult_questions
 * @property {"chair" | "agenda"} deputy
 * @property {Summaries | null} summaries
 * @property {Workbook | null} workbook
 * @property {MeetingKind[]} kinds
 * @property {boolean} figure
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
 * @property {Block[]} answers
 * @property {"contribute" | "detail" | "place" | "type_for" | "minute" | "steer" | "finish" | null} writers
 * @property {string} mark a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} hearing
 * @property {string} short at most 16 characters, which may be empty
 * @property {string} banner at most 60 characters, which may be empty
 */

/**
 * A named part of a column: Harm, Danger, Safety. `role` says what the engine may do with it: a danger can be asked about and answered, a goal answers one, `safety` is what a good thing can be re-filed to (D6, L2, U5, U6).
 *
 * @typedef {Object} Category
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} meaning a line of at most 300 characters of plain text, which may be empty
 * @property {"" | "danger" | "goal" | "safety" | "strength" | "unknown"} role
 * @property {string[]} prompts 1 to 300 characters shown on screens
 * @property {Block[]} answers
 */

/**
 * One place of the layout: a column, or one or more of its categories where a layout sets them apart (U1).
 *
 * @typedef {Object} Block
 * @property {string} column a key from the meeting template
 * @property {string[]} categories a key from the meeting template
 */

/**
 * Blocks side by side, left to right; on a phone one under another.
 *
 * @typedef {Object} Row
 * @property {Block[]} blocks
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
 * @property {string} series a line of at most 300 characters of plain text, which may be empty
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
 * @property {"board" | "chair" | "minutes" | "projector"} screen
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
 * What the rating asks, and for whom. `required`: nothing is locked before each of them has a colour that everyone was shown.
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
 * @property {"numbers_sealed" | "numbers_asked" | "child_words_waiting" | "words_unconfirmed" | "actions_incomplete" | "actions_unaccepted" | "dangers_unanswered" | "rating_missing" | "contributors_missing" | "decision_missing" | "impact_missing" | "private_apart_running" | "points_held" | "visits_missing" | "updates_missing" | "triggers_unanswered" | "progress_missing" | "adults_unasked" | "hearing_missing" | "summaries_missing" | "views_missing"} key
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

/**
 * A step of the agenda the chair opens. Order and names vary between councils.
 *
 * @typedef {Object} Stage
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string[]} shows a place: the key of a column, or a part of the board
 * @property {string | null} writes where the box writes: a column's key, or column.category
 * @property {string | null} column a key from the meeting template
 * @property {number} minutes whole minutes, 0 to 90
 * @property {boolean} family_first
 * @property {string[]} learning 1 to 300 characters shown on screens
 */

/**
 * The impact statement, one for each child (D10): what heads it, the questions that help, the column it heads.
 *
 * @typedef {Object} Impact
 * @property {string} column a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string[]} prompts 1 to 300 characters shown on screens
 */

/**
 * What is decided for each child (L11): the question put to each agency, the answers they may give, the outcomes the chair may choose, and the kinds of harm an outcome in `outcomes_with_kind` names.
 *
 * @typedef {Object} DecisionRule
 * @property {string} question 1 to 300 characters shown on screens
 * @property {Choice[]} answers
 * @property {Choice[]} outcomes
 * @property {Choice[]} kinds
 * @property {string[]} outcomes_with_kind a key from the meeting template
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 * @property {string} family_question a line of at most 300 characters of plain text, which may be empty
 * @property {string[]} family_answers a key from the meeting template
 */

/**
 * A date that follows the meeting: what is due, within how many working days, days, weeks or months `after` the day of the meeting, and the `source` of the rule. It is a local rule: a council sets its own.
 *
 * @typedef {Object} Clock
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {number} amount a whole number from 1 to 730
 * @property {"working_days" | "days" | "weeks" | "months"} unit
 * @property {string} source 1 to 300 characters shown on screens
 * @property {"meeting"} after
 */

/**
 * Visits: who has seen each child since the last meeting: what heads it, and the questions that help.
 *
 * @typedef {Object} Visits
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string[]} prompts 1 to 300 characters shown on screens
 */

/**
 * What each agency has to tell: what heads it, and what stands where an invited agency told nothing.
 *
 * @typedef {Object} Updates
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} missing 1 to 300 characters shown on screens
 */

/**
 * A question of the trigger check, answered by whoever chairs.
 *
 * @typedef {Object} Trigger
 * @property {string} key a key from the meeting template
 * @property {string} question 1 to 300 characters shown on screens
 * @property {string} source a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What the team says of each adult of the family, everybody their own view (W10, W11, S8).
 *
 * @typedef {Object} AdultQuestion
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} question 1 to 300 characters shown on screens
 * @property {AdultAnswer[]} answers
 * @property {boolean} each_behaviour
 * @property {Choice[]} talk
 * @property {string} lapse a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} every_time
 */

/**
 * An answer to a question about an adult. `term` is the model's word for it, for staff. `lapse`: whether a lapse can go with it; with the old way again it can't (W10). `means` says it in a sentence, where it is chosen.
 *
 * @typedef {Object} AdultAnswer
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} term a line of at most 300 characters of plain text, which may be empty
 * @property {boolean} lapse
 * @property {string} means a line of at most 300 characters of plain text, which may be empty
 */

/**
 * What each discipline has done, written and finished before the meeting (W5): what heads it, what stands where there is none, the questions that help, and whose it is.
 *
 * @typedef {Object} Summaries
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string} missing 1 to 300 characters shown on screens
 * @property {Discipline[]} disciplines
 * @property {string[]} prompts 1 to 300 characters shown on screens
 */

/**
 * A discipline with a summary of its own, and the roles of those who come for it (W3, W4).
 *
 * @typedef {Object} Discipline
 * @property {string} key a key from the meeting template
 * @property {string} label 1 to 300 characters shown on screens
 * @property {string[]} roles a key from the meeting template
 */

/**
 * A Word file by module, filled from what the meeting holds (W9). `file` is its name without .docx: ours, or a council's own in the folder that WORKBOOKS_DIR names.
 *
 * @typedef {Object} Workbook
 * @property {string} file a key from the meeting template
 */

/**
 * A kind of meeting in one plain line of the list to choose from, and what such a meeting is called at first.
 *
 * @typedef {Object} MeetingKind
 * @property {string} line 1 to 300 characters shown on screens
 * @property {string} occasion a line of at most 300 characters of plain text, which may be empty
 */

export {};
