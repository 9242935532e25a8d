/** The board's page. */
import { start } from "./start.js";

start({});
