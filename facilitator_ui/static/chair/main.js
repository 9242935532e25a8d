/** The chair's page: the board, with the desk beside it. */
import "../board/line/first_request.js";
import "../board/all_kinds.js";
import { bring } from "../board/reading/kinds.js";
import { start } from "../board/start.js";
import { Desk, IN_PLACE } from "./desk.js";
import { NeedBar, Onward } from "./step/on_a_phone.js";

bring({ desk_bar: NeedBar });
start({ desk: Desk, screen: "chair", onward: Onward, inPlace: IN_PLACE });
