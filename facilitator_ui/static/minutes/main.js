/** The minute-taker's page: a box for everyone's words above the board, and the minutes desk beside it. */
import "../board/line/first_request.js";
import "../board/all_kinds.js";
import { _ } from "../board/kit/gettext.js";
import { start } from "../board/start.js";
import { MinutesDesk } from "./desk.js";
import { noticeDoings } from "./undo.js";
import { Entry } from "./entry.js";
import { listenForKeys } from "./shortcuts.js";

noticeDoings();
listenForKeys();
start({ desk: MinutesDesk, name: _("Minutes desk"), box: Entry });
