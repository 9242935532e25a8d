/** Brings what only some kinds of meeting have on their boards: adults, summaries, and what a core group asks. */
import { CoreGroup } from "./core_group/core_group_panel.js";
import { bring } from "./reading/kinds.js";
import { EarlierPage } from "./points/earlier_page.js";
import { Adults } from "./supervision/adults_panel.js";
import { DayLink, NextFamily } from "./supervision/family_done.js";
import { MySummary } from "./supervision/my_summary.js";
import { SayHow } from "./supervision/say_how.js";
import { Summaries } from "./supervision/summaries_panel.js";

bring({ adults: Adults, core_group: CoreGroup, earlier: EarlierPage, day_link: DayLink, my_summary: MySummary, next_family: NextFamily, say_how: SayHow, summaries: Summaries });
