/** The board's page. */
import "./line/first_request.js";
import { start } from "./start.js";

start({});
