/**
 * Who may speak for whom: what is done, where the person is, who may do it for them.
 * Made by tools/protocol.py from domain/people/speaking_for.py: run it instead of changing this file.
 * @type {Record<string, Record<string, string[]>>}
 */
export const SPEAKING = {
  say: {"own": ["pro", "named", "minutes"], "asked": ["pro", "named", "minutes"], "none": ["pro", "named", "minutes"], "away": ["pro", "minutes"], "spoken": ["pro", "minutes"]},
  read_back: {"none": ["minutes", "named-not-typist"], "spoken": ["minutes"]},
  change: {"own": ["typist-until-yes", "minutes-until-yes"], "asked": ["typist-until-yes", "minutes-until-yes"], "none": ["typist-until-yes", "minutes", "named"], "away": ["minutes"], "spoken": ["typist", "minutes"]},
  take_back: {"own": ["typist-until-yes", "minutes-until-yes"], "asked": ["typist-until-yes", "minutes-until-yes"], "none": ["typist-until-yes", "minutes-until-yes"], "away": ["typist-until-yes", "minutes-until-yes"], "spoken": ["typist", "minutes"]},
  position: {"asked": ["named", "minutes"], "none": ["named", "minutes"]},
  view: {"asked": ["named", "minutes"], "none": ["named", "minutes"], "away": ["minutes"], "spoken": ["minutes"]},
  dissent: {"asked": ["named", "minutes"], "none": ["named", "minutes"], "away": ["minutes"]},
  update: {"asked": ["named", "minutes"], "none": ["named", "minutes"], "away": ["minutes"], "spoken": ["minutes"]},
  childs_number: {"asked": ["named", "minutes"], "none": ["named", "minutes"], "away": ["named", "minutes"], "spoken": ["named", "minutes"]},
  again: {"none": ["named", "minutes"], "spoken": ["minutes-typist"]},
  clear: {"none": ["typist"], "spoken": ["typist"]},
  hand: {"own": ["pro", "named", "minutes"], "asked": ["pro", "named", "minutes"], "none": ["pro", "named", "minutes"]},
  addendum: {"own": ["minutes"], "asked": ["minutes"], "none": ["minutes"], "away": ["minutes"], "spoken": ["minutes"]},
};
