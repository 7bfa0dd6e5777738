/** The HTTP API and the files of the workbench. */
export { createApp, type ServerParts } from './create-app.ts';
export { type RunningServer, startServer } from './start-server.ts';
