import { type Chrome, GENERATED } from './chrome'

export const english: Chrome = {
  lockSdk: ({ all, replaced, inPart }) => `# Coming from the vendor's lock SDK

${GENERATED}

The functions of \`@ray-js/lock-sdk\`, each with its equivalent or the reason why there is none: ${replaced} of ${all} have one, ${inPart} of these in part. The vendor's SDK runs in the app's own mini-programs alone; which host can do what here is in [hosts](hosts.md).

\`door\` is \`lock(panel, deviceId, options)\`, \`panel\` is \`createPanel(…)\`, \`dataPoints\` is \`tyDataPoints(…)\`. A function without code quotes is known by its title only.

Failures are errors with a \`kind\` ([errors](errors.md)) in place of \`{ errorCode, errorMsg }\`. The codes 1000 to 1072 of the SDK are not codes of the cloud: 1010 is an expired token there.
`,
  panelTemplate: ({ all, wifi, ble }) => `# Coming from the vendor's panel template

${GENERATED}

The template \`PanelLock\` of the vendor calls ${all} functions of \`@ray-js/ray\`. Each has an equivalent here: ${wifi} for a Wi-Fi lock, ${ble} for a Bluetooth lock. A test runs every row on both locks, within the vendor's app (\`nativeBridge(ty)\`, \`tyDataPoints\`), against the simulator.

\`door\` is \`lock(panel, deviceId, options)\`. Some rows use routes of the open API, which \`ty\` sends where the app permits them; creating and changing a temporary password in the cloud needs the option \`passwordCipher\`. Without the routes, [hosts](hosts.md) lists what remains.

The template waits for any report of a data point; these methods wait for the report that answers the command, fail after a time limit, and tell a command that was not sent from one whose outcome is unknown ([errors](errors.md)).
`,
  fetch: (example) => `# Coming from \`fetch\` and \`TYSdk.apiRequest\`

${GENERATED}

Every call that a panel sends through the vendor's \`fetch\` or \`TYSdk.apiRequest\` can stay as it is: the names of the operations and their parameters are the vendor's, and \`panel.fetch\` takes the vendor's own form. The flows of a lock replace several calls by one.

${example}
What changes:

- The result is the value itself, without \`success\` and \`result\`. A failure is an error with a \`kind\`, not an answer to look into ([errors](errors.md)).
- Results have one shape, whichever form the cloud sends: identifiers are strings, flags are booleans, lists are arrays.
- Invalid parameters are rejected before anything is sent. A misspelt name does not compile.
- Your own retries and time-outs go: the panel repeats what is [safe to repeat](retries.md), and never a command after a lost answer.

\`door\` is \`lock(panel, deviceId, options)\`, \`panel\` is \`createPanel(…)\`, \`dataPoints\` is \`tySdkDataPoints(…)\` or \`tyDataPoints(…)\`. Routes of the open API have the same equivalents, over \`openApi\`. Which host can do what is in [hosts](hosts.md).
`,
  columns: { lockSdk: 'lock SDK', panelTemplate: 'template', fetch: 'function or operation' },
  lockNames: { wifi: 'Wi-Fi', ble: 'Bluetooth' },
  yes: 'yes',
  no: 'no',
  none: 'none',
  inPart: (names) => `in part: ${names}`,
  text: (english) => english,
}
