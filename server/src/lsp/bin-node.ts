/** The program dist/server.node.js: starts the server and nothing else, so that main-node.ts can be imported without starting one. */

import { startNodeServer } from './main-node';

startNodeServer();
