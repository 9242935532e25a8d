/*
 * What bounds the texts people write, so that a page can say so before it sends them.
 * Made by tools/protocol.py from the code: run it instead of changing this file.
 */

/** How many characters fit, by kind of text. */
export const MOST = { Text: 2000, Account: 6000, Line: 300, Name: 100 };

/** The fewest and the most characters of each text of a command, by field; of the texts in its parts, the same within. */
export const TEXTS = {
  remove_attendee: {"reason": [0, 300]},
  add_person: {"name": [1, 100], "relationship": [0, 300]},
  say_leaving: {"at": [0, 300]},
  note_stage: {"text": [0, 2000]},
  add_item: {"text": [1, 2000], "source": [0, 300], "when": [0, 300]},
  change_item: {"text": [1, 2000]},
  take_back_item: {"why": [0, 300]},
  see_differently: {"text": [1, 2000], "source": [0, 300]},
  take_back_view: {"why": [0, 300]},
  write_privately: {"text": [1, 2000], "source": [0, 300], "when": [0, 300]},
  change_private: {"text": [1, 2000]},
  send_back_item: {"why": [0, 300]},
  set_action: {"measure": [0, 300], "if_not": [0, 300]},
  note_progress: {"evidence": [0, 300], "differences": {"says": [0, 300]}, "source": [0, 300]},
  ask_numbers: {"ten": [0, 300], "zero": [0, 300]},
  save_number: {"reason": [0, 300]},
  agree_number: {"text": [0, 300]},
  write_impact: {"text": [1, 2000]},
  clear_impact_version: {"why": [0, 300]},
  give_agency_view: {"why": [0, 300], "source": [0, 300]},
  draft_decision: {"reasons": [0, 2000], "family_view": [0, 2000], "wishes": [0, 2000]},
  decide_for_child: {"reasons": [1, 2000], "family_view": [1, 2000], "wishes": [0, 2000]},
  dissent_from: {"why": [0, 300], "source": [0, 300]},
  set_rating: {"reason": [1, 2000], "better": [0, 300]},
  rate_differently: {"reason": [1, 2000]},
  note_visit: {"place": [0, 300], "says": [0, 2000], "source": [0, 300]},
  take_back_visit: {"why": [0, 300]},
  give_update: {"text": [1, 2000], "source": [0, 300]},
  answer_trigger: {"why": [0, 300]},
  add_behaviour: {"label": [1, 100]},
  take_back_behaviour: {"why": [0, 300]},
  view_adult: {"why": [0, 300], "quote": [0, 2000]},
  draft_summary: {"text": [1, 6000]},
  finish_summary: {"text": [1, 6000], "source": [0, 300]},
  put_aside: {"why": [0, 300]},
  erase: {"why": [0, 300]},
  end_meeting: {"reasons": {"reason": [0, 300]}},
  finish_meeting: {"typed": [0, 300]},
  add_addendum: {"text": [1, 2000], "reason": [0, 300]},
};

/** What breaks a line elsewhere, as a pattern. */
export const BREAKS = "\r\n|[\r\u000b\f\u0085\u2028\u2029]";

/** What no text may hold, as a pattern. */
export const NOT_SHOWN = "[\u0000-\b\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]";

/** What shows nothing, as a pattern: a text of nothing else is empty. */
export const UNSEEN = "[\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0]";
