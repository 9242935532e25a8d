/** Brings what only some kinds of meeting have on their boards: adults, summaries, and what a core group asks. */
import { CoreGroup } from "./core_group/core_group_panel.js";
import { bring } from "./reading/kinds.js";
import { Adults } from "./supervision/adults_panel.js";
import { MySummary } from "./supervision/my_summary.js";
import { SayHow } from "./supervision/say_how.js";
import { Summaries } from "./supervision/summaries_panel.js";

bring({ adults: Adults, core_group: CoreGroup, my_summary: MySummary, say_how: SayHow, summaries: Summaries });
