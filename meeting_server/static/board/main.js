/** The board's page. */
import "./line/first_request.js";
import { bring } from "./reading/kinds.js";
import { Figure } from "./page/figure.js";
import { start } from "./start.js";

bring({ figure: Figure });
start({});
