/** The chair's page: the board, with the desk beside it. */
import "../board/line/first_request.js";
import "../board/all_kinds.js";
import { start } from "../board/start.js";
import { Desk, IN_PLACE } from "./desk.js";

start({ desk: Desk, screen: "chair", inPlace: IN_PLACE });
