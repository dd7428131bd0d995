// What `dist/server.js` runs: the language server, at once.

import { startServer } from "./main.ts";

startServer();
