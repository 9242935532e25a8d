/** The board's page in a meeting that has more on its board than conferences have. */
import "./line/first_request.js";
import "./all_kinds.js";
import { bring } from "./reading/kinds.js";
import { Figure } from "./page/figure.js";
import { start } from "./start.js";

bring({ figure: Figure });
start({});
