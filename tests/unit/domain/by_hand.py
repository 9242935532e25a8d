"""What a practitioner can check: who may send which command, and when; and where its events may stand. Written out by
hand: a change to the rules is a change to this page.
"""

TABLE = """
let_in            C M . . . . . .   p o z e .
turn_away         C M . . . . . .   p o z e .
remove_attendee   C . . . . . . .   p o z e f
leave             C M W H F S K O   p o z e f
state_attendance  C M . . . . . .   p o z e .
note_report       C M . . . . . .   p o z e .
add_person        C M W H . . . .   p o z e .
add_item          C M W H F S K .   . o z . .
change_item       C M W H F S K .   . o z e .
move_item         C M W H F S K .   . o z e .
take_back_item    C M W H F S K .   . o z e .
put_aside         C M . . . . . .   p o z e .
restore           C . . . . . . .   p o z e .
erase             C . . . . . . .   p o z e .
release_item      C . . . . . . .   . o . e .
write_privately   C M W H F S K .   p o z . .
change_private    C M W H F S K .   p o z . .
drop_private      C M W H F S K .   p o z e .
show_private      C M W H F S K .   . o . . .
finish_preparing  C M W H F S K .   p . . . .
start_private_writing C . . . . . . . . o . . .
show_private_writing C . . . . . . . . o z . .
cancel_private_writing C . . . . . . . . o z . .
hold_points       C . . . . . . .   . o z . .
send_back_item    C . . . . . . .   . o z . .
agree_item        C M W H F S K .   . o z e .
see_differently   C M W H F S K .   . o z e .
take_back_view    C M W H F S K .   . o z e .
confirm_words     C M W H F S K O   . o z e .
read_back         C M W H F S K .   . o z e .
answer_proposal   C M W H F S K O   . o z e .
name_typist       C M W H F S K O   p o z e .
note_stage        C M . . . . . .   . o z e .
set_action        C M W H F S K .   . o z e .
accept_action     C M W H F S K O   . o z e .
answer_item       C M W H F S K .   . o z e .
match_people      C . . . . . . .   p o z . .
bring_forward     C . . . . . . .   p o z . .
note_visit        C M W H . . . .   . o z . .
take_back_visit   C M W H . . . .   . o z e .
add_behaviour     C M W H . . . .   . o z . .
take_back_behaviour C M W H . . . . . o z e .
view_adult        C M W H . . . .   . o z . .
clear_adult_view  C M W H . . . .   . o z e .
give_update       C M W H . . . .   . o z . .
clear_update      C M W H . . . .   . o z e .
answer_trigger    C . . . . . . .   . o z e .
hand_minutes      C M . . . . . .   p o z e .
draft_summary     C M W H . . . .   p o z e .
finish_summary    C M W H . . . .   p o z e .
drop_summary_draft C M W H . . . .  p o z e .
clear_summary     C M W H . . . .   p o z e .
note_progress     C M W H F S K .   . o z e .
clear_progress    C M W H F S K .   . o z e .
write_impact      C M W H F S K .   . o z e .
clear_impact_version C M W H F S K . . o z e .
ask_numbers       C . . . . . . .   . o . . .
save_number       C M W H F S K .   . o z . .
show_numbers      C . . . . . . .   . o . . .
hide_numbers      C . . . . . . .   . o . e .
release_number    C . . . . . . .   . o . e .
agree_number      C . . . . . . .   . o z e .
note_low_asked    C . . . . . . .   . o z e .
give_agency_view  C M W H F S K .   . o z . .
clear_agency_view C M W H F S K .   . o z e .
clear_decision    C M . . . . . .   . o z e .
ask_for_views     C . . . . . . .   . o z . .
draft_decision    C . . . . . . .   . o z e .
drop_decision_draft C . . . . . . . . o z e .
decide_for_child  C . . . . . . .   . o z e .
take_off_decision C . . . . . . .   . o z e .
dissent_from      C M W H F S K .   . o z e .
withdraw_dissent  C M W H F S K .   . o z e .
set_rating        C . . . . . . .   . o z e .
show_rating       C . . . . . . .   . o . e .
take_off_rating   C . . . . . . .   . o z e .
rate_differently  C M W H F S K .   . o z e .
go_to_stage       C . . . . . . .   p o z e .
call_together     C . . . . . . .   . o . . .
start_timer       C . . . . . . .   . o . . .
stop_timer        C . . . . . . .   . o . . .
start_turns       C . . . . . . .   . o . . .
next_turn         C . . . . . . .   . o . . .
end_turns         C . . . . . . .   . o . . .
raise_hand        C M W H F S K .   . o z . .
lower_hand        C M . . . . . .   . o z . .
pause_meeting     C M W H F S K O   . o . . .
resume_meeting    C . . . . . . .   . . z . .
ask_to_type       C M W H F S K O   p o z . .
say_leaving       C M W H F S K O   p o z . .
ask_to_read       C M W H F S K O   . o z . .
answer_request    C M . . . . . .   p o z . .
show_on_screen    C . . . . . . .   p o z e .
hold_big_screen   C . . . . . . .   p o z e .
follow_big_screen C . . . . . . .   p o z e .
name_deputy       C . . . . . . .   p o z e .
take_controls     C M W H F S K O   p o z e .
open_meeting      C . . . . . . .   p . . . .
end_meeting       C . . . . . . .   . o z . .
finish_meeting    C . . . . . . .   . . . e .
add_addendum      C M . . . . . .   . . . . f
"""
"""The command; who may (C chair, M minute-taker, W worker, H advocate or interpreter, F parent or relative, S supporter,
K child, O observer); when (p prepared, o open, z paused, e ended, f finished).
"""

