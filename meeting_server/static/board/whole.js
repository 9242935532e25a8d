/** The board's page in a meeting that has more on its board than conferences have. */
import "./line/first_request.js";
import "./all_kinds.js";
import { start } from "./start.js";

start({});
