import { type Chrome, GENERATED } from './chrome'

export const english: Chrome = {
  intro: `# Which host can do what

${GENERATED}

A host is the place where your panel runs. It decides which operations of the vendor a panel can reach, so the same button works on one host and not on another. Each table below is one host: a row is a job, a column the lock types for which the row is the same.

*yes*: the job works. *no* with a number: it does not, and the sentence with this number says which operation, data point or option is missing. Every cell was run against the simulator, which answers as the documents and the reports about the live cloud say; your cloud project or a single product may refuse more. Some operations are known for a lock type from reports only; a call for one of them is an event \`undocumented-lock-type\`. Ask before you show a button: \`capabilities()\` of a lock object gives the same answers, with the same reasons ([what a lock supports](capabilities.md)).

Two hosts in one panel, joined with \`combine(…)\`, can do what either of them can do.`,
  typeNames: {
    wifi: 'Wi-Fi',
    'wifi-keepalive': 'Wi-Fi keep-alive',
    'wifi-video': 'Wi-Fi with video',
    'wifi-standard': 'Wi-Fi standard',
    zigbee: 'Zigbee',
    ble: 'Bluetooth',
    'ble-gateway': 'Bluetooth with a gateway',
    'access-control': 'Access control',
  },
  yes: 'yes',
  no: (note) => `no (${note})`,
  orHost: ', or ',
  notes: {
    vendor: 'The vendor',
    gateway: 'The gateway',
    families: {
      'mini-program': 'mini-program operation',
      'open-api': 'route of the open API',
      panel: 'panel API',
    },
    or: ' or ',
    otherTypesOnly: (server, names) => `${server} has ${names} for other types of lock only.`,
    withoutDataPoint: (names) => `The lock has no data point ${names}.`,
    withoutOperation: (server, families) => `${server} has no ${families.join(' and no ')} for it.`,
    withoutOption: (names) => `This host does not have ${names}.`,
    elsewhere: (names) => ` On another host: ${names}.`,
  },
  text: (text) => text,
}
