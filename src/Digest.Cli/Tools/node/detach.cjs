// node detach.cjs PID_FILE LOG SCRIPT [ARGUMENT…]: starts a server in a session of its own, its output in LOG, writes its
// process id and the time to PID_FILE, and ends. Ctrl+C in the terminal then reaches the host alone, and the server
// outlives a host that is killed. The file is written here: no host can die between the start and the note of it.
const { spawn } = require('node:child_process');
const { openSync, writeFileSync } = require('node:fs');

process.on('SIGINT', () => {}); // Ctrl+C: the host stops the server by the file

const [pidFile, log, ...command] = process.argv.slice(2);
const output = openSync(log, 'w');
const server = spawn(process.execPath, command, { detached: true, windowsHide: true, stdio: ['ignore', output, output] });
writeFileSync(pidFile, `${server.pid} ${new Date().toISOString()}`);
server.unref();
