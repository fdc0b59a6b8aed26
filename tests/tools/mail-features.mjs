// What a mail uses that a mail program does not support, by the data of caniemail.com that come with the package:
//   node mail-features.mjs mail.html   →   { "feature": ["client", …], … }
import { readFileSync } from 'node:fs';
import { caniemail } from 'caniemail';

// Of Thunderbird on Windows the data are not complete and the checker stops; it has the engine of the one on macOS.
const clients = [
  'gmail.android', 'gmail.desktop-webmail', 'gmail.ios', 'gmail.mobile-webmail',
  'outlook.android', 'outlook.ios', 'outlook.macos', 'outlook.outlook-com', 'outlook.windows',
  'apple-mail.ios', 'apple-mail.macos',
  'yahoo.android', 'yahoo.desktop-webmail', 'yahoo.ios',
  'thunderbird.macos',
];

const html = readFileSync(process.argv[2], 'utf8');
const found = {};
for (const [client, issues] of caniemail({ clients, html }).issues.errors) {
  for (const { title } of issues) {
    (found[title] ??= []).push(client);
  }
}
console.log(JSON.stringify(found));