ROOM, PRIVATE = {"everyone"}, {"own"}
DESK, ANYWHERE = {"chairs_desk"}, {"everyone", "professionals", "chairs_desk", "own"}
MAY_STAND_IN = {
    "meeting_prepared": ROOM, "slot_given": ROOM, "family_called": ROOM, "meeting_moved": ROOM,
    "bank_holidays_kept": ROOM, "person_added": ROOM, "attendee_invited": ROOM, "attendance_stated": ROOM,
    "device_arrived": DESK, "device_moved": DESK, "removal_explained": DESK, "kept_apart": DESK, "about_children_stated": DESK,
    "arrangement_stated": DESK, "telling_owed": DESK, "person_told": DESK,
    "facts_corrected": ROOM, "person_corrected": ROOM, "attendee_uninvited": ROOM, "person_taken_off": ROOM,
    "meeting_cancelled": ROOM, "meeting_put_back": ROOM,
    "item_added": ANYWHERE, "item_changed": ANYWHERE, "item_moved": ANYWHERE, "item_taken_back": ANYWHERE,
    "item_released": DESK | PRIVATE,
    "words_put_aside": ANYWHERE, "words_copied": DESK | PRIVATE, "words_restored": ANYWHERE, "words_erased": ANYWHERE,
    "answer_seen": DESK, "no_number_seen": DESK, "numbers_said_again": ROOM, "number_forgotten": DESK | PRIVATE,
    "private_item_written": PRIVATE, "private_item_changed": PRIVATE, "private_item_dropped": PRIVATE,
    "private_item_shown": PRIVATE, "private_item_sent_back": PRIVATE, "held_item_sent_back": DESK,
    "private_writing_started": ROOM, "private_writing_ended": ROOM, "holding_stated": ROOM,
    "preparation_stated": DESK | PRIVATE,
    "agreement_stated": ANYWHERE, "seen_differently": ANYWHERE, "view_taken_back": ANYWHERE, "words_confirmed": ANYWHERE,
    "action_agreed": ANYWHERE, "action_accepted": ANYWHERE, "item_answers": ANYWHERE,
    "impact_written": ROOM, "impact_version_cleared": ROOM,
    "numbers_asked": ROOM, "answer_noted": ROOM, "numbers_shown": ROOM, "numbers_hidden": ROOM, "number_given": ROOM,
    "agreement_found": ROOM, "number_sealed": PRIVATE,
    "number_held": DESK, "held_number_released": DESK, "low_number_seen": DESK,
    "low_asked_noted": DESK, "views_asked_for": DESK | PRIVATE,
    "screen_chosen": ROOM,
    "screen_held": ROOM,
    "screen_follows": ROOM,
    "rating_set": ROOM | DESK, "rated_differently": ROOM,
    "meeting_opened": ROOM, "meeting_ended": ROOM, "meeting_finished": ROOM, "addendum_added": ROOM,
    "stage_opened": ROOM, "called_together": ROOM, "timer_started": ROOM, "timer_stopped": ROOM,
    "turns_started": ROOM, "turn_taken": ROOM, "turns_ended": ROOM, "hand_raised": ROOM, "hand_lowered": ROOM,
    "meeting_paused": ROOM, "meeting_resumed": ROOM,
    "request_made": DESK | PRIVATE, "request_answered": DESK | PRIVATE, "request_withdrawn": DESK | PRIVATE,
    "typist_named": ROOM, "typed_for_yes": PRIVATE, "yes_asked_for": PRIVATE, "yes_answered": PRIVATE,
    "words_read_back": ANYWHERE, "report_noted": ROOM, "stage_noted": ROOM,
    "agency_view_given": ROOM, "agency_view_cleared": ROOM, "decision_cleared": ROOM,
    "decision_drafted": DESK, "decision_draft_dropped": DESK, "decision_taken_off": ROOM, "rating_taken_off": ROOM,
    "decision_made": ROOM, "dissent_stated": ROOM, "dissent_withdrawn": ROOM,
    "earlier_meeting_read": DESK, "earlier_person_named": DESK, "earlier_brought": DESK, "earlier_people_matched": DESK,
    "earlier_numbers_shown": ROOM, "earlier_rating_shown": ROOM, "progress_noted": ANYWHERE, "progress_cleared": ANYWHERE,
    "visit_noted": ROOM, "visit_taken_back": ROOM, "update_given": ROOM, "update_cleared": ROOM,
    "behaviour_added": ROOM, "behaviour_taken_back": ROOM, "adult_viewed": ROOM, "adult_view_cleared": ROOM,
    "trigger_answered": ROOM, "minutes_handed": ROOM,
    "summary_begun": ROOM, "summary_laid_aside": ROOM, "summary_finished": ROOM, "summary_cleared": ROOM,
    "own_summary_kept": PRIVATE, "own_summary_dropped": PRIVATE,
    "deputy_named": ROOM, "controls_moved": ROOM,
    "reasons_kept": DESK, "own_stream_cleared": PRIVATE,
}  # fmt: skip
"""The streams that may hold each event."""
