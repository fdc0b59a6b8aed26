// node detach.cjs LOG SCRIPT [ARGUMENT…]: starts a server in a session of its own, its output in LOG, prints its process
// id and ends. Ctrl+C in the terminal then reaches the host alone, and the server outlives a host that is killed.
const { spawn } = require('node:child_process');
const { openSync } = require('node:fs');

const [log, ...command] = process.argv.slice(2);
const output = openSync(log, 'w');
const server = spawn(process.execPath, command, { detached: true, windowsHide: true, stdio: ['ignore', output, output] });
server.unref();
console.log(server.pid);
